using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The change of one node split among its children.</summary>
/// <param name="Multipliers">What a unit of each child's change is worth: multiplier times change is the child's part.</param>
/// <param name="Weights">The part of each child's other weight.</param>
/// <param name="Reweighting">The part of each child's weight that missing siblings gave or took.</param>
/// <param name="Scale">The part of another sum of weights.</param>
/// <param name="Rest">What could not be shared.</param>
internal readonly record struct NodeSplit(double[] Multipliers, double[] Weights, double[] Reweighting, double Scale, double Rest)
{
    private const int LargestShapley = 12;

    // inner: the children that have parts of their own, which may offset each other while the child stands still
    public static NodeSplit Of(RowAggregation method, double[] x0, double[] x1, double[] w0, double[] w1, bool[] inner)
    {
        double? power = method switch
        {
            ArithmeticAggregation => 1,
            GeometricAggregation => 0,
            HarmonicAggregation => -1,
            PowerMeanAggregation p => p.Exponent,
            _ => null,
        };
        bool closed = power is not null && (method is ArithmeticAggregation || AllPositive((PositiveMeanAggregation)method, x0) && AllPositive((PositiveMeanAggregation)method, x1));
        return closed && Sum(w0, x0) > 0 && Sum(w1, x1) > 0 && Sum(w0, x1) > 0 && Sum(w1, x0) > 0
            ? Closed(method, power!.Value, x0, x1, w0, w1) : Shapley(method, x0, x1, w0, w1, inner);
    }

    /// <summary>True where no rule for zeros or a floor touches a score.</summary>
    private static bool AllPositive(PositiveMeanAggregation method, double[] x)
    {
        foreach (double v in x)
            if (v <= 0 || v < method.Floor && (method.Zeros == NonPositiveRule.RaiseToFloor || method.Negatives == NonPositiveRule.RaiseToFloor)) return false;
        return true;
    }

    private static NodeSplit Closed(RowAggregation method, double p, double[] x0, double[] x1, double[] w0, double[] w1)
    {
        int n = x0.Length;
        double m0 = method.Aggregate(x0, w0), m1 = method.Aggregate(x1, w1), scale0 = ScaleOf(w0), scale1 = ScaleOf(w1), scale = (scale0 + scale1) / 2;
        double g0 = m0 / scale0, g1 = m1 / scale1, u0 = Raise(g0, p), u1 = Raise(g1, p), middle = (u0 + u1) / 2;
        double back = 1 / Slope(g0, g1, p); // ΔG/ΔU
        double all00 = Sum(w0, x0), all01 = Sum(w0, x1), all10 = Sum(w1, x0), all11 = Sum(w1, x1);
        var multipliers = new double[n];
        var weights = new double[n];
        var reweighting = new double[n];
        for (int i = 0; i < n; i++)
        {
            bool at0 = !double.IsNaN(x0[i]), at1 = !double.IsNaN(x1[i]);
            if (!at0 && !at1) continue;
            double e00 = at0 ? w0[i] / all00 : 0, e01 = at1 ? w0[i] / all01 : 0, e10 = at0 ? w1[i] / all10 : 0, e11 = at1 ? w1[i] / all11 : 0;
            double a = at0 ? x0[i] : x1[i], b = at1 ? x1[i] : x0[i]; // a missing score counts as the other end's: only its weight comes or goes
            double level = (Raise(a, p) + Raise(b, p)) / 2 - middle; // the weights sum to one, so any constant may be taken off
            double worth = scale * back;
            multipliers[i] = worth * ((e00 + e11) / 2) * Slope(a, b, p);
            weights[i] = worth * level * (e10 - e00 + (e11 - e01)) / 2;
            reweighting[i] = worth * level * (e01 - e00 + (e11 - e10)) / 2;
        }
        return new NodeSplit(multipliers, weights, reweighting, (g0 + g1) / 2 * (scale1 - scale0), 0);
    }

    private static NodeSplit Shapley(RowAggregation method, double[] x0, double[] x1, double[] w0, double[] w1, bool[] inner)
    {
        int n = x0.Length;
        double[] from = new double[n + 2], to = new double[n + 2];
        bool pattern = false, weights = false;
        int moved = 2;
        for (int i = 0; i < n; i++)
        {
            from[i] = double.IsNaN(x0[i]) ? x1[i] : x0[i];
            to[i] = double.IsNaN(x1[i]) ? x0[i] : x1[i];
            pattern |= double.IsNaN(x0[i]) != double.IsNaN(x1[i]);
            weights |= w0[i] != w1[i];
            if (!from[i].Equals(to[i])) moved++;
        }
        to[n] = pattern ? 1 : 0;
        to[n + 1] = weights ? 1 : 0;
        var scores = new double[n];
        double Value(ReadOnlySpan<double> v)
        {
            double[] present = v[n] == 0 ? x0 : x1;
            for (int i = 0; i < n; i++) scores[i] = double.IsNaN(present[i]) ? double.NaN : v[i];
            return method.Aggregate(scores, v[n + 1] == 0 ? w0 : w1);
        }

        double change = method.Aggregate(x1, w1) - method.Aggregate(x0, w0);
        double[] parts = moved <= LargestShapley ? ShapleyValue.Of(Value, from, to) : AumannShapley.Of(Value, from, to, 0);
        var split = new NodeSplit(new double[n], new double[n], new double[n], parts[n + 1], 0);
        if (Array.Exists(parts, double.IsNaN)) return split with { Scale = 0, Rest = change };
        int changed = 0;
        for (int i = 0; i < n; i++)
        {
            if (inner[i] && !double.IsNaN(x0[i]) && !double.IsNaN(x1[i]) && Math.Abs(to[i] - from[i]) <= 1e-13 * Math.Max(1, Math.Abs(from[i]))) split.Multipliers[i] = Slope(i);
            else if (!from[i].Equals(to[i])) split.Multipliers[i] = parts[i] / (to[i] - from[i]);
            if (double.IsNaN(x0[i]) != double.IsNaN(x1[i])) changed++;
        }
        for (int i = 0; i < n; i++) // those that came or went share alike
            if (double.IsNaN(x0[i]) != double.IsNaN(x1[i])) split.Reweighting[i] = parts[n] / changed;
        return split;

        // what a small movement of a child that stood still would have been worth, by the same mean over orders: times no movement it adds nothing,
        // and the child's own parts, which offset each other, are passed on
        double Slope(int i)
        {
            double here = from[i], step = 1e-4 * Math.Abs(here);
            if (here == 0)
            {
                if (method is PositiveMeanAggregation) return 0; // the rule for zeros, which no slope describes
                step = 1e-4;
            }
            (double keptFrom, double keptTo) = (from[i], to[i]);
            (from[i], to[i]) = (here - step, here + step);
            double part = (moved < LargestShapley ? ShapleyValue.Of(Value, from, to) : AumannShapley.Of(Value, from, to, 0))[i];
            (from[i], to[i]) = (keptFrom, keptTo);
            return double.IsNaN(part) ? 0 : part / (2 * step);
        }
    }

    /// <summary>The sum of the weights of what is present.</summary>
    private static double Sum(double[] w, double[] x)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++) if (!double.IsNaN(x[i])) sum += w[i];
        return sum;
    }

    private static double ScaleOf(double[] w)
    {
        double sum = 0;
        foreach (double v in w) sum += v;
        return Math.Abs(sum - 1) <= 1e-9 ? 1 : sum; // as the aggregations have it
    }

    private static double Raise(double x, double p) => p switch { 1 => x, 0 => ElementaryFunctions.Log(x), -1 => 1 / x, _ => ElementaryFunctions.Pow(x, p) };

    /// <summary>The divided difference of the transformation: Δf/Δx, and f′ where both ends are alike.</summary>
    private static double Slope(double a, double b, double p)
    {
        if (p == 1) return 1;
        if (p == -1) return -1 / (a * b);
        if (p == 0) return 1 / LogarithmicMean.Of(b, a);
        double middle = (a + b) / 2;
        // near together the derivative in the middle is right to (Δ/x)²/24
        return Math.Abs(b - a) <= 1e-5 * Math.Abs(middle) ? p * ElementaryFunctions.Pow(middle, p - 1) : (ElementaryFunctions.Pow(b, p) - ElementaryFunctions.Pow(a, p)) / (b - a);
    }
}
