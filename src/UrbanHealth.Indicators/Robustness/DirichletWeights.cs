using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights around given ones (狄利克雷分布): Dirichlet with parameters concentration · meanᵢ.</summary>
/// <remarks>
/// The standard deviation of a weight is √(m(1 − m)/(concentration + 1)) with its mean m: a concentration of 99 lets a weight of 0.1 vary by 0.03.
/// A mean of 0 stays 0. Source: gamma variates after Marsaglia and Tsang (2000), divided by their sum.
/// </remarks>
public sealed record DirichletWeights : WeightDistribution
{
    /// <summary>The mean weights; not negative, divided by their sum.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>How close the draws stay to the mean; positive.</summary>
    public required double Concentration { get; init; }

    internal override void Check(int count)
    {
        if (Mean.Count != count) throw new ArgumentException($"{Mean.Count} mean weights are given for {count}.", nameof(count));
        if (!(Concentration > 0) || !double.IsFinite(Concentration)) throw new ArgumentException("A concentration is positive and finite.", nameof(count));
        double sum = 0;
        foreach (double m in Mean)
        {
            if (!(m >= 0) || !double.IsFinite(m)) throw new ArgumentException("A mean weight is not negative.", nameof(count));
            sum += m;
        }
        if (!(sum > 0)) throw new ArgumentException("Some mean weight is positive.", nameof(count));
    }

    internal override double[]? GammaShapes
    {
        get
        {
            double scale = Scale(out bool isSmall);
            return isSmall ? null : [.. Mean.Select(m => scale * m)];
        }
    }

    internal override bool Sample(Philox random, long draw, int firstDimension, Span<double> weights)
    {
        double scale = Scale(out bool isSmall), sum = 0;
        if (!isSmall)
            for (int i = 0; i < weights.Length; i++) sum += weights[i] = Mean[i] == 0 ? 0 : random.Gamma(scale * Mean[i], draw, firstDimension + i);
        else
        {
            // small shapes give numbers too small for a double: their logarithms are taken to the largest
            double largest = double.NegativeInfinity;
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = Mean[i] == 0 ? double.NegativeInfinity : random.LogGamma(scale * Mean[i], draw, firstDimension + i);
                largest = Math.Max(largest, weights[i]);
            }
            for (int i = 0; i < weights.Length; i++) sum += weights[i] = ElementaryFunctions.Exp(weights[i] - largest);
        }
        for (int i = 0; i < weights.Length; i++) weights[i] /= sum;
        return true;
    }

    /// <summary>What a mean weight is multiplied by to be a shape.</summary>
    private double Scale(out bool isSmall)
    {
        double total = 0, least = double.PositiveInfinity;
        for (int i = 0; i < Mean.Count; i++)
        {
            total += Mean[i];
            if (Mean[i] > 0) least = Math.Min(least, Mean[i]);
        }
        double scale = Concentration / total;
        isSmall = least * scale < 1;
        return scale;
    }
}
