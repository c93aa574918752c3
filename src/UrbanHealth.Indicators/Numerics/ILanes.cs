namespace UrbanHealth.Indicators.Numerics;

/// <summary>Several doubles worked on at once; one arithmetic, whatever the width of the machine.</summary>
/// <remarks>Only operations that round alike on every machine: no fused multiply-add that could round otherwise, and a minimum and maximum whose rule for NaN is stated.</remarks>
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

    /// <summary>sum + a·b where neither rounds, so that fusing the two, which is done where the machine can, does not show.</summary>
    static abstract TSelf AddExactProduct(TSelf sum, TSelf a, TSelf b);

    /// <summary>a where a &lt; b, else b: b when either is NaN.</summary>
    static abstract TSelf Lesser(TSelf a, TSelf b);

    /// <summary>a where b &lt; a, else b: b when either is NaN.</summary>
    static abstract TSelf Greater(TSelf a, TSelf b);

    /// <summary>The sum of all lanes where that does not round, so that its order does not show.</summary>
    static abstract double ExactTotal(TSelf a);

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

    /// <summary>The correctly rounded square root.</summary>
    static abstract TSelf Root(TSelf a);

    /// <summary>Both of two masks, or the bits both numbers have.</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>The bits either number has.</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>The bits only one of the numbers has.</summary>
    static abstract TSelf ExclusiveOr(TSelf a, TSelf b);

    /// <summary>The bits, taken as a whole number, moved up.</summary>
    static abstract TSelf ShiftLeft(TSelf a, int places);

    /// <summary>The bits, taken as a whole number without sign, moved down.</summary>
    static abstract TSelf ShiftRight(TSelf a, int places);

    /// <summary>The sum of the bits, taken as whole numbers.</summary>
    static abstract TSelf AddWhole(TSelf a, TSelf b);

    /// <summary>The product of the lower 32 bits of both, as a whole number of 64 bits.</summary>
    static abstract TSelf MultiplyHalves(TSelf a, TSelf b);

    /// <summary>One bit a lane, the first lane lowest: set where the mask is true.</summary>
    static abstract uint Bits(TSelf mask);
}
