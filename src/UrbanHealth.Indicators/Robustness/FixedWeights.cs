using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights that do not vary (固定权重).</summary>
public sealed record FixedWeights : WeightDistribution
{
    /// <summary>The weights, used as they are.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    internal override void Check(int count)
    {
        if (Weights.Count != count) throw new ArgumentException($"{Weights.Count} weights are given for {count}.", nameof(count));
    }

    internal override bool Sample(Philox random, long draw, int firstDimension, Span<double> weights)
    {
        for (int i = 0; i < weights.Length; i++) weights[i] = Weights[i];
        return true;
    }
}
