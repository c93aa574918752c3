using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>All weights that sum to 1 and satisfy the constraints, equally likely (单纯形上的均匀分布).</summary>
/// <remarks>
/// Exponential spacings (Tervonen and Lahdelma 2007), not normalised uniforms, which crowd the centre. Lower limits shrink the
/// simplex, chains of orders sort the weights, both exactly; other constraints by rejection, and a draw whose tries are used up has failed.
/// </remarks>
public sealed record UniformWeights : WeightDistribution
{
    /// <summary>The least and the most that some weights can be; none by default.</summary>
    public IReadOnlyList<WeightRange> Ranges { get; init; } = [];

    /// <summary>Which weights are at least as large as which; none by default.</summary>
    public IReadOnlyList<WeightOrder> Orders { get; init; } = [];

    /// <summary>How often a draw is tried before it fails; 10,000 by default.</summary>
    public int Tries { get; init; } = 10_000;

    internal override void Check(int count)
    {
        (double[] low, double[] high) = Limits(count);
        double lows = 0, highs = 0;
        for (int i = 0; i < count; i++)
        {
            if (!(low[i] >= 0 && low[i] <= high[i] && high[i] <= 1)) throw new ArgumentException($"Weight {i} has no room between {low[i]} and {high[i]}.", nameof(count));
            lows += low[i];
            highs += high[i];
        }
        if (lows > 1 || highs < 1) throw new ArgumentException("No weights within the ranges sum to 1.", nameof(count));
        bool[,] above = Above(count);
        for (int i = 0; i < count; i++)
            if (above[i, i]) throw new ArgumentException("The orders run in a circle.", nameof(count));
    }

    internal override bool Sample(Philox random, long draw, int firstDimension, Span<double> weights)
    {
        int n = weights.Length;
        if (Ranges.Count == 0 && Orders.Count == 0)
        {
            Simplex(random, draw, firstDimension, 0, weights);
            return true;
        }
        (double[] low, double[] high) = Limits(n);
        double free = 1;
        foreach (double l in low) free -= l;
        bool[,]? above = Orders.Count == 0 ? null : Above(n);
        bool sorts = above is not null && Ranges.Count == 0 && IsChains(above, n);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            Simplex(random, draw, firstDimension, attempt, weights);
            if (sorts)
            {
                Sort(weights, above!);
                return true;
            }
            for (int i = 0; i < n; i++) weights[i] = low[i] + free * weights[i];
            if (Satisfies(weights, high)) return true;
        }
        return false;
    }

    internal override uint SampleEight(Philox random, ReadOnlySpan<long> draws, int firstDimension, Span<double> weights)
    {
        if (Ranges.Count != 0 || Orders.Count != 0) return base.SampleEight(random, draws, firstDimension, weights);
        PhiloxLanes.Exponential(random, draws, firstDimension, weights);
        PhiloxLanes.Normalise(weights);
        return uint.MaxValue;
    }

    private static void Simplex(Philox random, long draw, int firstDimension, int attempt, Span<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += weights[i] = -ElementaryFunctions.Log(random.Uniform(draw, firstDimension + i, attempt));
        for (int i = 0; i < weights.Length; i++) weights[i] /= sum;
    }

    private bool Satisfies(ReadOnlySpan<double> weights, double[] high)
    {
        for (int i = 0; i < weights.Length; i++) if (weights[i] > high[i]) return false;
        foreach (WeightOrder o in Orders) if (weights[o.Larger] < weights[o.Smaller]) return false;
        return true;
    }

    private (double[] Low, double[] High) Limits(int count)
    {
        var low = new double[count];
        var high = new double[count];
        Array.Fill(high, 1);
        foreach (WeightRange r in Ranges)
        {
            if (r.Index < 0 || r.Index >= count) throw new ArgumentException($"There is no weight {r.Index}.", nameof(count));
            low[r.Index] = Math.Max(low[r.Index], r.Lowest);
            high[r.Index] = Math.Min(high[r.Index], r.Highest);
        }
        return (low, high);
    }

    /// <summary>Which weights are above which, directly or through others.</summary>
    private bool[,] Above(int count)
    {
        var above = new bool[count, count];
        foreach (WeightOrder o in Orders)
        {
            if (o.Larger < 0 || o.Larger >= count || o.Smaller < 0 || o.Smaller >= count) throw new ArgumentException($"There is no weight {o.Larger} or {o.Smaller}.", nameof(count));
            above[o.Larger, o.Smaller] = true;
        }
        for (int k = 0; k < count; k++)
            for (int i = 0; i < count; i++)
                for (int j = 0; j < count; j++) above[i, j] |= above[i, k] && above[k, j];
        return above;
    }

    /// <summary>True when what is comparable through any others is comparable outright: the orders are chains apart from each other.</summary>
    private static bool IsChains(bool[,] above, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n; k++)
                    if (j != k && (above[i, j] || above[j, i]) && (above[i, k] || above[k, i]) && !above[j, k] && !above[k, j]) return false;
        return true;
    }

    private static void Sort(Span<double> weights, bool[,] above)
    {
        int n = weights.Length;
        for (int pass = 0; pass < n; pass++)
        {
            bool moved = false;
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                {
                    if (!above[i, j] || weights[i] >= weights[j]) continue;
                    (weights[i], weights[j]) = (weights[j], weights[i]);
                    moved = true;
                }
            if (!moved) return;
        }
    }
}
