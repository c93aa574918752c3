using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Power means of positive scores over a tile of areas, several areas at once, with the bits of one area alone.</summary>
internal static unsafe class PowerMeans
{
    /// <param name="scores">The scores; NaN is missing, left out and its weight given to the rest.</param>
    /// <param name="weights">The weights, none negative; what has none does not count.</param>
    /// <param name="exponent">Not 0 and not near it.</param>
    /// <param name="scale">What every mean is multiplied by.</param>
    /// <param name="limit">A score must be above this.</param>
    /// <param name="composites">Takes the means.</param>
    /// <param name="odd">One bit an area: set where the mean means nothing and the area must go alone.</param>
    public static void Of(TileColumns scores, ReadOnlySpan<double> weights, double exponent, double scale, double limit, Span<double> composites, Span<ulong> odd)
    {
        odd.Clear();
        fixed (double* target = composites)
        {
            int i = Lanes.Widest switch
            {
                8 => Run<Lanes512>(scores, weights, exponent, scale, limit, target, 0, composites.Length, odd),
                4 => Run<Lanes256>(scores, weights, exponent, scale, limit, target, 0, composites.Length, odd),
                2 => Run<Lanes128>(scores, weights, exponent, scale, limit, target, 0, composites.Length, odd),
                _ => 0,
            };
            Run<Lanes64>(scores, weights, exponent, scale, limit, target, i, composites.Length, odd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<TLanes>(TileColumns scores, ReadOnlySpan<double> weights, double exponent, double scale, double limit, double* target, int i, int length, Span<ulong> odd) where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Of(0), lowest = TLanes.Of(limit), all = LaneFunctions.Bits<TLanes>(ulong.MaxValue);
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes pivot = TLanes.Of(exponent > 0 ? double.NegativeInfinity : double.PositiveInfinity), present = zero, sum = zero, isUsual = all;
            for (int c = 0; c < weights.Length; c++)
            {
                if (weights[c] == 0) continue;
                TLanes x = TLanes.Load(scores.Source(c) + i);
                pivot = TLanes.Select(exponent > 0 ? TLanes.Less(pivot, x) : TLanes.Less(x, pivot), x, pivot);
                present = TLanes.AddWherePresent(x, present, TLanes.Of(weights[c]));
            }
            for (int c = 0; c < weights.Length; c++)
            {
                if (weights[c] == 0) continue;
                TLanes x = TLanes.Load(scores.Source(c) + i), ratio = TLanes.Divide(x, pivot);
                TLanes isMissing = TLanes.ExclusiveOr(TLanes.Equal(x, x), all);
                isUsual = TLanes.And(isUsual, TLanes.Or(isMissing, TLanes.And(TLanes.Less(lowest, x), PowerLanes.IsUsual(ratio))));
                sum = TLanes.AddWherePresent(x, sum, TLanes.Multiply(TLanes.Of(weights[c]), PowerLanes.Pow(ratio, exponent)));
            }
            TLanes mean = TLanes.Divide(sum, present), isNone = TLanes.ExclusiveOr(TLanes.Less(zero, present), all);
            isUsual = TLanes.And(isUsual, TLanes.Or(isNone, PowerLanes.IsUsual(mean)));
            mean = TLanes.Multiply(TLanes.Of(scale), TLanes.Multiply(pivot, PowerLanes.Pow(mean, 1 / exponent)));
            TLanes.Store(TLanes.Select(isNone, TLanes.Of(double.NaN), mean), target + i);
            uint bits = TLanes.Bits(TLanes.ExclusiveOr(isUsual, all));
            if (bits != 0) odd[i >> 6] |= (ulong)bits << i;
        }
        return i;
    }
}
