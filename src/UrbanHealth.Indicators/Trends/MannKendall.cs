using System.Globalization;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Mann-Kendall test for a monotonic trend (曼-肯德尔趋势检验) and what it found.</summary>
/// <remarks>
/// S = Σ sign(xⱼ − xᵢ) over i &lt; j; Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18; z = (S ∓ 1)/√Var S, and 0 for S = 0.
/// Sources: Mann (1945); Kendall (1970); Gilbert (1987), ch. 16. Missing values (NaN) are left out; only the order of
/// the rest matters, so uneven years make no difference. With fewer than two values, or only ties, the p-value is 1 and z is 0;
/// where a correction for serial correlation makes the variance negative, both are NaN.
/// </remarks>
public sealed record MannKendall
{
    private MannKendall() { }

    /// <summary>The number of values the test used.</summary>
    public required int Count { get; init; }

    /// <summary>The score S: pairs that rise less pairs that fall.</summary>
    public required double S { get; init; }

    /// <summary>The variance of S, corrected for ties and, where asked, for serial correlation.</summary>
    public required double Variance { get; init; }

    /// <summary>The standardised score, with continuity correction.</summary>
    public required double Z { get; init; }

    /// <summary>The two-sided p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>The one-sided p-value of a rise: P(S ≥ observed).</summary>
    public required double PValueOfRise { get; init; }

    /// <summary>The one-sided p-value of a fall: P(S ≤ observed).</summary>
    public required double PValueOfFall { get; init; }

    /// <summary>True when the p-values are exact and not an approximation.</summary>
    public required bool IsExact { get; init; }

    /// <summary>S over the number of pairs (τ-a); NaN with fewer than two values.</summary>
    public required double Tau { get; init; }

    /// <summary>S over √(pairs · pairs not tied) (τ-b); NaN when every value is the same.</summary>
    public required double TauB { get; init; }

    /// <summary>How serial correlation was allowed for.</summary>
    public required SerialCorrection Correction { get; init; }

    /// <summary>n/n*, the factor of the variance by which serial correlation was allowed for; 1 for none.</summary>
    public required double VarianceFactor { get; init; }

    /// <summary>True when the two-sided p-value is below <paramref name="level"/>.</summary>
    public bool IsSignificant(double level = 0.05) => PValue < level;

    /// <summary>Tests a series in the order of time.</summary>
    /// <param name="values">The values; NaN is missing and left out.</param>
    /// <param name="correction">How serial correlation is allowed for; by default it is not.</param>
    /// <param name="pValue">How the p-value is found; exact for up to 20 values by default. A corrected test is always approximate.</param>
    /// <param name="lag">The largest lag of <see cref="SerialCorrection.HamedRao"/> and <see cref="SerialCorrection.YueWang"/>; every lag by default.</param>
    /// <param name="lagLevel">The level at which Hamed &amp; Rao count an autocorrelation as significant.</param>
    /// <exception cref="ArgumentException">A value is infinite, or an exact p-value is asked for more than 20 values or with a correction.</exception>
    public static MannKendall Of(ReadOnlySpan<double> values, SerialCorrection correction = SerialCorrection.None,
        PValueRule pValue = PValueRule.ExactWhenSmall, int? lag = null, double lagLevel = 0.05)
    {
        TimeSeries.CheckValues(values);
        if (lag is < 0) throw new ArgumentOutOfRangeException(nameof(lag));
        if (!(lagLevel is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(lagLevel));
        var x = new double[values.Length];
        int n = TimeSeries.Present(values, x);
        Array.Resize(ref x, n);
        if (correction != SerialCorrection.None && pValue == PValueRule.Exact) throw new ArgumentException("There is no exact distribution with serial correlation.", nameof(pValue));

        double factor = 1;
        if (n > 2 && correction != SerialCorrection.None)
        {
            double slope = SenSlope.Of(values).Slope; // missing values keep their steps, as in pyMannKendall
            if (correction is SerialCorrection.HamedRao or SerialCorrection.YueWang) factor = FactorOf(x, slope, correction, lag, lagLevel);
            else { x = Whiten(x, correction == SerialCorrection.TrendFreePreWhitening ? slope : 0); n = x.Length; }
        }

        long s = KendallDistribution.Score(x);
        double[] sorted = [.. x];
        Array.Sort(sorted);
        var groups = new int[n];
        ReadOnlySpan<int> ties = groups.AsSpan(0, KendallDistribution.Groups(sorted, groups));
        double variance = KendallDistribution.Variance(n, ties) * factor;
        bool exact = correction == SerialCorrection.None && pValue != PValueRule.Approximate && n <= KendallDistribution.Largest;
        if (pValue == PValueRule.Exact && !exact) throw new ArgumentException($"The exact distribution is at hand for up to {KendallDistribution.Largest} values.", nameof(pValue));
        return Make(n, s, variance, (long)n * (n - 1) / 2, KendallDistribution.Pairs(n, ties), exact, ties, correction, factor);
    }

    /// <summary>Tests whether several series share one trend: of several districts (regional), or of the seasons of one (seasonal).</summary>
    /// <remarks>S and Var S are summed over the series. Sources: Hirsch, Slack &amp; Smith (1982); Helsel &amp; Frans (2006). The series are taken as independent of each other.</remarks>
    /// <param name="series">Rows are times in their order, columns the series; NaN is missing.</param>
    public static MannKendall OfSeries(Matrix series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double s = 0, variance = 0;
        long pairs = 0, untied = 0;
        int count = 0;
        for (int j = 0; j < series.Columns; j++)
        {
            var x = new double[series.Rows];
            int n = TimeSeries.Present(series.Column(j), x);
            Array.Resize(ref x, n);
            TimeSeries.CheckValues(x);
            s += KendallDistribution.Score(x);
            Array.Sort(x);
            var groups = new int[n];
            ReadOnlySpan<int> ties = groups.AsSpan(0, KendallDistribution.Groups(x, groups));
            variance += KendallDistribution.Variance(n, ties);
            pairs += (long)n * (n - 1) / 2;
            untied += KendallDistribution.Pairs(n, ties);
            count += n;
        }
        return Make(count, s, variance, pairs, untied, false, [], SerialCorrection.None, 1);
    }

    /// <summary>Tests one series season by season, so that the season itself is no trend (季节性检验).</summary>
    /// <param name="values">The values in the order of time, starting in the first season.</param>
    /// <param name="period">How many seasons a cycle has, such as 12 for months.</param>
    public static MannKendall OfSeasons(ReadOnlySpan<double> values, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        int rows = (values.Length + period - 1) / period;
        if (rows == 0) return Of(values);
        var columns = new double[period][];
        for (int j = 0; j < period; j++)
        {
            columns[j] = new double[rows];
            for (int i = 0; i < rows; i++) columns[j][i] = i * period + j < values.Length ? values[i * period + j] : double.NaN;
        }
        return OfSeries(Matrix.FromColumns(columns));
    }

    /// <summary>z of a score: 0 for 0 or for no variance, NaN where a correction made the variance negative.</summary>
    internal static double Standardise(double s, double variance) => variance < 0 ? double.NaN : s == 0 || variance == 0 ? 0 : (s > 0 ? s - 1 : s + 1) / Math.Sqrt(variance);

    /// <summary>The two-sided exact p-value, never above 1.</summary>
    internal static double ExactPValue(int n, ReadOnlySpan<int> ties, long s) => Math.Min(1, 2 * KendallDistribution.UpperTail(n, ties, Math.Abs(s)));

    private static MannKendall Make(int n, double s, double variance, long pairs, long untied, bool exact, ReadOnlySpan<int> ties, SerialCorrection correction, double factor)
    {
        double z = Standardise(s, variance);
        double rise, fall, both;
        if (exact)
        {
            rise = KendallDistribution.UpperTail(n, ties, (long)s);
            fall = KendallDistribution.UpperTail(n, ties, -(long)s); // the distribution is symmetric
            both = ExactPValue(n, ties, (long)s);
        }
        else if (variance < 0) (rise, fall, both) = (double.NaN, double.NaN, double.NaN);
        else if (variance == 0) (rise, fall, both) = (1, 1, 1);
        else
        {
            double sigma = Math.Sqrt(variance);
            rise = Normal.CDF(0, 1, -(s - 1) / sigma); // P(S ≥ s) with continuity correction
            fall = Normal.CDF(0, 1, (s + 1) / sigma);
            both = Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(z)));
        }
        return new MannKendall
        {
            Count = n,
            S = s,
            Variance = variance,
            Z = z,
            PValue = both,
            PValueOfRise = rise,
            PValueOfFall = fall,
            IsExact = exact,
            Tau = pairs == 0 ? double.NaN : s / pairs,
            TauB = untied == 0 ? double.NaN : s / Math.Sqrt((double)pairs * untied),
            Correction = correction,
            VarianceFactor = factor,
        };
    }

    private static double FactorOf(double[] x, double slope, SerialCorrection correction, int? lag, double level)
    {
        int n = x.Length;
        double[] series = Detrend(x, slope);
        if (correction == SerialCorrection.HamedRao) { var ranks = new double[n]; TimeSeries.MeanRanks(series, ranks); series = ranks; }
        int last = Math.Min(lag ?? n - 1, n - 1);
        double bound = Normal.InvCDF(0, 1, 1 - level / 2) / Math.Sqrt(n);
        double sum = 0;
        for (int k = 1; k <= last; k++)
        {
            double r = TimeSeries.Autocorrelation(series, k);
            if (double.IsNaN(r)) return 1; // a straight line leaves nothing to correct
            if (correction == SerialCorrection.YueWang) sum += (1 - (double)k / n) * r;
            else if (Math.Abs(r) > bound) sum += (double)(n - k) * (n - k - 1) * (n - k - 2) * r;
        }
        return correction == SerialCorrection.YueWang ? 1 + 2 * sum : 1 + 2.0 / ((double)n * (n - 1) * (n - 2)) * sum;
    }

    private static double[] Whiten(double[] x, double slope)
    {
        double[] flat = slope == 0 ? x : Detrend(x, slope);
        double r = TimeSeries.Autocorrelation(flat, 1);
        if (double.IsNaN(r)) r = 0;
        var white = new double[x.Length - 1];
        for (int i = 0; i < white.Length; i++) white[i] = flat[i + 1] - flat[i] * r + (i + 1) * slope;
        return white;
    }

    private static double[] Detrend(double[] x, double slope)
    {
        var flat = new double[x.Length];
        for (int i = 0; i < flat.Length; i++) flat[i] = x[i] - (i + 1) * slope;
        return flat;
    }

    /// <summary>Such as <c>Mann-Kendall n = 5, S = -6, z = -1.225, p = 0.233 (exact)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Mann-Kendall n = {Count}, S = {S:0.###}, z = {Z:0.000}, p = {PValue:0.0000}{(IsExact ? " (exact)" : "")}");
}
