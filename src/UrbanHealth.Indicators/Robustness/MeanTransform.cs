using System.Numerics;
using System.Runtime.InteropServices;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What makes a whole tree of one power mean a tree of arithmetic means: f(M) = Σ wᵢf(xᵢ) at every node, with f the logarithm or a power.</summary>
internal sealed class MeanTransform
{
    private const double LeastExponent = 0.05; // nearer 0 the powers are all near 1 and lose their digits

    private readonly double exponent;

    private MeanTransform(double exponent) => this.exponent = exponent;

    /// <summary>The transform of a tree; null where its nodes are not one mean, or a score is one that a rule must deal with.</summary>
    /// <param name="aggregations">Those of all nodes; their weights sum to 1.</param>
    /// <param name="leaves">The scores of the indicators, year by year; NaN is missing.</param>
    /// <param name="transformed">Takes f of them; null without a transform.</param>
    public static MeanTransform? Of(IEnumerable<Aggregation> aggregations, double[][][] leaves, out double[][][]? transformed)
    {
        transformed = null;
        double? exponent = null;
        double floor = 0;
        foreach (Aggregation aggregation in aggregations)
        {
            if (Exponent(aggregation) is not { } p || (exponent ?? p) != p || (p != 0 && Math.Abs(p) < LeastExponent)) return null;
            exponent = p;
            if (aggregation is PositiveMeanAggregation { Zeros: NonPositiveRule.RaiseToFloor } or PositiveMeanAggregation { Negatives: NonPositiveRule.RaiseToFloor }) floor = Math.Max(floor, ((PositiveMeanAggregation)aggregation).Floor);
        }
        if (exponent is not { } e) return null;
        var transform = new MeanTransform(e);
        if (e == 1 && aggregations.All(a => a is ArithmeticAggregation))
        {
            transformed = leaves;
            return transform;
        }
        double[][][] forth = Array.ConvertAll(leaves, year => Array.ConvertAll(year, transform.Forth));
        for (int y = 0; y < leaves.Length; y++)
            for (int j = 0; j < leaves[y].Length; j++)
                for (int i = 0; i < leaves[y][j].Length; i++)
                {
                    double s = leaves[y][j][i];
                    if (!double.IsNaN(s) && !(s > 0 && s >= floor && transform.IsSafe(forth[y][j][i]))) return null;
                }
        transformed = forth;
        return transform;
    }

    /// <summary>False where a power has left the range of numbers.</summary>
    private bool IsSafe(double f) => exponent == 0 ? double.IsFinite(f) : double.IsNormal(f);

    /// <summary>f of scores.</summary>
    private double[] Forth(double[] scores)
    {
        if (exponent == 1) return scores;
        var f = new double[scores.Length];
        if (exponent == 0) LaneFunctions.Log(scores, f);
        else if (exponent == -1) Invert(scores, f);
        else PowerLanes.Pow(scores, exponent, f);
        return f;
    }

    /// <summary>The mean whose f is given, in place.</summary>
    public void Back(Span<double> means)
    {
        if (exponent == 1) return;
        if (exponent == 0) LaneFunctions.Exp(means, means);
        else if (exponent == -1) Invert(means, means);
        else PowerLanes.Pow(means, 1 / exponent, means);
    }

    private static void Invert(ReadOnlySpan<double> x, Span<double> inverses)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(x);
        Span<Vector<double>> wideInverses = MemoryMarshal.Cast<double, Vector<double>>(inverses);
        for (int k = 0; k < wide.Length; k++) wideInverses[k] = Vector<double>.One / wide[k];
        for (int i = wide.Length * Vector<double>.Count; i < x.Length; i++) inverses[i] = 1 / x[i];
    }

    private static double? Exponent(Aggregation aggregation) => aggregation switch
    {
        ArithmeticAggregation => 1,
        GeometricAggregation => 0,
        HarmonicAggregation => -1,
        PowerMeanAggregation p => p.Exponent,
        _ => null,
    };
}
