namespace UrbanHealth.Indicators.Numerics;

/// <summary>Several doubles worked on at once; one arithmetic, whatever the width of the machine.</summary>
/// <remarks>Only operations that round alike on every machine: no fused multiply-add, and comparisons instead of minimum and maximum, whose rules for NaN differ.</remarks>
internal unsafe interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Of(double value);

    static abstract TSelf Load(double* source);

    static abstract void Store(TSelf value, double* target);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Subtract(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    static abstract TSelf Divide(TSelf a, TSelf b);

    /// <summary>A mask, true where a &lt; b; false for NaN.</summary>
    static abstract TSelf Less(TSelf a, TSelf b);

    /// <summary>A mask, true where a = b; false for NaN.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Lane by lane a where the mask is true, else b.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>Lane by lane a where the mask is true, else 0.</summary>
    static abstract TSelf Keep(TSelf mask, TSelf a);

    /// <summary>sum + value where x is a number, else sum; the sum is not −0.</summary>
    static abstract TSelf AddWherePresent(TSelf x, TSelf sum, TSelf value);

    /// <summary>True when a mask is true in every lane.</summary>
    static abstract bool All(TSelf mask);
}
