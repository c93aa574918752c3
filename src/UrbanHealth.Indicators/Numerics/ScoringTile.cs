using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The weighted arithmetic mean of a node's children over a tile of areas.</summary>
/// <remarks>
/// Two things keep this near the speed of memory. Methods are short, since past some five hundred temporaries the compiler stops
/// inlining; and no loop holds a call, since a call puts every vector on the stack: hence a kind of map as a type argument.
/// </remarks>
internal static unsafe class ScoringTile<TLanes, TMap>
    where TLanes : struct, ILanes<TLanes>
    where TMap : struct, IScoringMap
{
    private const int Ahead = 128;

    /// <param name="children">The children, each with the place of its tile.</param>
    /// <param name="count">Their number.</param>
    /// <param name="weights">The sum of their weights in their order.</param>
    /// <param name="fewestPresent">The fewest that must be present.</param>
    /// <param name="target">Takes the composites.</param>
    /// <param name="length">Areas in the tile.</param>
    /// <param name="hasMissing">Whether the last areas had a missing child: a guess at the way to take, of no effect on the result.</param>
    public static void Mean(ScoringChild* children, int count, double weights, int fewestPresent, double* target, int length, ref bool hasMissing)
    {
        int i = 0, step = 4 * TLanes.Count;
        bool missing = hasMissing;
        for (; i <= length - step; i += step)
        {
            if (!missing && Complete(children, count, target, i)) continue;
            missing = !(TLanes.Count == 8 ? PartialFour(children, count, weights, fewestPresent, target, i)
                : Partial(children, count, weights, fewestPresent, target, i) & Partial(children, count, weights, fewestPresent, target, i + 2 * TLanes.Count));
        }
        hasMissing = missing;
        for (; i <= length - TLanes.Count; i += TLanes.Count) One(children, count, weights, fewestPresent, target, i);
        if (i == length) return;
        // the last areas again with their neighbours: the same bits, sooner than one by one
        if (length >= TLanes.Count) One(children, count, weights, fewestPresent, target, length - TLanes.Count);
        else for (; i < length; i++) ScoringTile<Lanes64, TMap>.One(children, count, weights, fewestPresent, target, i);
    }

    /// <summary>The sums as if nothing were missing; false when something is, for then a sum is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Complete(ScoringChild* children, int count, double* target, int i)
    {
        TLanes a = TLanes.Of(0), b = a, c = a, d = a;
        ScoringChild* end = children + count;
        for (ScoringChild* child = children; child < end; child++)
        {
            double* x = child->Source + i;
            Fetch(x, 4);
            TLanes w = TLanes.Of(child->Weight);
            a = TLanes.Add(a, TLanes.Multiply(w, TMap.Map(child, TLanes.Load(x))));
            b = TLanes.Add(b, TLanes.Multiply(w, TMap.Map(child, TLanes.Load(x + TLanes.Count))));
            c = TLanes.Add(c, TLanes.Multiply(w, TMap.Map(child, TLanes.Load(x + 2 * TLanes.Count))));
            d = TLanes.Add(d, TLanes.Multiply(w, TMap.Map(child, TLanes.Load(x + 3 * TLanes.Count))));
        }
        TLanes all = TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d));
        if (!TLanes.All(TLanes.Equal(all, all))) return false;
        TLanes.Store(a, target + i);
        TLanes.Store(b, target + i + TLanes.Count);
        TLanes.Store(c, target + i + 2 * TLanes.Count);
        TLanes.Store(d, target + i + 3 * TLanes.Count);
        return true;
    }

    /// <summary>The means over what is present; true when nothing was missing after all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Partial(ScoringChild* children, int count, double weights, int fewestPresent, double* target, int i)
    {
        TLanes a = TLanes.Of(0), wa = a, na = a, b = a, wb = a, nb = a, one = TLanes.Of(1);
        ScoringChild* end = children + count;
        for (ScoringChild* child = children; child < end; child++)
        {
            double* x = child->Source + i;
            Fetch(x, 2);
            TLanes w = TLanes.Of(child->Weight);
            Take(TMap.Map(child, TLanes.Load(x)), w, one, ref a, ref wa, ref na);
            Take(TMap.Map(child, TLanes.Load(x + TLanes.Count)), w, one, ref b, ref wb, ref nb);
        }
        TLanes.Store(Finish(a, wa, na, weights, count, fewestPresent), target + i);
        TLanes.Store(Finish(b, wb, nb, weights, count, fewestPresent), target + i + TLanes.Count);
        return TLanes.All(TLanes.Equal(TLanes.Add(na, nb), TLanes.Of(2.0 * count)));
    }

    /// <summary>As above for four vectors, whose sums only the 32 registers of the widest machines hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool PartialFour(ScoringChild* children, int count, double weights, int fewestPresent, double* target, int i)
    {
        TLanes a = TLanes.Of(0), wa = a, na = a, b = a, wb = a, nb = a, c = a, wc = a, nc = a, d = a, wd = a, nd = a, one = TLanes.Of(1);
        ScoringChild* end = children + count;
        for (ScoringChild* child = children; child < end; child++)
        {
            double* x = child->Source + i;
            Fetch(x, 4);
            TLanes w = TLanes.Of(child->Weight);
            Take(TMap.Map(child, TLanes.Load(x)), w, one, ref a, ref wa, ref na);
            Take(TMap.Map(child, TLanes.Load(x + TLanes.Count)), w, one, ref b, ref wb, ref nb);
            Take(TMap.Map(child, TLanes.Load(x + 2 * TLanes.Count)), w, one, ref c, ref wc, ref nc);
            Take(TMap.Map(child, TLanes.Load(x + 3 * TLanes.Count)), w, one, ref d, ref wd, ref nd);
        }
        TLanes.Store(Finish(a, wa, na, weights, count, fewestPresent), target + i);
        TLanes.Store(Finish(b, wb, nb, weights, count, fewestPresent), target + i + TLanes.Count);
        TLanes.Store(Finish(c, wc, nc, weights, count, fewestPresent), target + i + 2 * TLanes.Count);
        TLanes.Store(Finish(d, wd, nd, weights, count, fewestPresent), target + i + 3 * TLanes.Count);
        return TLanes.All(TLanes.Equal(TLanes.Add(TLanes.Add(na, nb), TLanes.Add(nc, nd)), TLanes.Of(4.0 * count)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void One(ScoringChild* children, int count, double weights, int fewestPresent, double* target, int i)
    {
        TLanes a = TLanes.Of(0), wa = a, na = a, one = TLanes.Of(1);
        for (int k = 0; k < count; k++) Take(TMap.Map(children + k, TLanes.Load(children[k].Source + i)), TLanes.Of(children[k].Weight), one, ref a, ref wa, ref na);
        TLanes.Store(Finish(a, wa, na, weights, count, fewestPresent), target + i);
    }

    /// <summary>Asks for what will be read in a while: the hardware does not look ahead across a page in so many columns at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(double* x, int vectors)
    {
        if (!Sse.IsSupported) return;
        byte* ahead = (byte*)(x + Ahead);
        Sse.Prefetch0(ahead);
        if (vectors * TLanes.Count > 8) Sse.Prefetch0(ahead + 64);
        if (vectors * TLanes.Count > 16) Sse.Prefetch0(ahead + 128);
        if (vectors * TLanes.Count > 24) Sse.Prefetch0(ahead + 192);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(TLanes score, TLanes weight, TLanes one, ref TLanes sum, ref TLanes weights, ref TLanes present)
    {
        sum = TLanes.AddWherePresent(score, sum, TLanes.Multiply(weight, score));
        weights = TLanes.AddWherePresent(score, weights, weight);
        present = TLanes.AddWherePresent(score, present, one);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Finish(TLanes sum, TLanes present, TLanes n, double weights, int all, int fewest)
    {
        TLanes factor = TLanes.Select(TLanes.Equal(n, TLanes.Of(all)), TLanes.Of(1), TLanes.Divide(TLanes.Of(weights), present));
        TLanes mean = TLanes.Multiply(sum, factor), nothing = TLanes.Of(double.NaN);
        mean = TLanes.Select(TLanes.Equal(mean, mean), mean, nothing);
        return TLanes.Select(TLanes.Less(n, TLanes.Of(fewest)), nothing, mean);
    }
}
