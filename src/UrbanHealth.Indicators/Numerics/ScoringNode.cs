namespace UrbanHealth.Indicators.Numerics;

/// <summary>A node of a scoring program.</summary>
/// <param name="Children">A leaf by its number, a node by the number of leaves plus its own; nodes come before their parents.</param>
/// <param name="Weights">One a child.</param>
/// <param name="Coverage">The share of the children that must be present.</param>
/// <param name="Function">Makes one score of several; the weighted arithmetic mean when null.</param>
internal sealed record ScoringNode(int[] Children, double[] Weights, double Coverage = 0, TileAggregation? Function = null)
{
    /// <summary>The fewest children that reach the coverage; at least one.</summary>
    public int FewestPresent
    {
        get
        {
            int k = 1;
            while (k < Children.Length && (double)k / Children.Length < Coverage) k++;
            return k;
        }
    }
}

/// <summary>Makes one score of several over a tile of areas; missing is NaN, and what it leaves out and reweights is its own affair.</summary>
internal delegate void TileAggregation(TileColumns scores, ReadOnlySpan<double> weights, Span<double> composites);
