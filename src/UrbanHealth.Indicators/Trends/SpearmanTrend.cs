using System.Globalization;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Spearman's rank correlation with time (斯皮尔曼趋势检验, Daniel test).</summary>
/// <remarks>
/// Pearson's correlation of the order with mean ranks, so ties are allowed; the short formula 1 − 6Σd²/(n³ − n) is wrong with ties and is
/// not used. Exact for up to 10 values over every arrangement of the values, ties included; else t = r√((n−2)/(1−r²)). Sources: Spearman
/// (1904); Daniel (1990). Missing values (NaN) are left out. With fewer than two values, or only ties, r is NaN and p is 1.
/// </remarks>
public sealed record SpearmanTrend
{
    private SpearmanTrend() { }

    /// <summary>The number of values.</summary>
    public required int Count { get; init; }

    /// <summary>The rank correlation, −1 to 1; NaN when every value is the same.</summary>
    public required double Correlation { get; init; }

    /// <summary>The two-sided p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>The one-sided p-value of a rise.</summary>
    public required double PValueOfRise { get; init; }

    /// <summary>The one-sided p-value of a fall.</summary>
    public required double PValueOfFall { get; init; }

    /// <summary>True when the p-values are exact.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Tests a series in the order of time.</summary>
    /// <param name="values">The values; NaN is missing and left out.</param>
    /// <param name="pValue">How the p-value is found; exact for up to 10 values by default.</param>
    /// <exception cref="ArgumentException">A value is infinite, or an exact p-value is asked for more than 10 values.</exception>
    public static SpearmanTrend Of(ReadOnlySpan<double> values, PValueRule pValue = PValueRule.ExactWhenSmall)
    {
        TimeSeries.CheckValues(values);
        var x = new double[values.Length];
        int n = TimeSeries.Present(values, x);
        Array.Resize(ref x, n);
        bool exact = pValue != PValueRule.Approximate && n <= RankSumDistribution.Largest;
        if (pValue == PValueRule.Exact && !exact) throw new ArgumentException($"The exact distribution is at hand for up to {RankSumDistribution.Largest} values.", nameof(pValue));
        var ranks = new double[n];
        TimeSeries.MeanRanks(x, ranks);
        double top = 0, time = 0, rank = 0, middle = (n + 1) / 2.0;
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            double a = i + 1 - middle, b = ranks[i] - middle;
            top += a * b;
            time += a * a;
            rank += b * b;
            sum += (i + 1) * (int)(2 * ranks[i]);
        }
        if (n < 2 || rank == 0) return new SpearmanTrend { Count = n, Correlation = double.NaN, PValue = 1, PValueOfRise = 1, PValueOfFall = 1, IsExact = exact };
        double r = Math.Clamp(top / Math.Sqrt(time * rank), -1, 1);
        double rise, fall, both;
        if (exact)
        {
            double[] tails = RankSumDistribution.UpperTails(Array.ConvertAll(ranks, v => (int)(2 * v)));
            int mirrored = n * (n + 1) * (n + 1) - sum; // the sum of the reversed series, 2·Σ i(n + 1 − rᵢ) … the distribution is symmetric about its mean
            rise = tails[sum];
            fall = tails[mirrored];
            both = Math.Min(1, 2 * Math.Min(rise, fall));
        }
        else
        {
            double t = r * Math.Sqrt((n - 2) / ((1 - r) * (1 + r)));
            rise = n == 2 ? double.NaN : Tail(n - 2, t);
            fall = n == 2 ? double.NaN : Tail(n - 2, -t);
            both = Math.Min(1, 2 * Math.Min(rise, fall));
        }
        return new SpearmanTrend { Count = n, Correlation = r, PValue = both, PValueOfRise = rise, PValueOfFall = fall, IsExact = exact };
    }

    /// <summary>The smallest correlation whose exact one-sided p-value is within <paramref name="level"/>, for n values without ties (Daniel 检验临界值).</summary>
    /// <param name="count">The number of values, 4 to 10.</param>
    /// <param name="level">The one-sided level.</param>
    /// <returns>The critical value; NaN when not even a perfect correlation reaches the level.</returns>
    public static double CriticalValue(int count, double level = 0.05)
    {
        if (count < 2 || count > RankSumDistribution.Largest) throw new ArgumentOutOfRangeException(nameof(count));
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level));
        var doubled = new int[count];
        for (int i = 0; i < count; i++) doubled[i] = 2 * (i + 1);
        double[] tails = RankSumDistribution.UpperTails(doubled);
        double largest = count * (count + 1.0) * (2 * count + 1) / 6;
        double critical = double.NaN;
        for (int s = (int)(2 * largest); s >= 0; s -= 2)
        {
            if (tails[s] > level) break;
            critical = 1 - 12 * (largest - s / 2.0) / (count * (count * (double)count - 1)); // Σd² = 2(Σi² − Σi·r)
        }
        return critical;
    }

    private static double Tail(int freedom, double t) => double.IsInfinity(t) ? (t > 0 ? 0 : 1) : StudentT.CDF(0, 1, freedom, -t);

    /// <summary>Such as <c>Spearman trend n = 5, r = 0.821, p = 0.1333 (exact)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Spearman trend n = {Count}, r = {Correlation:0.000}, p = {PValue:0.0000}{(IsExact ? " (exact)" : "")}");
}
