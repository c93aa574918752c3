using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The power of several numbers at once, with the bits of <see cref="ElementaryFunctions.Pow"/>: the same operations in the same order.</summary>
internal static unsafe class PowerLanes
{
    private const double LeastNormal = 2.2250738585072014e-308;

    private static ReadOnlySpan<double> Inverses => [1.0 / 27, 1.0 / 25, 1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7];

    /// <summary>x to the y of a column.</summary>
    public static void Pow(ReadOnlySpan<double> x, double y, Span<double> powers)
    {
        if (x.Length != powers.Length) throw new ArgumentException("The spans differ in length.", nameof(powers));
        fixed (double* from = x, to = powers)
        {
            int i = Lanes.Widest switch
            {
                8 => Pow<Lanes512>(from, y, to, x.Length),
                4 => Pow<Lanes256>(from, y, to, x.Length),
                2 => Pow<Lanes128>(from, y, to, x.Length),
                _ => 0,
            };
            for (; i < x.Length; i++) to[i] = ElementaryFunctions.Pow(from[i], y);
        }
    }

    private static int Pow<TLanes>(double* x, double y, double* powers, int length) where TLanes : struct, ILanes<TLanes>
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes own = TLanes.Load(x + i);
            uint usual = TLanes.Bits(IsUsual(own));
            if (double.IsFinite(y) && y != 0 && usual == (1u << TLanes.Count) - 1) TLanes.Store(Pow(own, y), powers + i);
            else for (int k = 0; k < TLanes.Count; k++) powers[i + k] = ElementaryFunctions.Pow(x[i + k], y);
        }
        return i;
    }

    /// <summary>True for a positive normal number, which <see cref="Pow{TLanes}(TLanes, double)"/> is for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsUsual<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes> =>
        TLanes.And(TLanes.Less(x, TLanes.Of(double.PositiveInfinity)), TLanes.Less(TLanes.Of(Math.BitDecrement(LeastNormal)), x));

    /// <summary>x to the y, which is finite and not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLanes Pow<TLanes>(TLanes x, double y) where TLanes : struct, ILanes<TLanes>
    {
        if (y == 1) return x;
        if (y == 2) return TLanes.Multiply(x, x);
        LogTwice(x, out TLanes high, out TLanes low);
        TLanes exponent = TLanes.Of(y), size = TLanes.Multiply(exponent, high);
        Product(exponent, high, out TLanes p, out TLanes e);
        e = TLanes.Add(e, TLanes.Multiply(exponent, low));
        TLanes sum = TLanes.Add(p, e), power = LaneFunctions.Exp(sum, TLanes.Add(TLanes.Subtract(p, sum), e));
        power = TLanes.Select(TLanes.Less(TLanes.Of(800), size), TLanes.Of(double.PositiveInfinity), power);
        return TLanes.Select(TLanes.Less(size, TLanes.Of(-800)), TLanes.Of(0), power);
    }

    /// <summary>ln x as the sum of two doubles, to some 70 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // in parts, because the compiler stops inlining in a method of many calls
    private static void LogTwice<TLanes>(TLanes x, out TLanes high, out TLanes low) where TLanes : struct, ILanes<TLanes>
    {
        LaneFunctions.Split(x, out TLanes k, out TLanes m);
        TLanes one = TLanes.Of(1), two = TLanes.Of(2), zero = TLanes.Of(0);
        TLanes f = TLanes.Subtract(m, one), g = TLanes.Add(m, one), gLow = TLanes.Subtract(m, TLanes.Subtract(g, one)), s = TLanes.Divide(f, g);
        Product(s, g, out TLanes p, out TLanes e);
        TLanes sLow = TLanes.Divide(TLanes.Subtract(TLanes.Subtract(TLanes.Subtract(f, p), e), TLanes.Multiply(s, gLow)), g);
        Product(s, s, out TLanes z, out TLanes zLow);
        zLow = TLanes.Add(zLow, TLanes.Multiply(TLanes.Multiply(two, s), sLow));
        Series(s, sLow, z, zLow, out TLanes t, out TLanes tLow);
        Sum(s, t, TLanes.Add(sLow, tLow), out high, out low);
        high = TLanes.Multiply(two, high);
        low = TLanes.Multiply(two, low);
        Product(k, TLanes.Of(LaneFunctions.Ln2Low), out TLanes q, out TLanes qLow);
        Sum(TLanes.Multiply(k, TLanes.Of(LaneFunctions.Ln2High)), high, zero, out TLanes a, out TLanes aLow);
        Sum(a, q, TLanes.Add(TLanes.Add(aLow, low), qLow), out TLanes b, out TLanes bLow);
        TLanes isNear = TLanes.Equal(k, zero);
        high = TLanes.Select(isNear, high, b);
        low = TLanes.Select(isNear, low, bLow);
    }

    /// <summary>s(z/3 + z²/5 + …).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Series<TLanes>(TLanes s, TLanes sLow, TLanes z, TLanes zLow, out TLanes t, out TLanes tLow) where TLanes : struct, ILanes<TLanes>
    {
        TLanes tail = TLanes.Of(1.0 / 29);
        foreach (double inverse in Inverses) tail = TLanes.Add(TLanes.Multiply(tail, z), TLanes.Of(inverse));
        Sum(TLanes.Of(0.2), TLanes.Multiply(z, tail), TLanes.Of(-1.1102230246251565e-17), out t, out tLow);
        Times(t, tLow, z, zLow, out t, out tLow);
        Sum(TLanes.Of(1.0 / 3), t, TLanes.Add(TLanes.Of(1.8503717077085942e-17), tLow), out t, out tLow);
        Times(t, tLow, z, zLow, out t, out tLow);
        Times(t, tLow, s, sLow, out t, out tLow);
    }

    /// <summary>a·b as product and error (Dekker 1971).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Product<TLanes>(TLanes a, TLanes b, out TLanes product, out TLanes error) where TLanes : struct, ILanes<TLanes>
    {
        TLanes split = TLanes.Of(134217729), ca = TLanes.Multiply(split, a), cb = TLanes.Multiply(split, b);
        TLanes ah = TLanes.Subtract(ca, TLanes.Subtract(ca, a)), al = TLanes.Subtract(a, ah), bh = TLanes.Subtract(cb, TLanes.Subtract(cb, b)), bl = TLanes.Subtract(b, bh);
        product = TLanes.Multiply(a, b);
        error = TLanes.Add(TLanes.Subtract(TLanes.Multiply(ah, bh), product), TLanes.Multiply(ah, bl));
        error = TLanes.Add(TLanes.Add(error, TLanes.Multiply(al, bh)), TLanes.Multiply(al, bl));
    }

    /// <summary>a + b + small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<TLanes>(TLanes a, TLanes b, TLanes small, out TLanes high, out TLanes low) where TLanes : struct, ILanes<TLanes>
    {
        TLanes size = LaneFunctions.Bits<TLanes>(long.MaxValue), isLess = TLanes.Less(TLanes.And(a, size), TLanes.And(b, size)), sum = TLanes.Add(a, b);
        TLanes larger = TLanes.Select(isLess, b, a), smaller = TLanes.Select(isLess, a, b);
        TLanes lost = TLanes.Add(TLanes.Subtract(smaller, TLanes.Subtract(sum, larger)), small);
        high = TLanes.Add(sum, lost);
        low = TLanes.Subtract(lost, TLanes.Subtract(high, sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Times<TLanes>(TLanes a, TLanes aLow, TLanes b, TLanes bLow, out TLanes high, out TLanes low) where TLanes : struct, ILanes<TLanes>
    {
        Product(a, b, out TLanes p, out TLanes e);
        e = TLanes.Add(e, TLanes.Add(TLanes.Multiply(a, bLow), TLanes.Multiply(aLow, b)));
        high = TLanes.Add(p, e);
        low = TLanes.Subtract(e, TLanes.Subtract(high, p));
    }
}
