using MathNet.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How well sources with known errors agree about one figure (异质性).</summary>
/// <remarks>
/// With weights wᵢ = 1/σᵢ²: Q = Σ wᵢ (xᵢ − x̄)² (Cochran 1954), I² = max(0, (Q − df)/Q) and H² = Q/df (Higgins &amp; Thompson 2002),
/// R = √H² (Birge 1932). I² is the classic one, by Q; the one by a REML estimate of τ² is another number.
/// </remarks>
public sealed record SourceHeterogeneity
{
    private SourceHeterogeneity(double[] values, double[] variances)
    {
        int k = values.Length;
        DegreesOfFreedom = k - 1;
        (Mean, double weight) = WeightedMean(values, variances, 0);
        StandardError = Math.Sqrt(1 / weight);
        Q = QOf(values, variances, 0);
        PValue = k == 1 ? 1 : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, Q / 2);
        I2 = Q > DegreesOfFreedom ? (Q - DegreesOfFreedom) / Q : 0;
        H2 = k == 1 ? double.NaN : Q / DegreesOfFreedom;
        BirgeRatio = Math.Sqrt(H2);
        BirgeStandardError = StandardError * BirgeRatio;

        double squares = 0, lost = 0;
        foreach (double v in variances) Sums.Add(ref squares, ref lost, 1 / (v * v));
        DerSimonianLaird = Estimate(values, variances, Math.Max(0, (Q - DegreesOfFreedom) / (weight - ((squares + lost) / weight))));
        PauleMandel = Estimate(values, variances, SolveQ(values, variances, DegreesOfFreedom));
    }

    /// <summary>The mean weighted by 1/σ².</summary>
    public double Mean { get; }

    /// <summary>Its standard error, 1/√Σ 1/σ².</summary>
    public double StandardError { get; }

    /// <summary>Cochran's Q.</summary>
    public double Q { get; }

    /// <summary>The number of sources less 1.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The probability of a Q at least as large when only the stated errors are at work (χ²).</summary>
    public double PValue { get; }

    /// <summary>The share of the variation that the errors do not explain, 0…1.</summary>
    public double I2 { get; }

    /// <summary>Q over its degrees of freedom; NaN for one source.</summary>
    public double H2 { get; }

    /// <summary>The Birge ratio √(Q/df): above 1 the stated errors are too small; NaN for one source.</summary>
    public double BirgeRatio { get; }

    /// <summary>The standard error of <see cref="Mean"/> times the Birge ratio; it leaves the mean where it is.</summary>
    public double BirgeStandardError { get; }

    /// <summary>With τ² by moments. Source: DerSimonian &amp; Laird (1986), Controlled Clinical Trials 7.</summary>
    public ConsensusEstimate DerSimonianLaird { get; }

    /// <summary>With the τ² for which Q(τ²) = k − 1. Source: Paule &amp; Mandel (1982), J. Res. NBS 87.</summary>
    public ConsensusEstimate PauleMandel { get; }

    /// <summary>The agreement of figures whose variances are known.</summary>
    /// <param name="values">A figure a source.</param>
    /// <param name="variances">Its variance σ², of the same length.</param>
    /// <exception cref="ArgumentException">There is none, the lengths differ, a figure is not finite, or a variance is not a positive number.</exception>
    public static SourceHeterogeneity Of(ReadOnlySpan<double> values, ReadOnlySpan<double> variances)
    {
        if (values.IsEmpty) throw new ArgumentException("At least one figure is needed.", nameof(values));
        if (variances.Length != values.Length) throw new ArgumentException("One variance for each figure is needed.", nameof(variances));
        foreach (double x in values) if (!double.IsFinite(x)) throw new ArgumentException("Every figure must be finite.", nameof(values));
        foreach (double v in variances) if (!(v > 0 && double.IsFinite(v))) throw new ArgumentException("Every variance must be a positive number.", nameof(variances));
        return new SourceHeterogeneity(values.ToArray(), variances.ToArray());
    }

    private static (double Mean, double Weight) WeightedMean(double[] values, double[] variances, double between)
    {
        double sum = 0, sumLost = 0, weight = 0, weightLost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double w = 1 / (variances[i] + between);
            Sums.Add(ref sum, ref sumLost, w * values[i]);
            Sums.Add(ref weight, ref weightLost, w);
        }
        weight += weightLost;
        return ((sum + sumLost) / weight, weight);
    }

    private static double QOf(double[] values, double[] variances, double between)
    {
        double mean = WeightedMean(values, variances, between).Mean, q = 0, lost = 0;
        for (int i = 0; i < values.Length; i++) Sums.Add(ref q, ref lost, (values[i] - mean) * (values[i] - mean) / (variances[i] + between));
        return q + lost;
    }

    /// <summary>The τ² at which Q falls to <paramref name="target"/>, by halving to the last bit; Q falls with τ². 0 where it is there already.</summary>
    private static double SolveQ(double[] values, double[] variances, double target)
    {
        if (QOf(values, variances, 0) <= target) return 0;
        double low = 0, high = 1;
        for (; QOf(values, variances, high) > target; high *= 2) low = high;
        for (int i = 0; i < 2000; i++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (QOf(values, variances, middle) > target) low = middle;
            else high = middle;
        }
        return high;
    }

    private static ConsensusEstimate Estimate(double[] values, double[] variances, double between)
    {
        (double mean, double weight) = WeightedMean(values, variances, between);
        return new ConsensusEstimate(between, mean, Math.Sqrt(1 / weight));
    }
}
