using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Means of positive scores over a tile of areas, several areas at once, with the bits of one area alone.</summary>
internal static unsafe class TileMeans
{
    /// <summary>exp(Σ w·ln x / Σ w).</summary>
    internal readonly struct GeometricMean : ITileMean
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Term<TLanes>(TLanes weight, TLanes score) where TLanes : struct, ILanes<TLanes> => TLanes.Multiply(weight, LaneFunctions.Log(score));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Mean<TLanes>(TLanes sum, TLanes weights) where TLanes : struct, ILanes<TLanes> => LaneFunctions.Exp(TLanes.Divide(sum, weights));
    }

    /// <summary>Σ w / Σ w/x.</summary>
    internal readonly struct HarmonicMean : ITileMean
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Term<TLanes>(TLanes weight, TLanes score) where TLanes : struct, ILanes<TLanes> => TLanes.Divide(weight, score);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Mean<TLanes>(TLanes sum, TLanes weights) where TLanes : struct, ILanes<TLanes> => TLanes.Divide(weights, sum);
    }

    /// <param name="scores">The scores; NaN is missing, left out and its weight given to the rest.</param>
    /// <param name="weights">The weights, none negative; what has none does not count.</param>
    /// <param name="scale">What every mean is multiplied by.</param>
    /// <param name="limit">A score must be above this.</param>
    /// <param name="composites">Takes the means.</param>
    /// <param name="odd">One bit an area: set where a score is not above the limit and the mean means nothing.</param>
    public static void Of<TMean>(TileColumns scores, ReadOnlySpan<double> weights, double scale, double limit, Span<double> composites, Span<ulong> odd) where TMean : struct, ITileMean
    {
        odd.Clear();
        fixed (double* target = composites)
        {
            int i = Lanes.Widest switch
            {
                8 => Run<TMean, Lanes512>(scores, weights, scale, limit, target, 0, composites.Length, odd),
                4 => Run<TMean, Lanes256>(scores, weights, scale, limit, target, 0, composites.Length, odd),
                2 => Run<TMean, Lanes128>(scores, weights, scale, limit, target, 0, composites.Length, odd),
                _ => 0,
            };
            Run<TMean, Lanes64>(scores, weights, scale, limit, target, i, composites.Length, odd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<TMean, TLanes>(TileColumns scores, ReadOnlySpan<double> weights, double scale, double limit, double* target, int i, int length, Span<ulong> odd)
        where TMean : struct, ITileMean
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Of(0), lowest = TLanes.Of(limit);
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes sum = zero, present = zero, isOdd = zero;
            for (int c = 0; c < weights.Length; c++)
            {
                if (weights[c] == 0) continue;
                TLanes x = TLanes.Load(scores.Source(c) + i), w = TLanes.Of(weights[c]);
                isOdd = TLanes.Or(isOdd, TLanes.Or(TLanes.Less(x, lowest), TLanes.Equal(x, lowest)));
                sum = TLanes.AddWherePresent(x, sum, TMean.Term(w, x));
                present = TLanes.AddWherePresent(x, present, w);
            }
            TLanes.Store(TLanes.Multiply(TLanes.Of(scale), TMean.Mean(sum, present)), target + i);
            uint bits = TLanes.Bits(isOdd);
            if (bits != 0) odd[i >> 6] |= (ulong)bits << i;
        }
        return i;
    }
}
