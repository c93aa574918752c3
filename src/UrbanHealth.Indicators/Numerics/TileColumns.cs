namespace UrbanHealth.Indicators.Numerics;

/// <summary>The scores of a node's children over a tile of areas.</summary>
internal readonly unsafe ref struct TileColumns
{
    private readonly ScoringChild* children;
    private readonly int length;

    public TileColumns(ScoringChild* children, int count, int length)
    {
        this.children = children;
        this.length = length;
        Count = count;
    }

    /// <summary>The number of children.</summary>
    public int Count { get; }

    /// <summary>Where one child's scores begin.</summary>
    public double* Source(int child) => children[child].Source;

    /// <summary>One child's scores; NaN is missing.</summary>
    public ReadOnlySpan<double> this[int child] => new(children[child].Source, length);
}
