using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The fast way into <see cref="ExactSum"/>: many numbers at once, still without any rounding.</summary>
/// <remarks>
/// From a block of numbers the leading digits are cut off at a fixed place by adding and subtracting a power of two (Rump, Ogita
/// and Oishi, Accurate floating-point summation, 2008, ExtractVector); their sum is exact in plain doubles and goes into the
/// accumulator as one number, and what is left is treated alike until nothing is. Numbers too large or small for that go one by one.
/// </remarks>
internal static unsafe class ExactBlocks<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private const int Block = 1024;
    private const int Headroom = 11; // 2^11 ≥ Block + 2
    private const double Large = 1.0e130;

    /// <summary>Adds numbers, which are written over.</summary>
    public static void Add(Span<double> values, ExactSum sum)
    {
        fixed (double* x = values)
        {
            int start = 0;
            for (int length; start < values.Length; start += length)
            {
                length = Math.Min(Block, values.Length - start) / TLanes.Count * TLanes.Count;
                if (length == 0) break;
                double bound = Largest(x + start, length);
                if (bound is >= 1e-200 and <= Large) Extract(x + start, length, bound, sum);
                else for (int i = start; i < start + length; i++) sum.Add(x[i]);
            }
            for (; start < values.Length; start++) sum.Add(x[start]);
        }
    }

    /// <summary>The largest magnitude; NaN where something is no number.</summary>
    private static double Largest(double* x, int length)
    {
        TLanes zero = TLanes.Of(0), largest = zero, odd = zero;
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes v = TLanes.Load(x + i);
            v = TLanes.Select(TLanes.Less(v, zero), TLanes.Subtract(zero, v), v);
            largest = TLanes.Select(TLanes.Less(largest, v), v, largest);
            odd = TLanes.Add(odd, TLanes.Subtract(v, v));
        }
        if (!TLanes.All(TLanes.Equal(odd, odd))) return double.NaN;
        double* lanes = stackalloc double[TLanes.Count];
        TLanes.Store(largest, lanes);
        double bound = 0;
        for (int k = 0; k < TLanes.Count; k++) bound = Math.Max(bound, lanes[k]);
        return bound;
    }

    /// <summary>Adds all values, none above <paramref name="bound"/>, to the sum; two cuts a pass, until nothing is left.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Extract(double* values, int length, double bound, ExactSum sum)
    {
        double* lanes = stackalloc double[3 * TLanes.Count];
        while (bound > 0)
        {
            double cut = Math.ScaleB(1, Math.ILogB(bound) + 1 + Headroom);
            TLanes first = TLanes.Of(cut), second = TLanes.Of(Math.ScaleB(cut, Headroom - 53));
            TLanes zero = TLanes.Of(0), a = zero, b = zero, largest = zero;
            for (int i = 0; i < length; i += TLanes.Count)
            {
                TLanes x = TLanes.Load(values + i);
                TLanes q = TLanes.Subtract(TLanes.Add(first, x), first);
                a = TLanes.Add(a, q);
                x = TLanes.Subtract(x, q);
                q = TLanes.Subtract(TLanes.Add(second, x), second);
                b = TLanes.Add(b, q);
                x = TLanes.Subtract(x, q);
                TLanes.Store(x, values + i);
                x = TLanes.Select(TLanes.Less(x, zero), TLanes.Subtract(zero, x), x);
                largest = TLanes.Select(TLanes.Less(largest, x), x, largest);
            }
            TLanes.Store(a, lanes);
            TLanes.Store(b, lanes + TLanes.Count);
            TLanes.Store(largest, lanes + 2 * TLanes.Count);
            bound = 0;
            double sumA = 0, sumB = 0; // still exact: multiples of one unit, and a block of them stays below the cut
            for (int k = 0; k < TLanes.Count; k++)
            {
                sumA += lanes[k];
                sumB += lanes[TLanes.Count + k];
                bound = Math.Max(bound, lanes[2 * TLanes.Count + k]);
            }
            sum.Add(sumA);
            sum.Add(sumB);
        }
    }
}
