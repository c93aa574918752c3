namespace UrbanHealth.Indicators.Numerics;

/// <summary>A mean of positive scores that is a function of a sum of terms; a type, so that each gets a loop of its own.</summary>
internal interface ITileMean
{
    /// <summary>What a score adds to the sum.</summary>
    static abstract TLanes Term<TLanes>(TLanes weight, TLanes score) where TLanes : struct, ILanes<TLanes>;

    /// <summary>The mean.</summary>
    static abstract TLanes Mean<TLanes>(TLanes sum, TLanes weights) where TLanes : struct, ILanes<TLanes>;
}
