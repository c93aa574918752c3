using System.Numerics;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Gamma numbers for eight draws at a time, with the bits of <see cref="Philox.Gamma"/>.</summary>
/// <remarks>Tries that are rejected are gathered and tried again together, and those that only logarithms tell apart are told apart together.</remarks>
internal static unsafe class GammaLanes
{
    private const int Draws = PhiloxLanes.Draws;
    private const int Together = 64; // shapes whose rejected tries are gathered
    private const int AtHand = 16 * Draws;
    private const int Tried = 4; // d·v, u, x² and v, each of up to eight lanes

    /// <param name="random">The generator.</param>
    /// <param name="draws">The numbers of eight draws.</param>
    /// <param name="firstDimension">The dimension of the first shape.</param>
    /// <param name="shapes">At least 1, or 0 for a number that is 0.</param>
    /// <param name="values">Takes the numbers shape by shape, each in the eight draws.</param>
    public static void Fill(Philox random, ReadOnlySpan<long> draws, int firstDimension, ReadOnlySpan<double> shapes, Span<double> values)
    {
        if (draws.Length != Draws) throw new ArgumentException("Eight draws go together.", nameof(draws));
        if (values.Length != Draws * shapes.Length) throw new ArgumentException("Eight places for each shape are needed.", nameof(values));
        switch (Lanes.Widest)
        {
            case 8: Fill<Lanes512>(random, draws, firstDimension, shapes, values); break;
            case 4: Fill<Lanes256>(random, draws, firstDimension, shapes, values); break;
            case 2: Fill<Lanes128>(random, draws, firstDimension, shapes, values); break;
            default: Fill<Lanes64>(random, draws, firstDimension, shapes, values); break;
        }
    }

    [SkipLocalsInit]
    private static void Fill<TLanes>(Philox random, ReadOnlySpan<long> draws, int firstDimension, ReadOnlySpan<double> shapes, Span<double> values) where TLanes : struct, ILanes<TLanes>
    {
        uint* open = stackalloc uint[Draws * Together]; // the places without a number yet
        uint* places = stackalloc uint[AtHand];
        ulong* first = stackalloc ulong[AtHand], second = stackalloc ulong[AtHand]; // draw and dimension, then what the generator makes of them
        double* offsets = stackalloc double[AtHand];
        double* tried = stackalloc double[Tried * Draws];
        var doubts = new Doubts();
        fixed (double* target = values, shape = shapes)
        fixed (long* number = draws)
        {
            for (int start = 0; start < shapes.Length; start += Together)
            {
                int left = 0;
                for (int place = start * Draws; place < Math.Min(shapes.Length, start + Together) * Draws; place++)
                {
                    target[place] = 0;
                    open[left] = (uint)place;
                    left += shape[place / Draws] == 0 ? 0 : 1;
                }
                for (uint attempt = 0; left > 0; attempt++)
                {
                    int all = left;
                    left = 0; // what is rejected takes the places of what was taken
                    for (int from = 0; from < all; from += AtHand)
                    {
                        int taken = Math.Min(AtHand, all - from), whole = (taken + Draws - 1) / Draws * Draws;
                        new ReadOnlySpan<uint>(open + from, taken).CopyTo(new Span<uint>(places, taken));
                        new Span<uint>(places + taken, whole - taken).Fill(places[taken - 1]);
                        for (int k = 0; k < whole; k++)
                        {
                            uint place = places[k];
                            first[k] = (ulong)number[place % Draws];
                            second[k] = (uint)firstDimension + place / Draws;
                            offsets[k] = shape[place / Draws] - 1.0 / 3;
                        }
                        PhiloxLanes.Blocks<TLanes>(random, first, second, attempt, whole);
                        for (int k = 0; k < taken; k += TLanes.Count)
                        {
                            (uint rejected, uint doubtful) = Try<TLanes>((double*)first + k, (double*)second + k, offsets + k, tried);
                            int lanes = Math.Min(TLanes.Count, taken - k);
                            for (int lane = 0; lane < lanes; lane++) target[places[k + lane]] = tried[lane];
                            for (uint bits = rejected & ((1u << lanes) - 1); bits != 0; bits &= bits - 1) open[left++] = places[k + BitOperations.TrailingZeroCount(bits)];
                            for (uint bits = doubtful & ((1u << lanes) - 1); bits != 0; bits &= bits - 1)
                            {
                                int lane = BitOperations.TrailingZeroCount(bits);
                                doubts.Add(places[k + lane], offsets[k + lane], tried + lane);
                                if (doubts.Count == Draws) left = doubts.Settle<TLanes>(open, left);
                            }
                        }
                    }
                    left = doubts.Settle<TLanes>(open, left);
                }
            }
        }
    }

    /// <summary>One try a lane: which are rejected, and which need the exact test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (uint Rejected, uint Doubtful) Try<TLanes>(double* first, double* second, double* offsets, double* tried) where TLanes : struct, ILanes<TLanes>
    {
        TLanes high = TLanes.Load(first), low = TLanes.Load(second), d = TLanes.Load(offsets);
        TLanes half = TLanes.Of(0.5), one = TLanes.Of(1), zero = TLanes.Of(0), last = LaneFunctions.Bits<TLanes>(0x1FFFFF), scale = TLanes.Of(2.0 / (1UL << 43));
        TLanes y = TLanes.Subtract(TLanes.Multiply(TLanes.Add(PhiloxLanes.Number(TLanes.ShiftRight(high, 21)), half), scale), one);
        TLanes z = TLanes.Subtract(TLanes.Multiply(TLanes.Add(PhiloxLanes.Number(TLanes.ShiftRight(low, 21)), half), scale), one);
        TLanes s = TLanes.Add(TLanes.Multiply(y, y), TLanes.Multiply(z, z));
        TLanes x = TLanes.Multiply(y, TLanes.Root(TLanes.Divide(TLanes.Multiply(TLanes.Of(-2), LaneFunctions.Log(s)), s)));
        TLanes c = TLanes.Divide(one, TLanes.Root(TLanes.Multiply(TLanes.Of(9), d))), v = TLanes.Add(one, TLanes.Multiply(c, x));
        TLanes isPossible = TLanes.And(TLanes.Less(s, one), TLanes.Less(zero, v));
        v = TLanes.Multiply(TLanes.Multiply(v, v), v);
        TLanes u = TLanes.Or(TLanes.ShiftLeft(TLanes.And(high, last), 21), TLanes.And(low, last));
        u = TLanes.Multiply(TLanes.Add(PhiloxLanes.Number(u), half), TLanes.Of(1.0 / (1UL << 42)));
        TLanes squared = TLanes.Multiply(x, x);
        TLanes isSure = TLanes.Less(u, TLanes.Subtract(one, TLanes.Multiply(TLanes.Of(0.0331), TLanes.Multiply(squared, squared))));
        TLanes.Store(TLanes.Multiply(d, v), tried);
        TLanes.Store(u, tried + Draws);
        TLanes.Store(squared, tried + 2 * Draws);
        TLanes.Store(v, tried + 3 * Draws);
        uint possible = TLanes.Bits(isPossible), sure = TLanes.Bits(isSure);
        return (~possible, possible & ~sure);
    }

    /// <summary>Tries that wait for the exact test.</summary>
    private struct Doubts
    {
        private fixed uint places[Draws];
        private fixed double tried[Tried * Draws]; // d, u, x² and v

        public int Count { get; private set; }

        public void Add(uint place, double d, double* lane)
        {
            places[Count] = place;
            tried[Count] = d;
            for (int k = 1; k < Tried; k++) tried[k * Draws + Count] = lane[k * Draws];
            Count++;
        }

        /// <summary>Adds the places of those that are rejected.</summary>
        public int Settle<TLanes>(uint* again, int left) where TLanes : struct, ILanes<TLanes>
        {
            uint accepted = 0;
            fixed (double* t = tried)
                for (int g = 0; g < Count; g += TLanes.Count)
                {
                    TLanes d = TLanes.Load(t + g), v = TLanes.Load(t + 3 * Draws + g);
                    TLanes limit = TLanes.Subtract(TLanes.Add(TLanes.Multiply(TLanes.Of(0.5), TLanes.Load(t + 2 * Draws + g)), d), TLanes.Multiply(d, v));
                    limit = TLanes.Add(limit, TLanes.Multiply(d, LaneFunctions.Log(v)));
                    accepted |= TLanes.Bits(TLanes.Less(LaneFunctions.Log(TLanes.Load(t + Draws + g)), limit)) << g;
                }
            for (int k = 0; k < Count; k++)
                if ((accepted >> k & 1) == 0) again[left++] = places[k];
            Count = 0;
            return left;
        }
    }
}
