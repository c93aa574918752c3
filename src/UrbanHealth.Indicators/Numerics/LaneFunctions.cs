using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Logarithm and exponential of several numbers at once, with the bits of <see cref="ElementaryFunctions"/>.</summary>
/// <remarks>The same operations in the same order; where the scalar form branches, both ways are computed and one is selected.</remarks>
internal static unsafe class LaneFunctions
{
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;
    private const ulong AboveHalfRoot = 0x3FE6_A09E_667F_3BCE; // the bits of the double above √½
    private const double Whole = 4503599627370496; // 2^52: added to a smaller whole number, the sum's lower bits are the number

    /// <summary>ln x of each; −∞ for 0, NaN for what is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Of(0);
        TLanes isSmall = TLanes.Less(x, TLanes.Of(2.2250738585072014e-308));
        TLanes scaled = TLanes.Select(isSmall, TLanes.Multiply(x, TLanes.Of(18014398509481984)), x); // 2^54
        Split(scaled, out TLanes k, out TLanes m);
        k = TLanes.Select(isSmall, TLanes.Subtract(k, TLanes.Of(54)), k);
        TLanes f = TLanes.Subtract(m, TLanes.Of(1));
        TLanes log = TLanes.Subtract(TLanes.Multiply(k, TLanes.Of(Ln2High)), TLanes.Subtract(LogRest(f, TLanes.Multiply(k, TLanes.Of(Ln2Low))), f));
        log = TLanes.Select(TLanes.Equal(x, TLanes.Of(double.PositiveInfinity)), x, log);
        return TLanes.Select(TLanes.Less(zero, x), log, TLanes.Select(TLanes.Equal(x, zero), TLanes.Of(double.NegativeInfinity), TLanes.Of(double.NaN)));
    }

    /// <summary>x = m·2^k with m from √½ to √2, of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split<TLanes>(TLanes x, out TLanes k, out TLanes m) where TLanes : struct, ILanes<TLanes>
    {
        // moved up so that the exponent is one more from √2 on
        TLanes moved = TLanes.AddWhole(x, Bits<TLanes>(0x3FF0_0000_0000_0000 - AboveHalfRoot));
        k = TLanes.Subtract(TLanes.Or(TLanes.ShiftRight(moved, 52), TLanes.Of(Whole)), TLanes.Of(Whole + 1023));
        m = TLanes.AddWhole(TLanes.And(moved, Bits<TLanes>(0x000F_FFFF_FFFF_FFFF)), Bits<TLanes>(AboveHalfRoot));
    }

    /// <summary>f − ln(1 + f) − c for f from √½ − 1 to √2 − 1, rounded once f²/2 is taken from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes LogRest<TLanes>(TLanes f, TLanes c) where TLanes : struct, ILanes<TLanes>
    {
        TLanes s = TLanes.Divide(f, TLanes.Add(TLanes.Of(2), f)), z = TLanes.Multiply(s, s), w = TLanes.Multiply(z, z);
        TLanes even = Step(TLanes.Of(2.222219843214978396e-01), w, TLanes.Of(1.531383769920937332e-01));
        even = TLanes.Multiply(w, Step(TLanes.Of(3.999999999940941908e-01), w, even));
        TLanes odd = Step(TLanes.Of(1.818357216161805012e-01), w, TLanes.Of(1.479819860510658591e-01));
        odd = Step(TLanes.Of(2.857142874366239149e-01), w, odd);
        odd = TLanes.Multiply(z, Step(TLanes.Of(6.666666666666735130e-01), w, odd));
        TLanes square = TLanes.Multiply(TLanes.Multiply(TLanes.Of(0.5), f), f);
        return TLanes.Subtract(square, TLanes.Add(TLanes.Multiply(s, TLanes.Add(square, TLanes.Add(even, odd))), c));
    }

    /// <summary>e to the power of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> => Exp(x, TLanes.Of(0));

    /// <summary>e to the power of each x + rest, the rest below an ulp of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes>(TLanes x, TLanes rest) where TLanes : struct, ILanes<TLanes>
    {
        TLanes one = TLanes.Of(1), zero = TLanes.Of(0), isNegative = TLanes.Less(x, zero);
        TLanes t = TLanes.Add(TLanes.Multiply(TLanes.Of(1.44269504088896338700e+00), x), TLanes.Select(isNegative, TLanes.Of(-0.5), TLanes.Of(0.5)));
        TLanes near = TLanes.Subtract(TLanes.Add(t, TLanes.Of(1.5 * Whole)), TLanes.Of(1.5 * Whole)); // the nearest whole number, then the one towards 0
        TLanes k = TLanes.Select(isNegative, TLanes.Add(near, TLanes.Keep(TLanes.Less(near, t), one)), TLanes.Subtract(near, TLanes.Keep(TLanes.Less(t, near), one)));
        k = TLanes.Select(TLanes.Less(TLanes.Select(isNegative, TLanes.Subtract(zero, x), x), TLanes.Of(0.34)), zero, k);
        TLanes high = TLanes.Subtract(x, TLanes.Multiply(k, TLanes.Of(Ln2High))), low = TLanes.Subtract(TLanes.Multiply(k, TLanes.Of(Ln2Low)), rest), r = TLanes.Subtract(high, low), u = TLanes.Multiply(r, r);
        TLanes c = Step(TLanes.Of(-1.65339022054652515390e-06), u, TLanes.Of(4.13813679705723846039e-08));
        c = Step(TLanes.Of(6.61375632143793436117e-05), u, c);
        c = Step(TLanes.Of(-2.77777777770155933842e-03), u, c);
        c = Step(TLanes.Of(1.66666666666666019037e-01), u, c);
        c = TLanes.Subtract(r, TLanes.Multiply(u, c));
        TLanes y = TLanes.Subtract(one, TLanes.Subtract(TLanes.Subtract(low, TLanes.Divide(TLanes.Multiply(r, c), TLanes.Subtract(TLanes.Of(2), c))), high));
        // 2^k is no double at the ends: there a second factor
        TLanes isTop = TLanes.Less(TLanes.Of(1022), k), isBottom = TLanes.Less(k, TLanes.Of(-1021));
        TLanes first = TLanes.Select(isTop, TLanes.Subtract(k, one), TLanes.Select(isBottom, TLanes.Add(k, TLanes.Of(1000)), k));
        TLanes second = TLanes.Select(isTop, TLanes.Of(2), TLanes.Select(isBottom, TLanes.Of(9.3326361850321888e-302), one)); // 2^-1000
        TLanes power = TLanes.ShiftLeft(TLanes.Add(first, TLanes.Of(Whole + 1023)), 52);
        y = TLanes.Multiply(TLanes.Multiply(y, power), second);
        y = TLanes.Select(TLanes.Less(TLanes.Of(7.09782712893383973096e+02), x), TLanes.Of(double.PositiveInfinity), y);
        y = TLanes.Select(TLanes.Less(x, TLanes.Of(-7.45133219101941108420e+02)), zero, y);
        return TLanes.Select(TLanes.Equal(x, x), y, x);
    }

    /// <summary>The logarithms of a column.</summary>
    public static void Log(ReadOnlySpan<double> x, Span<double> logarithms)
    {
        if (x.Length != logarithms.Length) throw new ArgumentException("The spans differ in length.", nameof(logarithms));
        switch (Lanes.Widest)
        {
            case 8: LogOf<Lanes512>(x, logarithms); break;
            case 4: LogOf<Lanes256>(x, logarithms); break;
            case 2: LogOf<Lanes128>(x, logarithms); break;
            default: LogOf<Lanes64>(x, logarithms); break;
        }
    }

    /// <summary>The exponentials of a column.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> powers)
    {
        if (x.Length != powers.Length) throw new ArgumentException("The spans differ in length.", nameof(powers));
        switch (Lanes.Widest)
        {
            case 8: ExpOf<Lanes512>(x, powers); break;
            case 4: ExpOf<Lanes256>(x, powers); break;
            case 2: ExpOf<Lanes128>(x, powers); break;
            default: ExpOf<Lanes64>(x, powers); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LogOf<TLanes>(ReadOnlySpan<double> x, Span<double> logarithms) where TLanes : struct, ILanes<TLanes>
    {
        fixed (double* from = x, to = logarithms)
        {
            int i = 0;
            for (; i <= x.Length - TLanes.Count; i += TLanes.Count) TLanes.Store(Log(TLanes.Load(from + i)), to + i);
            for (; i < x.Length; i++) to[i] = ElementaryFunctions.Log(from[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ExpOf<TLanes>(ReadOnlySpan<double> x, Span<double> powers) where TLanes : struct, ILanes<TLanes>
    {
        fixed (double* from = x, to = powers)
        {
            int i = 0;
            for (; i <= x.Length - TLanes.Count; i += TLanes.Count) TLanes.Store(Exp(TLanes.Load(from + i), TLanes.Of(0)), to + i); // one call less deep, for the compiler to inline
            for (; i < x.Length; i++) to[i] = ElementaryFunctions.Exp(from[i]);
        }
    }

    /// <summary>A number of those bits, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Bits<TLanes>(ulong bits) where TLanes : struct, ILanes<TLanes> => TLanes.Of(BitConverter.UInt64BitsToDouble(bits));

    /// <summary>a + x·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Step<TLanes>(TLanes a, TLanes x, TLanes b) where TLanes : struct, ILanes<TLanes> => TLanes.Add(a, TLanes.Multiply(x, b));
}
