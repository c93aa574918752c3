namespace UrbanHealth.Indicators.Numerics;

/// <summary>What the kernel needs of a child of a node, in one place.</summary>
internal unsafe struct ScoringChild
{
    /// <summary>The first figure of the tile.</summary>
    public double* Source;
    public ScoreMapKind Kind;
    public double Weight;
    public LinearMap Line;
}
