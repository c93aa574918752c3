using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Another distribution held within ranges and orders (带约束的权重分布), by rejection.</summary>
/// <remarks>A draw whose tries are used up has failed. Where all weights are equally likely, <see cref="UniformWeights"/> does the same with fewer tries.</remarks>
public sealed record ConstrainedWeights : WeightDistribution
{
    private const int TryBits = 40; // tries lie beyond every draw's number

    /// <summary>The distribution before the constraints.</summary>
    public required WeightDistribution Of { get; init; }

    /// <summary>The least and the most that some weights can be; none by default.</summary>
    public IReadOnlyList<WeightRange> Ranges { get; init; } = [];

    /// <summary>Which weights are at least as large as which; none by default.</summary>
    public IReadOnlyList<WeightOrder> Orders { get; init; } = [];

    /// <summary>How often a draw is tried before it fails; 10,000 by default.</summary>
    public int Tries { get; init; } = 10_000;

    internal override void Check(int count)
    {
        Of.Check(count);
        new UniformWeights { Ranges = Ranges, Orders = Orders }.Check(count);
    }

    internal override bool Sample(Philox random, long draw, int firstDimension, Span<double> weights)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
            if (Of.Sample(random, draw + ((long)attempt << TryBits), firstDimension, weights) && Holds(weights)) return true;
        return false;
    }

    private bool Holds(ReadOnlySpan<double> weights)
    {
        foreach (WeightRange r in Ranges) if (!(weights[r.Index] >= r.Lowest && weights[r.Index] <= r.Highest)) return false;
        foreach (WeightOrder o in Orders) if (weights[o.Larger] < weights[o.Smaller]) return false;
        return true;
    }
}
