using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights from an order of importance alone (排序赋权).</summary>
public sealed record RankWeighting : Weighting
{
    /// <summary>The rank of each sibling, in their order; the smallest is most important, equal ranks are ties; only the order counts.</summary>
    public required IReadOnlyList<double> Ranks { get; init; }

    /// <summary>The formula; rank-order centroid by default.</summary>
    public RankFormula Formula { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one rank for each sibling, or one is NaN.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        int n = siblings.Count;
        if (Ranks.Count != n || Ranks.Any(double.IsNaN)) throw new ArgumentException("There is not one rank for each sibling.", nameof(siblings));
        int[] order = [.. Enumerable.Range(0, n).OrderBy(j => Ranks[j])];
        double[] places = Places(n), weights = new double[n];
        for (int start = 0, end; start < n; start = end)
        {
            for (end = start + 1; end < n && Ranks[order[end]] == Ranks[order[start]]; end++) { }
            double shared = Sums.Of(places.AsSpan(start, end - start)) / (end - start);
            for (int k = start; k < end; k++) weights[order[k]] = shared;
        }
        return WeightSet.Of(weights, Formula switch { RankFormula.OrderCentroid => "rankOrderCentroid", RankFormula.Sum => "rankSum", _ => "rankReciprocal" }, new() { ["rank"] = Ranks });
    }

    private double[] Places(int n)
    {
        var places = new double[n];
        double tail = 0;
        for (int k = n; k >= 1; k--)
        {
            tail += 1.0 / k;
            places[k - 1] = Formula switch
            {
                RankFormula.OrderCentroid => tail / n,
                RankFormula.Sum => n + 1 - k,
                RankFormula.Reciprocal => 1.0 / k,
                _ => throw new InvalidOperationException($"There is no formula {Formula}."),
            };
        }
        return places;
    }

    /// <inheritdoc/>
    public bool Equals(RankWeighting? other) => other is not null && Formula == other.Formula && Ranks.SequenceEqual(other.Ranks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Formula, Ranks.Count);
}
