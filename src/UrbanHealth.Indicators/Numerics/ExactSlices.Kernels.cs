using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The kernels of <see cref="ExactSlices"/>. Lengths are padded, and slices lie behind each other at that distance.</summary>
internal static unsafe class ExactSlices<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private const int FirstBits = 21;
    private const double Step = ExactSlices.Step;
    private const double Rounding = ExactSlices.Rounding;
    private const double Large = 1e130; // nothing overflows, and no product of two units is below the normal numbers
    private const double Small = 1e-130;

    /// <summary>Copies figures with 0 for what is missing and behind the end; counts those that are there and finds their ends.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Survey(double* source, int length, double* figures, out double minimum, out double maximum)
    {
        int padded = ExactSlices.Padded(length), whole = length - length % TLanes.Count;
        for (int i = whole; i < padded; i++) figures[i] = i < length ? source[i] : double.NaN;
        TLanes one = TLanes.Of(1), count = TLanes.Of(0), low = TLanes.Of(double.PositiveInfinity), high = TLanes.Of(double.NegativeInfinity);
        for (int i = 0; i < padded; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(i < whole ? source + i : figures + i), here = TLanes.Equal(x, x);
            count = TLanes.Add(count, TLanes.Keep(here, one));
            low = TLanes.Lesser(x, low);
            high = TLanes.Greater(x, high);
            TLanes.Store(TLanes.Keep(here, x), figures + i);
        }
        double* lanes = stackalloc double[2 * TLanes.Count];
        TLanes.Store(low, lanes);
        TLanes.Store(high, lanes + TLanes.Count);
        (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int k = 0; k < TLanes.Count; k++)
        {
            minimum = Math.Min(minimum, lanes[k]);
            maximum = Math.Max(maximum, lanes[TLanes.Count + k]);
        }
        return (int)TLanes.ExactTotal(count);
    }

    /// <summary>The unit of the first slice of figures none of which is larger; NaN when they are too large for plain doubles.</summary>
    public static double Unit(double largest) => !(largest < Large) ? double.NaN
        : BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(largest) & 0x7FF0_0000_0000_0000) / (1 << (FirstBits - 1));

    /// <summary>Σ of figures and of their squares, by place, where three slices are all of them.</summary>
    /// <returns>False when three slices leave something, or the figures are too small; the sums are of no use then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryAdd(double* figures, int padded, double unit, double* sums, double* squares)
    {
        if (!(unit * Step * Step >= Small)) return false;
        double cut = unit * Rounding;
        TLanes first = TLanes.Of(cut), second = TLanes.Of(cut * Step), third = TLanes.Of(cut * Step * Step), one = TLanes.Of(1), zero = TLanes.Of(0), left = zero;
        TLanes sumA = zero, sumB = zero, sumC = zero, aa = zero, ab = zero, ac = zero, bb = zero, bc = zero, cc = zero;
        for (int i = 0; i < padded; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(figures + i);
            TLanes a = TLanes.Subtract(TLanes.Add(x, first), first);
            x = TLanes.Subtract(x, a);
            TLanes b = TLanes.Subtract(TLanes.Add(x, second), second);
            x = TLanes.Subtract(x, b);
            TLanes c = TLanes.Subtract(TLanes.Add(x, third), third);
            left = TLanes.Or(left, TLanes.Subtract(x, c));
            sumA = TLanes.AddExactProduct(sumA, a, one);
            sumB = TLanes.AddExactProduct(sumB, b, one);
            sumC = TLanes.AddExactProduct(sumC, c, one);
            aa = TLanes.AddExactProduct(aa, a, a);
            ab = TLanes.AddExactProduct(ab, a, b);
            ac = TLanes.AddExactProduct(ac, a, c);
            bb = TLanes.AddExactProduct(bb, b, b);
            bc = TLanes.AddExactProduct(bc, b, c);
            cc = TLanes.AddExactProduct(cc, c, c);
        }
        if (!TLanes.All(TLanes.Equal(left, zero))) return false;
        sums[0] = TLanes.ExactTotal(sumA);
        sums[1] = TLanes.ExactTotal(sumB);
        sums[2] = TLanes.ExactTotal(sumC);
        squares[0] = TLanes.ExactTotal(aa);
        squares[1] = 2 * TLanes.ExactTotal(ab);
        squares[2] = TLanes.ExactTotal(TLanes.Add(TLanes.Add(ac, ac), bb));
        squares[3] = 2 * TLanes.ExactTotal(bc);
        squares[4] = TLanes.ExactTotal(cc);
        return true;
    }

    /// <summary>Cuts figures, which are written over, into groups of three slices.</summary>
    /// <returns>How many groups; −1 when the figures lie too far apart or away.</returns>
    public static int Cut(double* figures, int padded, double unit, double* slices)
    {
        for (int group = 1; group <= ExactSlices.Most / ExactSlices.Together; group++, unit *= Step * Step * Step, slices += ExactSlices.Together * padded)
        {
            if (!(unit * Step * Step >= Small)) return -1;
            if (!CutThree(figures, padded, unit * Rounding, slices)) return group;
            for (int i = 0; i < padded; i++) figures[i] = figures[i] - slices[i] - slices[padded + i] - slices[2 * padded + i];
        }
        return -1;
    }

    /// <summary>Adds a large number and takes it off again, which rounds at its last place; true when something is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool CutThree(double* figures, int padded, double cut, double* slices)
    {
        TLanes first = TLanes.Of(cut), second = TLanes.Of(cut * Step), third = TLanes.Of(cut * Step * Step), left = TLanes.Of(0);
        for (int i = 0; i < padded; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(figures + i);
            TLanes slice = TLanes.Subtract(TLanes.Add(x, first), first);
            TLanes.Store(slice, slices + i);
            x = TLanes.Subtract(x, slice);
            slice = TLanes.Subtract(TLanes.Add(x, second), second);
            TLanes.Store(slice, slices + padded + i);
            x = TLanes.Subtract(x, slice);
            slice = TLanes.Subtract(TLanes.Add(x, third), third);
            TLanes.Store(slice, slices + 2 * padded + i);
            left = TLanes.Or(left, TLanes.Subtract(x, slice));
        }
        return !TLanes.All(TLanes.Equal(left, TLanes.Of(0)));
    }

    /// <summary>Σ of a slice.</summary>
    public static double Sum(double* slice, int padded)
    {
        TLanes sum = TLanes.Of(0);
        for (int i = 0; i < padded; i += TLanes.Count) sum = TLanes.Add(sum, TLanes.Load(slice + i));
        return TLanes.ExactTotal(sum);
    }

    /// <summary>Σ of the products of figures of three slices each, by place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(double* x, double* y, int padded, double* sums)
    {
        TLanes aa = TLanes.Of(0), ab = aa, ac = aa, ba = aa, bb = aa, bc = aa, ca = aa, cb = aa, cc = aa;
        for (int i = 0; i < padded; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), b = TLanes.Load(x + padded + i), c = TLanes.Load(x + 2 * padded + i), d = TLanes.Load(y + i);
            aa = TLanes.AddExactProduct(aa, a, d);
            ba = TLanes.AddExactProduct(ba, b, d);
            ca = TLanes.AddExactProduct(ca, c, d);
            d = TLanes.Load(y + padded + i);
            ab = TLanes.AddExactProduct(ab, a, d);
            bb = TLanes.AddExactProduct(bb, b, d);
            cb = TLanes.AddExactProduct(cb, c, d);
            d = TLanes.Load(y + 2 * padded + i);
            ac = TLanes.AddExactProduct(ac, a, d);
            bc = TLanes.AddExactProduct(bc, b, d);
            cc = TLanes.AddExactProduct(cc, c, d);
        }
        sums[0] = TLanes.ExactTotal(aa);
        sums[1] = TLanes.ExactTotal(TLanes.Add(ab, ba));
        sums[2] = TLanes.ExactTotal(TLanes.Add(TLanes.Add(ac, ca), bb));
        sums[3] = TLanes.ExactTotal(TLanes.Add(bc, cb));
        sums[4] = TLanes.ExactTotal(cc);
    }
}
