using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The fast way into <see cref="ExactMoments"/>: many figures at once, still without any rounding.</summary>
/// <remarks>
/// From a block of figures the leading digits are cut off at a fixed place by adding and subtracting a power of two (Rump, Ogita
/// and Oishi, Accurate floating-point summation, 2008, ExtractVector); their sum is exact in plain doubles and goes into the
/// accumulator as one number, and what is left is treated alike until nothing is. Squares are split into product and error first
/// (Dekker 1971). Figures too large or small for that go one by one.
/// </remarks>
internal static unsafe class ExactBlocks<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private const int Block = 1024;
    private const int Headroom = 11; // 2^11 ≥ Block + 2
    private const double Large = 1.0e130;
    private const double Small = 1.0e-130;

    [SkipLocalsInit]
    public static void Add(ReadOnlySpan<double> values, ExactMoments moments)
    {
        double* figures = stackalloc double[3 * Block];
        double* products = figures + Block, errors = products + Block;
        fixed (double* source = values)
        {
            for (int start = 0; start < values.Length; start += Block)
            {
                int length = Math.Min(Block, values.Length - start), padded = (length + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
                for (int i = length - length % TLanes.Count; i < padded; i++) figures[i] = i < length ? source[start + i] : double.NaN;
                (double largest, double smallest) = Survey(source + start, figures, length, padded, moments);
                if (largest == 0) continue;
                if (largest > Large || smallest < Small)
                {
                    for (int i = 0; i < length; i++)
                    {
                        if (double.IsNaN(source[start + i])) continue;
                        moments.Sum.Add(source[start + i]);
                        moments.Squares.AddSquare(source[start + i]);
                    }
                    continue;
                }
                Square(figures, products, errors, padded);
                Extract(figures, padded, largest, moments.Sum);
                Extract(products, padded, largest * largest, moments.Squares);
                Extract(errors, padded, largest * largest * Math.ScaleB(1, -52), moments.Squares);
            }
        }
    }

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

    /// <summary>Counts, finds the extremes, and copies the figures with 0 for what is missing.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Largest, double Smallest) Survey(double* source, double* figures, int length, int padded, ExactMoments moments)
    {
        TLanes zero = TLanes.Of(0), one = TLanes.Of(1), infinity = TLanes.Of(double.PositiveInfinity);
        TLanes count = zero, minimum = infinity, maximum = TLanes.Of(double.NegativeInfinity), smallest = infinity;
        int whole = length - length % TLanes.Count;
        for (int i = 0; i < padded; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(i < whole ? source + i : figures + i), here = TLanes.Equal(x, x);
            count = TLanes.Add(count, TLanes.Keep(here, one));
            minimum = TLanes.Select(TLanes.Less(x, minimum), x, minimum);
            maximum = TLanes.Select(TLanes.Less(maximum, x), x, maximum);
            x = TLanes.Keep(here, x);
            TLanes size = TLanes.Select(TLanes.Less(x, zero), TLanes.Subtract(zero, x), x);
            size = TLanes.Select(TLanes.Less(zero, size), size, infinity);
            smallest = TLanes.Select(TLanes.Less(size, smallest), size, smallest);
            TLanes.Store(x, figures + i);
        }
        double* lanes = stackalloc double[4 * TLanes.Count];
        TLanes.Store(count, lanes);
        TLanes.Store(minimum, lanes + TLanes.Count);
        TLanes.Store(maximum, lanes + 2 * TLanes.Count);
        TLanes.Store(smallest, lanes + 3 * TLanes.Count);
        double n = 0, low = double.PositiveInfinity, high = double.NegativeInfinity, least = double.PositiveInfinity;
        for (int k = 0; k < TLanes.Count; k++)
        {
            n += lanes[k];
            low = Math.Min(low, lanes[TLanes.Count + k]);
            high = Math.Max(high, lanes[2 * TLanes.Count + k]);
            least = Math.Min(least, lanes[3 * TLanes.Count + k]);
        }
        moments.Merge((long)n, low, high);
        return (n == 0 ? 0 : Math.Max(Math.Abs(low), Math.Abs(high)), least);
    }

    /// <summary>x² = product + error, exactly.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Square(double* figures, double* products, double* errors, int length)
    {
        TLanes splitter = TLanes.Of(134217729), two = TLanes.Of(2);
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(figures + i), p = TLanes.Multiply(x, x), c = TLanes.Multiply(splitter, x);
            TLanes high = TLanes.Subtract(c, TLanes.Subtract(c, x)), low = TLanes.Subtract(x, high);
            TLanes e = TLanes.Subtract(TLanes.Multiply(high, high), p);
            e = TLanes.Add(e, TLanes.Multiply(TLanes.Multiply(two, high), low));
            TLanes.Store(p, products + i);
            TLanes.Store(TLanes.Add(e, TLanes.Multiply(low, low)), errors + i);
        }
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
