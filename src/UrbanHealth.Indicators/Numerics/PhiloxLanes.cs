using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The numbers of <see cref="Philox"/> for eight draws at a time, with the same bits.</summary>
/// <remarks>Numbers lie dimension by dimension, each with its value in the eight draws. Tries that are rejected are gathered and tried again together.</remarks>
internal static unsafe class PhiloxLanes
{
    /// <summary>How many draws go together.</summary>
    public const int Draws = 8;

    private const int Together = 32; // dimensions whose rejected tries are gathered
    private const double Whole = 4503599627370496; // 2^52

    /// <summary>Gamma numbers; a shape is at least 1, or 0 for a number that is 0.</summary>
    public static void Gamma(Philox random, long firstDraw, int firstDimension, ReadOnlySpan<double> shapes, Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Gamma<Lanes512>(random, firstDraw, firstDimension, shapes, values); break;
            case 4: Gamma<Lanes256>(random, firstDraw, firstDimension, shapes, values); break;
            case 2: Gamma<Lanes128>(random, firstDraw, firstDimension, shapes, values); break;
            default: Gamma<Lanes64>(random, firstDraw, firstDimension, shapes, values); break;
        }
    }

    /// <summary>Standard exponential numbers.</summary>
    public static void Exponential(Philox random, long firstDraw, int firstDimension, Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Exponential<Lanes512>(random, firstDraw, firstDimension, values); break;
            case 4: Exponential<Lanes256>(random, firstDraw, firstDimension, values); break;
            case 2: Exponential<Lanes128>(random, firstDraw, firstDimension, values); break;
            default: Exponential<Lanes64>(random, firstDraw, firstDimension, values); break;
        }
    }

    /// <summary>Divides the values of each draw by their sum.</summary>
    public static void Normalise(Span<double> values)
    {
        switch (Lanes.Widest)
        {
            case 8: Normalise<Lanes512>(values); break;
            case 4: Normalise<Lanes256>(values); break;
            case 2: Normalise<Lanes128>(values); break;
            default: Normalise<Lanes64>(values); break;
        }
    }

    private static void Gamma<TLanes>(Philox random, long firstDraw, int firstDimension, ReadOnlySpan<double> shapes, Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        if (values.Length != Draws * shapes.Length) throw new ArgumentException("Eight places for each shape are needed.", nameof(values));
        ulong* counters = stackalloc ulong[3 * Draws]; // draw, dimension, attempt
        double* of = stackalloc double[6 * Draws]; // d, c; then d·v, u, x², v
        int* pending = stackalloc int[Draws * Together];
        int* at = stackalloc int[Draws];
        fixed (double* target = values)
        {
            for (int start = 0; start < shapes.Length; start += Together)
            {
                int end = Math.Min(shapes.Length, start + Together), left = 0;
                for (int g = 0; g < Draws; g++) counters[g] = (ulong)(firstDraw + g);
                for (int i = start; i < end; i++)
                {
                    double d = shapes[i] - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
                    if (shapes[i] == 0)
                    {
                        for (int g = 0; g < Draws; g++) target[i * Draws + g] = 0;
                        continue;
                    }
                    for (int g = 0; g < Draws; g++)
                    {
                        counters[Draws + g] = (uint)(firstDimension + i);
                        counters[2 * Draws + g] = 0;
                        of[g] = d;
                        of[Draws + g] = c;
                    }
                    uint accepted = TryAll<TLanes>(random, counters, of, Draws);
                    for (int g = 0; g < Draws; g++)
                    {
                        target[i * Draws + g] = of[2 * Draws + g];
                        pending[left] = i * Draws + g; // kept only when it was rejected
                        left += (int)(~accepted >> g) & 1;
                    }
                }
                for (uint attempt = 1; left > 0; attempt++)
                {
                    int again = 0;
                    for (int first = 0; first < left; first += Draws)
                    {
                        int many = Math.Min(Draws, left - first);
                        for (int g = 0; g < Draws; g++)
                        {
                            int place = at[g] = pending[first + Math.Min(g, many - 1)], i = place / Draws;
                            counters[g] = (ulong)(firstDraw + place % Draws);
                            counters[Draws + g] = (uint)(firstDimension + i);
                            counters[2 * Draws + g] = attempt;
                            of[g] = shapes[i] - 1.0 / 3;
                        }
                        for (int g = 0; g < Draws; g += TLanes.Count) TLanes.Store(TLanes.Divide(TLanes.Of(1), TLanes.Root(TLanes.Multiply(TLanes.Of(9), TLanes.Load(of + g)))), of + Draws + g);
                        uint accepted = TryAll<TLanes>(random, counters, of, many);
                        for (int g = 0; g < many; g++)
                        {
                            target[at[g]] = of[2 * Draws + g];
                            pending[again] = at[g];
                            again += (int)(~accepted >> g) & 1;
                        }
                    }
                    left = again;
                }
            }
        }
    }

    /// <summary>One try in each of eight places; the bits of those accepted.</summary>
    private static uint TryAll<TLanes>(Philox random, ulong* counters, double* of, int many) where TLanes : struct, ILanes<TLanes>
    {
        uint accepted = 0, doubtful = 0;
        for (int g = 0; g < Draws; g += TLanes.Count)
        {
            (uint sure, uint open) = Try<TLanes>(random, counters + g, of + g);
            accepted |= sure << g;
            doubtful |= open << g;
        }
        for (; doubtful != 0; doubtful &= doubtful - 1)
        {
            int g = System.Numerics.BitOperations.TrailingZeroCount(doubtful);
            if (g >= many) break;
            double d = of[g], u = of[3 * Draws + g], squared = of[4 * Draws + g], v = of[5 * Draws + g];
            if (ElementaryFunctions.Log(u) < 0.5 * squared + d - d * v + d * ElementaryFunctions.Log(v)) accepted |= 1u << g;
        }
        return accepted;
    }

    /// <summary>As <see cref="Philox.Gamma"/>: which lanes are accepted, and which need the exact test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (uint Accepted, uint Doubtful) Try<TLanes>(Philox random, ulong* counters, double* of) where TLanes : struct, ILanes<TLanes>
    {
        (TLanes high, TLanes low) = Block<TLanes>(random, TLanes.Load((double*)counters), TLanes.Load((double*)(counters + Draws)), TLanes.Load((double*)(counters + 2 * Draws)));
        TLanes half = TLanes.Of(0.5), one = TLanes.Of(1), zero = TLanes.Of(0), last = LaneFunctions.Bits<TLanes>(0x1FFFFF);
        TLanes scale = TLanes.Of(2.0 / (1UL << 43));
        TLanes y = TLanes.Subtract(TLanes.Multiply(TLanes.Add(Number(TLanes.ShiftRight(high, 21)), half), scale), one);
        TLanes z = TLanes.Subtract(TLanes.Multiply(TLanes.Add(Number(TLanes.ShiftRight(low, 21)), half), scale), one);
        TLanes s = TLanes.Add(TLanes.Multiply(y, y), TLanes.Multiply(z, z));
        TLanes x = TLanes.Multiply(y, TLanes.Root(TLanes.Divide(TLanes.Multiply(TLanes.Of(-2), LaneFunctions.Log(s)), s)));
        TLanes d = TLanes.Load(of), v = TLanes.Add(one, TLanes.Multiply(TLanes.Load(of + Draws), x));
        TLanes isPossible = TLanes.And(TLanes.Less(s, one), TLanes.Less(zero, v));
        v = TLanes.Multiply(TLanes.Multiply(v, v), v);
        TLanes u = TLanes.Or(TLanes.ShiftLeft(TLanes.And(high, last), 21), TLanes.And(low, last));
        u = TLanes.Multiply(TLanes.Add(Number(u), half), TLanes.Of(1.0 / (1UL << 42)));
        TLanes squared = TLanes.Multiply(x, x);
        TLanes isSure = TLanes.Less(u, TLanes.Subtract(one, TLanes.Multiply(TLanes.Of(0.0331), TLanes.Multiply(squared, squared))));
        TLanes.Store(TLanes.Multiply(d, v), of + 2 * Draws);
        TLanes.Store(u, of + 3 * Draws);
        TLanes.Store(squared, of + 4 * Draws);
        TLanes.Store(v, of + 5 * Draws);
        uint possible = TLanes.Bits(isPossible), sure = TLanes.Bits(isSure);
        return (possible & sure, possible & ~sure);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponential<TLanes>(Philox random, long firstDraw, int firstDimension, Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        ulong* draws = stackalloc ulong[Draws];
        for (int g = 0; g < Draws; g++) draws[g] = (ulong)(firstDraw + g);
        fixed (double* target = values)
        {
            for (int i = 0; i < values.Length; i += Draws)
            {
                TLanes dimension = LaneFunctions.Bits<TLanes>((uint)(firstDimension + i / Draws));
                for (int g = 0; g < Draws; g += TLanes.Count)
                {
                    (TLanes high, _) = Block<TLanes>(random, TLanes.Load((double*)(draws + g)), dimension, TLanes.Of(0));
                    TLanes u = TLanes.Add(TLanes.Multiply(Number(TLanes.ShiftRight(high, 12)), TLanes.Of(1.0 / (1UL << 52))), TLanes.Of(1.0 / (1UL << 53)));
                    // the sign bit, as the scalar minus does it
                    TLanes.Store(TLanes.ExclusiveOr(LaneFunctions.Log(u), TLanes.Of(-0.0)), target + i + g);
                }
            }
        }
    }

    private static void Normalise<TLanes>(Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        fixed (double* x = values)
        {
            for (int g = 0; g < Draws; g += TLanes.Count)
            {
                TLanes sum = TLanes.Of(0);
                for (int i = g; i < values.Length; i += Draws) sum = TLanes.Add(sum, TLanes.Load(x + i));
                for (int i = g; i < values.Length; i += Draws) TLanes.Store(TLanes.Divide(TLanes.Load(x + i), sum), x + i);
            }
        }
    }

    /// <summary>The four words of a block as two numbers of 64 bits, the first word of each pair above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes High, TLanes Low) Block<TLanes>(Philox random, TLanes draw, TLanes dimension, TLanes attempt) where TLanes : struct, ILanes<TLanes>
    {
        (uint k0, uint k1) = random.Keys;
        TLanes c0 = draw, c1 = TLanes.ShiftRight(draw, 32), c2 = dimension, c3 = attempt, m0 = LaneFunctions.Bits<TLanes>(0xD2511F53), m1 = LaneFunctions.Bits<TLanes>(0xCD9E8D57);
        for (int round = 0; round < 10; round++)
        {
            // only the lower half of a word is looked at; what is above comes from products and is cut off at the end
            TLanes p0 = TLanes.MultiplyHalves(m0, c0), p1 = TLanes.MultiplyHalves(m1, c2);
            c0 = TLanes.ExclusiveOr(TLanes.ExclusiveOr(TLanes.ShiftRight(p1, 32), c1), LaneFunctions.Bits<TLanes>(k0));
            c2 = TLanes.ExclusiveOr(TLanes.ExclusiveOr(TLanes.ShiftRight(p0, 32), c3), LaneFunctions.Bits<TLanes>(k1));
            c1 = p1;
            c3 = p0;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        TLanes lower = LaneFunctions.Bits<TLanes>(0xFFFF_FFFF);
        return (TLanes.Or(TLanes.ShiftLeft(c0, 32), TLanes.And(c1, lower)), TLanes.Or(TLanes.ShiftLeft(c2, 32), TLanes.And(c3, lower)));
    }

    /// <summary>A whole number below 2^52 as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Number<TLanes>(TLanes bits) where TLanes : struct, ILanes<TLanes> => TLanes.Subtract(TLanes.Or(bits, TLanes.Of(Whole)), TLanes.Of(Whole));
}
