using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The Aumann-Shapley value of a change (奥曼-沙普利分解): each variable's effect along the straight path from start to end, ∫ ∂f/∂xᵢ · Δxᵢ dt.</summary>
/// <remarks>
/// Source: Aumann &amp; Shapley (1974). No derivative is asked for: the path is cut into steps, within a step the variables move one
/// after the other, forwards and backwards, and the error is taken out by extrapolation (Romberg). Every stage sums to the change exactly, so
/// the parts do too, whatever the function; they are the path's own to about 1e-10 where the function is smooth. For a product they equal the Shapley value.
/// </remarks>
public static class AumannShapley
{
    /// <summary>The parts of f(end) − f(start).</summary>
    /// <param name="function">The function; not kept.</param>
    /// <param name="start">The variables at the start.</param>
    /// <param name="end">The variables at the end, as many.</param>
    /// <param name="refinements">How often the steps are halved; 6 (64 steps) by default.</param>
    /// <returns>One part a variable.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] Of(ScoreFunction function, ReadOnlySpan<double> start, ReadOnlySpan<double> end, int refinements = 6)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (start.Length != end.Length) throw new ArgumentException("The start and the end differ in length.", nameof(end));
        if (refinements is < 0 or > 12) throw new ArgumentOutOfRangeException(nameof(refinements));
        var before = new double[refinements + 1][];
        for (int level = 0; level <= refinements; level++)
        {
            var row = new double[level + 1][];
            row[0] = Steps(function, start, end, 1 << level);
            for (int order = 1; order <= level; order++)
            {
                double[] finer = row[order - 1], coarser = before[order - 1], better = new double[start.Length];
                for (int i = 0; i < better.Length; i++) better[i] = finer[i] + (finer[i] - coarser[i]) / (Math.ScaleB(1, 2 * order) - 1);
                row[order] = better;
            }
            before = row;
        }
        return before[^1];
    }

    private static double[] Steps(ScoreFunction function, ReadOnlySpan<double> start, ReadOnlySpan<double> end, int steps)
    {
        int n = start.Length;
        var parts = new double[n];
        var from = start.ToArray();
        var to = new double[n];
        double[] x = new double[n];
        double here = function(from);
        for (int s = 1; s <= steps; s++)
        {
            for (int i = 0; i < n; i++) to[i] = s == steps ? end[i] : start[i] + (end[i] - start[i]) * s / steps;
            Array.Copy(from, x, n);
            double before = here;
            for (int i = 0; i < n; i++)
            {
                if (x[i].Equals(to[i])) continue;
                x[i] = to[i];
                double after = function(x);
                parts[i] += (after - before) / 2;
                before = after;
            }
            double there = before;
            Array.Copy(from, x, n);
            before = here;
            for (int i = n - 1; i >= 0; i--)
            {
                if (x[i].Equals(to[i])) continue;
                x[i] = to[i];
                double after = function(x);
                parts[i] += (after - before) / 2;
                before = after;
            }
            here = there;
            (from, to) = (to, from);
        }
        return parts;
    }
}
