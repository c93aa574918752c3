namespace UrbanHealth.Indicators.Numerics;

/// <summary>How the children of a node become scores on the way into its mean; a type, so that each kind gets a loop of its own.</summary>
internal unsafe interface IScoringMap
{
    static abstract TLanes Map<TLanes>(ScoringChild* child, TLanes x) where TLanes : struct, ILanes<TLanes>;
}
