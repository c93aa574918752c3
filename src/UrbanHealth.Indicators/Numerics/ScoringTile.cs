using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The weighted arithmetic mean of a node's children over a tile of areas.</summary>
internal static unsafe class ScoringTile<TLanes> where TLanes : struct, ILanes<TLanes>
{
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
            missing = !Partial(children, count, weights, fewestPresent, target, i);
        }
        hasMissing = missing;
        for (; i <= length - TLanes.Count; i += TLanes.Count) One<TLanes>(children, count, weights, fewestPresent, target, i);
        for (; i < length; i++) One<Lanes64>(children, count, weights, fewestPresent, target, i);
    }

    /// <summary>The sums as if nothing were missing; false when something is, for then a sum is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Complete(ScoringChild* children, int count, double* target, int i)
    {
        TLanes a = TLanes.Of(0), b = a, c = a, d = a;
        for (int k = 0; k < count; k++)
        {
            ScoringChild* child = children + k;
            double* x = child->Source + i;
            TLanes w = TLanes.Of(child->Weight);
            Map(child, x, out TLanes p, out TLanes q, out TLanes r, out TLanes s);
            a = TLanes.Add(a, TLanes.Multiply(w, p));
            b = TLanes.Add(b, TLanes.Multiply(w, q));
            c = TLanes.Add(c, TLanes.Multiply(w, r));
            d = TLanes.Add(d, TLanes.Multiply(w, s));
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
        TLanes zero = TLanes.Of(0), one = TLanes.Of(1);
        TLanes a = zero, b = zero, c = zero, d = zero;
        TLanes wa = zero, wb = zero, wc = zero, wd = zero;
        TLanes na = zero, nb = zero, nc = zero, nd = zero;
        for (int k = 0; k < count; k++)
        {
            ScoringChild* child = children + k;
            double* x = child->Source + i;
            TLanes w = TLanes.Of(child->Weight);
            Map(child, x, out TLanes p, out TLanes q, out TLanes r, out TLanes s);
            Take(p, w, one, ref a, ref wa, ref na);
            Take(q, w, one, ref b, ref wb, ref nb);
            Take(r, w, one, ref c, ref wc, ref nc);
            Take(s, w, one, ref d, ref wd, ref nd);
        }
        TLanes all = TLanes.Of(count), sum = TLanes.Of(weights), fewest = TLanes.Of(fewestPresent);
        TLanes.Store(Finish(a, wa, na, sum, all, fewest), target + i);
        TLanes.Store(Finish(b, wb, nb, sum, all, fewest), target + i + TLanes.Count);
        TLanes.Store(Finish(c, wc, nc, sum, all, fewest), target + i + 2 * TLanes.Count);
        TLanes.Store(Finish(d, wd, nd, sum, all, fewest), target + i + 3 * TLanes.Count);
        return TLanes.All(TLanes.Equal(TLanes.Add(TLanes.Add(na, nb), TLanes.Add(nc, nd)), TLanes.Of(4.0 * count)));
    }

    private static void One<T>(ScoringChild* children, int count, double weights, int fewestPresent, double* target, int i) where T : struct, ILanes<T>
    {
        T zero = T.Of(0), one = T.Of(1), a = zero, wa = zero, na = zero;
        for (int k = 0; k < count; k++)
        {
            ScoringChild* child = children + k;
            ScoringTile<T>.Take(child->Line.Map(T.Load(child->Source + i), child->Kind), T.Of(child->Weight), one, ref a, ref wa, ref na);
        }
        T.Store(ScoringTile<T>.Finish(a, wa, na, T.Of(weights), T.Of(count), T.Of(fewestPresent)), target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Map(ScoringChild* child, double* x, out TLanes p, out TLanes q, out TLanes r, out TLanes s)
    {
        ScoreMapKind kind = child->Kind;
        TLanes p0 = TLanes.Load(x), q0 = TLanes.Load(x + TLanes.Count), r0 = TLanes.Load(x + 2 * TLanes.Count), s0 = TLanes.Load(x + 3 * TLanes.Count);
        if (kind == ScoreMapKind.Identity)
        {
            (p, q, r, s) = (p0, q0, r0, s0);
        }
        else if (kind == ScoreMapKind.Linear)
        {
            p = child->Line.Map(p0, ScoreMapKind.Linear);
            q = child->Line.Map(q0, ScoreMapKind.Linear);
            r = child->Line.Map(r0, ScoreMapKind.Linear);
            s = child->Line.Map(s0, ScoreMapKind.Linear);
        }
        else if (kind == (ScoreMapKind.Linear | ScoreMapKind.Clamped))
        {
            p = child->Line.Map(p0, ScoreMapKind.Linear | ScoreMapKind.Clamped);
            q = child->Line.Map(q0, ScoreMapKind.Linear | ScoreMapKind.Clamped);
            r = child->Line.Map(r0, ScoreMapKind.Linear | ScoreMapKind.Clamped);
            s = child->Line.Map(s0, ScoreMapKind.Linear | ScoreMapKind.Clamped);
        }
        else
        {
            p = child->Line.Map(p0, kind);
            q = child->Line.Map(q0, kind);
            r = child->Line.Map(r0, kind);
            s = child->Line.Map(s0, kind);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(TLanes score, TLanes weight, TLanes one, ref TLanes sum, ref TLanes weights, ref TLanes present)
    {
        TLanes here = TLanes.Equal(score, score), zero = TLanes.Of(0);
        sum = TLanes.Add(sum, TLanes.Select(here, TLanes.Multiply(weight, score), zero));
        weights = TLanes.Add(weights, TLanes.Select(here, weight, zero));
        present = TLanes.Add(present, TLanes.Select(here, one, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Finish(TLanes sum, TLanes present, TLanes n, TLanes weights, TLanes all, TLanes fewest)
    {
        TLanes factor = TLanes.Select(TLanes.Equal(n, all), TLanes.Of(1), TLanes.Divide(weights, present));
        TLanes mean = TLanes.Multiply(sum, factor);
        TLanes nothing = TLanes.Of(double.NaN);
        mean = TLanes.Select(TLanes.Equal(mean, mean), mean, nothing);
        return TLanes.Select(TLanes.Less(n, fewest), nothing, mean);
    }
}
