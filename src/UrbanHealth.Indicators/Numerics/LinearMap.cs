using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The numbers of a straight line from raw figures to scores, with what may come before and after it.</summary>
internal record struct LinearMap
{
    public double Origin;
    public double Slope;
    public double Offset;
    public double Lowest;
    public double Highest;
    public double RangeLow;
    public double RangeHigh;
    public double Pin;
    public double PinScore;

    /// <summary>Fold, line, pin, clamp: the one place where a figure becomes a score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLanes Map<TLanes>(TLanes x, ScoreMapKind kind) where TLanes : struct, ILanes<TLanes>
    {
        if ((kind & ScoreMapKind.Folded) != 0) x = Fold(x);
        if ((kind & ScoreMapKind.Linear) == 0) return x;
        TLanes s = TLanes.Add(TLanes.Multiply(TLanes.Subtract(x, TLanes.Of(Origin)), TLanes.Of(Slope)), TLanes.Of(Offset));
        if ((kind & ScoreMapKind.Pinned) != 0) s = TLanes.Select(TLanes.Equal(x, TLanes.Of(Pin)), TLanes.Of(PinScore), s);
        // the score comes second, so that a missing one stays missing
        return (kind & ScoreMapKind.Clamped) != 0 ? TLanes.Lesser(TLanes.Of(Highest), TLanes.Greater(TLanes.Of(Lowest), s)) : s;
    }

    /// <summary>Minus the distance to the range: 0 inside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLanes Fold<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes>
    {
        TLanes low = TLanes.Of(RangeLow), high = TLanes.Of(RangeHigh);
        TLanes outside = TLanes.Select(TLanes.Less(x, low), TLanes.Subtract(x, low), TLanes.Subtract(high, x));
        TLanes inside = TLanes.Select(TLanes.Less(x, low), outside, TLanes.Select(TLanes.Less(high, x), outside, TLanes.Of(0)));
        return TLanes.Select(TLanes.Equal(x, x), inside, x);
    }
}
