using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>How far each share of a column is from an even one, several at once: (1 + t)·ln(1 + t) − t with t = share · n − 1.</summary>
internal static unsafe class ShareDivergence
{
    /// <summary>The divergence of one figure.</summary>
    public static double Of(double t) =>
        t <= -1 ? 1
        : Math.Abs(t) < 1e-3 ? t * t * (1.0 / 2 - t * (1.0 / 6 - t * (1.0 / 12 - t * (1.0 / 20 - t / 30))))
        : (1 + t) * ElementaryFunctions.Log(1 + t) - t;

    /// <summary>The divergences of t = (offset + factor·(x − minimum)/range)/mean − 1; 0 where a figure is missing.</summary>
    public static void Of(ReadOnlySpan<double> figures, double minimum, double range, double offset, double factor, double mean, Span<double> divergences)
    {
        if (figures.Length != divergences.Length) throw new ArgumentException("The spans differ in length.", nameof(divergences));
        fixed (double* x = figures, d = divergences)
        {
            int i = Lanes.Widest switch
            {
                8 => Run<Lanes512>(x, minimum, range, offset, factor, mean, d, figures.Length),
                4 => Run<Lanes256>(x, minimum, range, offset, factor, mean, d, figures.Length),
                2 => Run<Lanes128>(x, minimum, range, offset, factor, mean, d, figures.Length),
                _ => 0,
            };
            for (; i < figures.Length; i++) d[i] = double.IsNaN(x[i]) ? 0 : Of((offset + factor * ((x[i] - minimum) / range)) / mean - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<TLanes>(double* figures, double minimum, double range, double offset, double factor, double mean, double* divergences, int length) where TLanes : struct, ILanes<TLanes>
    {
        TLanes one = TLanes.Of(1), zero = TLanes.Of(0), minusOne = TLanes.Of(-1);
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(figures + i);
            TLanes z = TLanes.Divide(TLanes.Subtract(x, TLanes.Of(minimum)), TLanes.Of(range));
            TLanes t = TLanes.Subtract(TLanes.Divide(TLanes.Add(TLanes.Of(offset), TLanes.Multiply(TLanes.Of(factor), z)), TLanes.Of(mean)), one);
            TLanes series = TLanes.Subtract(TLanes.Of(1.0 / 20), TLanes.Divide(t, TLanes.Of(30)));
            series = TLanes.Subtract(TLanes.Of(1.0 / 12), TLanes.Multiply(t, series));
            series = TLanes.Subtract(TLanes.Of(1.0 / 6), TLanes.Multiply(t, series));
            series = TLanes.Subtract(TLanes.Of(1.0 / 2), TLanes.Multiply(t, series));
            series = TLanes.Multiply(TLanes.Multiply(t, t), series);
            TLanes share = TLanes.Add(one, t), d = TLanes.Subtract(TLanes.Multiply(share, LaneFunctions.Log(share)), t);
            TLanes size = TLanes.Select(TLanes.Less(t, zero), TLanes.Subtract(zero, t), t);
            d = TLanes.Select(TLanes.Less(size, TLanes.Of(1e-3)), series, d);
            d = TLanes.Select(TLanes.Less(minusOne, t), d, one);
            TLanes.Store(TLanes.Keep(TLanes.Equal(x, x), d), divergences + i);
        }
        return i;
    }
}
