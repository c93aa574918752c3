using System.Globalization;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Sen's slope (森斜率, Theil-Sen): the median of the slopes of all pairs, with its interval.</summary>
/// <remarks>
/// Sources: Theil (1950); Sen (1968). One wild year in five does not move it far. Pairs at one time are left out. Missing values (NaN)
/// are left out and the times kept. With fewer than two different times the slope is NaN.
/// </remarks>
public sealed record SenSlope
{
    private SenSlope() { }

    /// <summary>The slope in units a year (or a step, when no times are given).</summary>
    public required double Slope { get; init; }

    /// <summary>The value of the line at time 0.</summary>
    public required double Intercept { get; init; }

    /// <summary>The lower end of the interval; −∞ when so few values allow no bound at this confidence.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper end of the interval; +∞ when so few values allow no bound at this confidence.</summary>
    public required double Upper { get; init; }

    /// <summary>The confidence of the interval.</summary>
    public required double Confidence { get; init; }

    /// <summary>The ranks of the two slopes that bound the interval, from 1; not whole for <see cref="SenIntervalRule.Interpolated"/>.</summary>
    public required (double Lower, double Upper) Ranks { get; init; }

    /// <summary>The slopes of all pairs, rising.</summary>
    public required IReadOnlyList<double> Slopes { get; init; }

    /// <summary>The slope of equally spaced values, a step apart.</summary>
    /// <param name="values">The values; NaN is missing, and its step still counts.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <param name="interval">Which slopes bound the interval.</param>
    /// <param name="intercept">Which line goes with the slope.</param>
    public static SenSlope Of(ReadOnlySpan<double> values, double confidence = 0.95, SenIntervalRule interval = SenIntervalRule.Rounded, InterceptRule intercept = InterceptRule.Separate)
    {
        var times = new double[values.Length];
        TimeSeries.Count(times);
        return Of(times, values, confidence, interval, intercept);
    }

    /// <summary>The slope of values at given times.</summary>
    /// <param name="times">The times, in any order, equal ones allowed.</param>
    /// <param name="values">One value a time; NaN is missing.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <param name="interval">Which slopes bound the interval.</param>
    /// <param name="intercept">Which line goes with the slope.</param>
    /// <exception cref="ArgumentException">The lengths differ, a time is not finite or a value is infinite.</exception>
    public static SenSlope Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double confidence = 0.95, SenIntervalRule interval = SenIntervalRule.Rounded, InterceptRule intercept = InterceptRule.Separate)
    {
        TimeSeries.CheckTimes(times, values, rising: false);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        var t = new double[values.Length];
        var y = new double[values.Length];
        int n = TimeSeries.Present(times, values, t, y);
        Array.Resize(ref t, n);
        Array.Resize(ref y, n);
        var slopes = new double[n * (n - 1) / 2];
        Array.Resize(ref slopes, SlopesInto(t, y, slopes));
        double slope = TimeSeries.MedianOfSorted(slopes);
        (double low, double high) = RanksOf(t, y, slopes.Length, confidence, interval);
        return new SenSlope
        {
            Slope = slope,
            Intercept = InterceptOf(t, y, slope, intercept),
            Confidence = confidence,
            Ranks = (low, high),
            Slopes = slopes,
            Lower = slopes.Length == 0 ? double.NaN : At(slopes, low, double.NegativeInfinity),
            Upper = slopes.Length == 0 ? double.NaN : At(slopes, high, double.PositiveInfinity),
        };
    }

    /// <summary>The sorted slopes of all pairs at different times; returns how many.</summary>
    internal static int SlopesInto(ReadOnlySpan<double> t, ReadOnlySpan<double> y, Span<double> slopes)
    {
        int k = 0;
        for (int i = 0; i < t.Length; i++)
            for (int j = i + 1; j < t.Length; j++)
                if (t[j] != t[i]) slopes[k++] = (y[j] - y[i]) / (t[j] - t[i]);
        slopes[..k].Sort();
        return k;
    }

    private static double At(double[] slopes, double rank, double beyond)
    {
        int below = (int)Math.Floor(rank);
        double share = rank - below;
        if (rank < 1 || rank > slopes.Length) return beyond;
        return share == 0 ? slopes[below - 1] : slopes[below - 1] + share * (slopes[below] - slopes[below - 1]);
    }

    private static (double, double) RanksOf(double[] t, double[] y, int pairs, double confidence, SenIntervalRule rule)
    {
        int n = y.Length;
        Span<int> groups = new int[n];
        double[] sorted = [.. y];
        Array.Sort(sorted);
        ReadOnlySpan<int> ties = groups[..KendallDistribution.Groups(sorted, groups)];
        double variance = KendallDistribution.Variance(n, ties);
        bool untied = ties.Length == n;
        Array.Copy(t, sorted, n);
        Array.Sort(sorted);
        ties = groups[..KendallDistribution.Groups(sorted, groups)];
        variance += KendallDistribution.Variance(n, ties) - KendallDistribution.Variance(n, []); // equal times lessen it as equal values do
        untied &= ties.Length == n;
        double c = Normal.InvCDF(0, 1, (1 + confidence) / 2) * Math.Sqrt(variance);
        double half = (pairs - c) / 2;
        switch (rule)
        {
            case SenIntervalRule.Rounded: return (Math.Round(half, MidpointRounding.ToEven), Math.Round((pairs + c) / 2, MidpointRounding.ToEven) + 1);
            case SenIntervalRule.Interpolated: return (half, (pairs + c) / 2 + 1);
            default:
                double m = Math.Floor(half);
                if (untied && n is >= 2 and <= KendallDistribution.Largest)
                {
                    long k = pairs; // the smallest score whose upper tail is within α/2
                    while (k - 2 > 0 && KendallDistribution.UpperTail(n, ties, k - 2) <= (1 - confidence) / 2) k -= 2;
                    m = KendallDistribution.UpperTail(n, ties, k) <= (1 - confidence) / 2 ? (pairs - (k - 2)) / 2 : 0;
                }
                return (m, pairs - m + 1);
        }
    }

    private static double InterceptOf(double[] t, double[] y, double slope, InterceptRule rule)
    {
        var work = new double[y.Length];
        if (rule == InterceptRule.Joint)
        {
            for (int i = 0; i < work.Length; i++) work[i] = y[i] - slope * t[i];
            Array.Sort(work);
            return TimeSeries.MedianOfSorted(work);
        }
        Array.Copy(y, work, work.Length);
        Array.Sort(work);
        double middle = TimeSeries.MedianOfSorted(work);
        Array.Copy(t, work, work.Length);
        Array.Sort(work);
        return middle - slope * TimeSeries.MedianOfSorted(work);
    }

    /// <summary>Such as <c>Sen slope -0.05625 a year (95 %: -0.15 to 0.04)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Sen slope {Slope:G6} a year ({Confidence * 100:0.##} %: {Lower:G6} to {Upper:G6})");
}
