using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>How far the shares of a column are from even ones: w·ln w − t with w = share · n and t = w − 1, which is never negative.</summary>
/// <remarks>
/// Near an even share, where w·ln w and t cancel, it is t² − w·(t − ln w): some units in the last place everywhere, however small t is.
/// Terms are rounded at one place for the whole column, 92 bits or more below its largest, which no last bit of a sum notices; from there on the sum is exact and no order shows.
/// </remarks>
internal static unsafe class ShareDivergence
{
    private const int Slices = 3;
    private const int SliceBits = 31;
    private const int Most = 1 << 20; // figures whose slices sum up to less than 2^53 units

    /// <summary>Adds the divergences of figures; nothing where a figure is missing.</summary>
    /// <param name="figures">Some or all figures of a column.</param>
    /// <param name="shares">From figures to shares.</param>
    /// <param name="sum">What they are added to.</param>
    public static void Add(ReadOnlySpan<double> figures, ShareScale shares, ExactSum sum)
    {
        double largest = Math.Max(Of(shares, shares.Lowest), Of(shares, shares.Highest));
        if (!double.IsFinite(largest)) return; // what is infinite is refused when weights are made of it
        double unit = Math.ScaleB(1, Math.ILogB(largest) + 1 - SliceBits);
        double* sums = stackalloc double[Slices];
        fixed (double* x = figures)
        {
            for (int start = 0; start < figures.Length; start += Most)
            {
                int length = Math.Min(Most, figures.Length - start);
                switch (Lanes.Widest)
                {
                    case 8: Add<Lanes512>(x + start, length, shares, unit, sums); break;
                    case 4: Add<Lanes256>(x + start, length, shares, unit, sums); break;
                    case 2: Add<Lanes128>(x + start, length, shares, unit, sums); break;
                    default: Add<Lanes64>(x + start, length, shares, unit, sums); break;
                }
                sum.AddAll(sums, Slices);
            }
        }
    }

    /// <summary>The divergence of one figure.</summary>
    private static double Of(ShareScale shares, double figure)
    {
        double divergence;
        double place = shares.Slope * (figure - shares.Origin);
        Lanes64.Store(Of(Lanes64.Of(shares.One + place), Lanes64.Of(shares.Zero + place)), &divergence);
        return divergence;
    }

    /// <summary>The sums of three slices of the terms.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TLanes>(double* figures, int length, ShareScale shares, double unit, double* sums) where TLanes : struct, ILanes<TLanes>
    {
        double* last = stackalloc double[TLanes.Count];
        int whole = length - length % TLanes.Count;
        for (int k = 0; k < TLanes.Count; k++) last[k] = whole + k < length ? figures[whole + k] : double.NaN;
        TLanes origin = TLanes.Of(shares.Origin), slope = TLanes.Of(shares.Slope), one = TLanes.Of(shares.One), zero = TLanes.Of(shares.Zero);
        double cut = unit * ExactSlices.Rounding, step = 1.0 / (1L << SliceBits);
        TLanes first = TLanes.Of(cut), second = TLanes.Of(cut * step), third = TLanes.Of(cut * step * step);
        TLanes sumA = TLanes.Of(0), sumB = sumA, sumC = sumA;
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(i < whole ? figures + i : last), place = TLanes.Multiply(slope, TLanes.Subtract(x, origin));
            TLanes d = TLanes.Greater(Of(TLanes.Add(one, place), TLanes.Add(zero, place)), TLanes.Of(0)); // 0 for what is missing
            TLanes slice = TLanes.Subtract(TLanes.Add(d, first), first);
            sumA = TLanes.Add(sumA, slice);
            d = TLanes.Subtract(d, slice);
            slice = TLanes.Subtract(TLanes.Add(d, second), second);
            sumB = TLanes.Add(sumB, slice);
            d = TLanes.Subtract(d, slice);
            sumC = TLanes.Add(sumC, TLanes.Subtract(TLanes.Add(d, third), third));
        }
        sums[0] = TLanes.ExactTotal(sumA);
        sums[1] = TLanes.ExactTotal(sumB);
        sums[2] = TLanes.ExactTotal(sumC);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Of<TLanes>(TLanes w, TLanes t) where TLanes : struct, ILanes<TLanes>
    {
        // ln w = k·ln 2 + ln(1 + f); without a k, f is t itself, which has digits that w has lost
        LaneFunctions.Split(w, out TLanes k, out TLanes m);
        TLanes one = TLanes.Of(1), isNear = TLanes.Equal(k, TLanes.Of(0)), f = TLanes.Select(isNear, t, TLanes.Subtract(m, one));
        TLanes rest = LaneFunctions.LogRest(f, TLanes.Multiply(k, TLanes.Of(LaneFunctions.Ln2Low)));
        TLanes log = TLanes.Subtract(TLanes.Multiply(k, TLanes.Of(LaneFunctions.Ln2High)), TLanes.Subtract(rest, f));
        TLanes near = TLanes.Subtract(TLanes.Multiply(t, t), TLanes.Multiply(w, rest));
        return TLanes.Select(isNear, near, TLanes.Subtract(TLanes.Multiply(w, log), t));
    }
}
