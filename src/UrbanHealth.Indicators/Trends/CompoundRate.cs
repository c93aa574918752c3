using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The mean yearly growth rate of a series (年均增长率), or the reason why there is none.</summary>
/// <remarks>Five yearly values span four years of growth. Uneven years and gaps count by their real distance.</remarks>
public readonly record struct CompoundRate
{
    /// <summary>The rate a year, as a fraction: 0.2 is 20 %; NaN where it is undefined.</summary>
    public required double Rate { get; init; }

    /// <summary>How the rate is defined.</summary>
    public required CompoundRateMethod Method { get; init; }

    /// <summary>Why there is no rate; null where there is one.</summary>
    public BilingualText? Reason { get; init; }

    /// <summary>The rate of yearly values, a year apart.</summary>
    public static CompoundRate Of(ReadOnlySpan<double> values, CompoundRateMethod method = CompoundRateMethod.Level, NonPositiveStart nonPositive = NonPositiveStart.Undefined)
    {
        var years = new double[values.Length];
        TimeSeries.Count(years);
        return Of(years, values, method, nonPositive);
    }

    /// <summary>The rate of values in given years.</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing and left out.</param>
    /// <param name="method">How the rate is defined.</param>
    /// <param name="nonPositive">What is done where the first value is zero or below.</param>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static CompoundRate Of(ReadOnlySpan<double> years, ReadOnlySpan<double> values, CompoundRateMethod method = CompoundRateMethod.Level, NonPositiveStart nonPositive = NonPositiveStart.Undefined)
    {
        TimeSeries.CheckTimes(years, values, rising: true);
        var t = new double[values.Length];
        var y = new double[values.Length];
        int n = TimeSeries.Present(years, values, t, y);
        return Of(t.AsSpan(0, n), y.AsSpan(0, n), method, nonPositive, n);
    }

    private static CompoundRate Of(ReadOnlySpan<double> t, ReadOnlySpan<double> y, CompoundRateMethod method, NonPositiveStart nonPositive, int n)
    {
        if (n < 2) return None(method, "少于两个数值", "fewer than two values");
        double first = y[0], last = y[^1], span = t[^1] - t[0];
        if (!(first > 0))
        {
            switch (nonPositive)
            {
                case NonPositiveStart.ByRatio when method == CompoundRateMethod.Level:
                    if (first == last) return Is(method, 0);
                    if (first < 0 && last < 0) return Is(method, ElementaryFunctions.Pow(last / first, 1 / span) - 1);
                    break;
                case NonPositiveStart.OverAbsoluteStart when first < 0:
                    return Is(method, (last - first) / span / Math.Abs(first));
            }
            return first == 0 ? None(method, "基期为零", "the first value is zero") : None(method, "基期为负", "the first value is negative");
        }
        switch (method)
        {
            case CompoundRateMethod.Level:
                return last < 0 ? None(method, "期末为负", "the last value is negative") : Is(method, ElementaryFunctions.Pow(last / first, 1 / span) - 1);
            case CompoundRateMethod.Cumulative:
                double sum = Sums.Of(y[1..]);
                return sum < 0 ? None(method, "累计值为负", "the later values sum to less than zero") : Is(method, Solve(t, sum / first) - 1);
            default:
                foreach (double v in method == CompoundRateMethod.LogLinear ? y : y[..^1])
                    if (!(v > 0)) return None(method, "序列中有非正值", "a value of the series is not positive");
                if (method == CompoundRateMethod.LogLinear)
                {
                    var logs = new double[n];
                    for (int i = 0; i < n; i++) logs[i] = ElementaryFunctions.Log(y[i]);
                    return Is(method, ElementaryFunctions.Exp(LinearTrend.Fit(t, logs).Slope) - 1);
                }
                if (last < 0) return None(method, "期末为负", "the last value is negative");
                double mean = 0;
                for (int i = 1; i < n; i++) mean += (t[i] - t[i - 1]) * (ElementaryFunctions.Pow(y[i] / y[i - 1], 1 / (t[i] - t[i - 1])) - 1);
                return Is(method, mean / span);
        }
    }

    /// <summary>The factor x with Σ x^(tᵢ − t₀) = total over the later times: the sum rises with x, so bisection to the last bit.</summary>
    private static double Solve(ReadOnlySpan<double> t, double total)
    {
        double low = 0, high = 1;
        while (Sum(t, high) < total) high *= 2;
        for (int i = 0; i < 2000; i++)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (Sum(t, middle) < total) low = middle;
            else high = middle;
        }
        return high;

        static double Sum(ReadOnlySpan<double> t, double x)
        {
            double sum = 0;
            for (int i = 1; i < t.Length; i++) sum += ElementaryFunctions.Pow(x, t[i] - t[0]);
            return sum;
        }
    }

    private static CompoundRate Is(CompoundRateMethod method, double rate) => new() { Method = method, Rate = rate };

    private static CompoundRate None(CompoundRateMethod method, string chinese, string english) => new() { Method = method, Rate = double.NaN, Reason = new BilingualText(chinese, english) };

    /// <summary>Such as <c>20.38 % a year</c>.</summary>
    public override string ToString() => Reason is { } reason ? $"no rate: {reason.English}" : string.Create(CultureInfo.InvariantCulture, $"{Rate * 100:0.00} % a year");
}
