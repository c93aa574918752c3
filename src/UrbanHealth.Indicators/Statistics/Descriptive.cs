using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Statistics of one column (描述统计); NaN is missing and left out everywhere.</summary>
/// <remarks>Every method throws <see cref="ArgumentException"/> when too few figures are present for it to be defined, or when one is infinite.</remarks>
public static class Descriptive
{
    /// <summary>1/Φ⁻¹(3/4): turns a median absolute deviation into an estimate of a normal's standard deviation.</summary>
    private const double NormalMad = 1.4826022185056018;

    /// <summary>The arithmetic mean (均值).</summary>
    /// <remarks>Exactly rounded, so the order of the figures does not show.</remarks>
    public static double Mean(ReadOnlySpan<double> values) => Moments(values, 1).Mean;

    /// <summary>The variance (方差): squared deviations from the mean over n − 1, or n by name.</summary>
    /// <remarks>Exactly rounded, so the order of the figures does not show.</remarks>
    public static double Variance(ReadOnlySpan<double> values, VarianceDenominator denominator = VarianceDenominator.Sample)
    {
        int lost = denominator == VarianceDenominator.Sample ? 1 : 0;
        return Moments(values, lost + 1).Variance(lost);
    }

    /// <summary>The standard deviation (标准差): the root of <see cref="Variance"/>.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values, VarianceDenominator denominator = VarianceDenominator.Sample) => Math.Sqrt(Variance(values, denominator));

    /// <summary>The coefficient of variation (变异系数): standard deviation over the mean's absolute value.</summary>
    /// <exception cref="ArgumentException">The mean is 0.</exception>
    public static double CoefficientOfVariation(ReadOnlySpan<double> values, VarianceDenominator denominator = VarianceDenominator.Sample)
    {
        double mean = Mean(values);
        if (mean == 0) throw new ArgumentException("A coefficient of variation needs a mean other than 0.", nameof(values));
        return StandardDeviation(values, denominator) / Math.Abs(mean);
    }

    /// <summary>The median (中位数).</summary>
    public static double Median(ReadOnlySpan<double> values) => QuantileReader.Read(Present(values, 1), 0.5, QuantileDefinition.R7);

    /// <summary>A quantile (分位数). Source: Hyndman &amp; Fan (1996).</summary>
    /// <param name="values">The figures.</param>
    /// <param name="probability">0…1.</param>
    /// <param name="definition">Which of the definitions; R7 by default.</param>
    public static double Quantile(ReadOnlySpan<double> values, double probability, QuantileDefinition definition = QuantileDefinition.R7)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in 0…1.");
        return QuantileReader.Read(Present(values, 1), probability, definition);
    }

    /// <summary>The interquartile range (四分位距): the quantile at 0.75 less that at 0.25.</summary>
    public static double InterquartileRange(ReadOnlySpan<double> values, QuantileDefinition definition = QuantileDefinition.R7)
    {
        (double lower, double upper) = Quartiles(values, definition);
        return upper - lower;
    }

    /// <summary>The median absolute deviation from the median (中位数绝对偏差). Source: Hampel (1974).</summary>
    public static double MedianAbsoluteDeviation(ReadOnlySpan<double> values, MadScale scale = MadScale.Normal) => MedianAndDeviation(values, scale).Deviation;

    /// <summary>The skewness (偏度).</summary>
    /// <exception cref="ArgumentException">The figures are constant, or fewer than 3 for the corrected definition (2 for the others).</exception>
    public static double Skewness(ReadOnlySpan<double> values, MomentDefinition definition = MomentDefinition.Corrected)
    {
        double[] x = Present(values, definition == MomentDefinition.Corrected ? 3 : 2);
        double n = x.Length, mean = MeanOf(x), m2 = SquaredDeviations(x) / n;
        if (m2 == 0) throw new ArgumentException("Skewness is not defined for constant figures.", nameof(values));
        double g1 = CentralMoment(x, mean, 3) / (m2 * Math.Sqrt(m2));
        return definition switch
        {
            MomentDefinition.Corrected => g1 * Math.Sqrt(n * (n - 1)) / (n - 2),
            MomentDefinition.Moments => g1,
            _ => g1 * ElementaryFunctions.Pow((n - 1) / n, 1.5),
        };
    }

    /// <summary>The excess kurtosis (超额峰度).</summary>
    /// <exception cref="ArgumentException">The figures are constant, or fewer than 4 for the corrected definition (2 for the others).</exception>
    public static double Kurtosis(ReadOnlySpan<double> values, MomentDefinition definition = MomentDefinition.Corrected)
    {
        double[] x = Present(values, definition == MomentDefinition.Corrected ? 4 : 2);
        double n = x.Length, mean = MeanOf(x), m2 = SquaredDeviations(x) / n;
        if (m2 == 0) throw new ArgumentException("Kurtosis is not defined for constant figures.", nameof(values));
        double g2 = CentralMoment(x, mean, 4) / (m2 * m2) - 3;
        return definition switch
        {
            MomentDefinition.Corrected => (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6),
            MomentDefinition.Moments => g2,
            _ => (g2 + 3) * ((1 - 1 / n) * (1 - 1 / n)) - 3,
        };
    }

    /// <summary>The autocorrelation at lag 1 (一阶自相关): Σ (xₜ − m)(xₜ₋₁ − m) / Σ (xₜ − m)². Source: NIST StRD, univariate summary statistics.</summary>
    /// <param name="values">A series in order; none may be missing.</param>
    /// <exception cref="ArgumentException">A figure is missing, there are fewer than 2, or they are constant.</exception>
    public static double Autocorrelation(ReadOnlySpan<double> values)
    {
        double[] x = Present(values, 2);
        if (x.Length != values.Length) throw new ArgumentException("A series with gaps has no lag: fill them first.", nameof(values));
        double mean = MeanOf(x), squares = SquaredDeviations(x);
        if (squares == 0) throw new ArgumentException("Autocorrelation is not defined for constant figures.", nameof(values));
        double sum = 0, lost = 0;
        for (int i = 1; i < x.Length; i++) Sums.Add(ref sum, ref lost, (x[i] - mean) * (x[i - 1] - mean));
        return (sum + lost) / squares;
    }

    /// <summary>The figures that are present, in order.</summary>
    /// <exception cref="ArgumentException">Fewer than <paramref name="least"/> are, or one is infinite.</exception>
    internal static double[] Present(ReadOnlySpan<double> values, int least)
    {
        var x = new double[values.Length];
        int n = 0;
        foreach (double v in values)
        {
            if (double.IsNaN(v)) continue;
            if (double.IsInfinity(v)) throw new ArgumentException("A figure is infinite.", nameof(values));
            x[n++] = v;
        }
        if (n < least) throw new ArgumentException(FormattableString.Invariant($"At least {least} figure(s) must be present, {n} are."), nameof(values));
        return n == x.Length ? x : x[..n];
    }

    /// <summary>Several quantiles of the same figures.</summary>
    internal static double[] Quantiles(ReadOnlySpan<double> values, ReadOnlySpan<double> probabilities, QuantileDefinition definition = QuantileDefinition.R7)
    {
        var quantiles = new double[probabilities.Length];
        QuantileReader.Read(Present(values, 1), probabilities, definition, quantiles);
        return quantiles;
    }

    /// <summary>The quantiles at 0.25 and 0.75.</summary>
    internal static (double Lower, double Upper) Quartiles(ReadOnlySpan<double> values, QuantileDefinition definition = QuantileDefinition.R7)
    {
        double[] quartiles = Quantiles(values, [0.25, 0.75], definition);
        return (quartiles[0], quartiles[1]);
    }

    /// <summary>The median, and the median absolute deviation from it.</summary>
    internal static (double Median, double Deviation) MedianAndDeviation(ReadOnlySpan<double> values, MadScale scale = MadScale.Normal)
    {
        double[] x = Present(values, 1);
        double median = QuantileReader.Read(x, 0.5, QuantileDefinition.R7);
        for (int i = 0; i < x.Length; i++) x[i] = Math.Abs(x[i] - median);
        return (median, QuantileReader.Read(x, 0.5, QuantileDefinition.R7) * (scale == MadScale.Normal ? NormalMad : 1));
    }

    internal static double[] Sorted(ReadOnlySpan<double> values)
    {
        double[] x = Present(values, 1);
        Array.Sort(x);
        return x;
    }

    internal static double MeanOf(ReadOnlySpan<double> x) => ExactMoments.Of(x).Mean;

    internal static double SquaredDeviations(ReadOnlySpan<double> x) => ExactMoments.Of(x).SquaredDeviations();

    private static ExactMoments Moments(ReadOnlySpan<double> values, int least)
    {
        ExactMoments moments = ExactMoments.Of(values);
        if (!moments.Sum.IsFinite) throw new ArgumentException("A figure is infinite.", nameof(values));
        if (moments.Count < least) throw new ArgumentException(FormattableString.Invariant($"At least {least} figure(s) must be present, {moments.Count} are."), nameof(values));
        return moments;
    }

    private static double CentralMoment(ReadOnlySpan<double> x, double mean, int power)
    {
        double sum = 0, lost = 0;
        foreach (double v in x)
        {
            double d = v - mean;
            Sums.Add(ref sum, ref lost, power == 3 ? d * d * d : d * d * (d * d));
        }
        return (sum + lost) / x.Length;
    }
}
