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
    public static MeanTransform? Of(IEnumerable<Aggregation> aggregations, double[][][] leaves)
    {
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
        if (e == 1 && aggregations.All(a => a is ArithmeticAggregation)) return transform;
        foreach (double[][] year in leaves)
            foreach (double[] column in year)
                foreach (double s in column)
                    if (!double.IsNaN(s) && !(s > 0 && s >= floor && transform.IsSafe(s))) return null;
        return transform;
    }

    /// <summary>False where a power leaves the range of numbers.</summary>
    private bool IsSafe(double score)
    {
        double f = Forth(score);
        return exponent == 0 ? double.IsFinite(f) : double.IsNormal(f);
    }

    /// <summary>f of a score.</summary>
    public double Forth(double x) => exponent switch
    {
        1 => x,
        0 => ElementaryFunctions.Log(x),
        -1 => 1 / x,
        _ => ElementaryFunctions.Pow(x, exponent),
    };

    /// <summary>The mean whose f is given, in place.</summary>
    public void Back(Span<double> means)
    {
        if (exponent == 1) return;
        foreach (ref double m in means)
            m = exponent switch { 0 => ElementaryFunctions.Exp(m), -1 => 1 / m, _ => ElementaryFunctions.Pow(m, 1 / exponent) };
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
