namespace UrbanHealth.Indicators;

/// <summary>As many areas in each grade (分位数分级): the cuts are the quantiles 1/k … (k − 1)/k of the fitted scores.</summary>
/// <remarks>Where many scores are equal, two cuts may coincide and the grade between them is empty.</remarks>
public sealed record QuantileGrading : Grading
{
    /// <summary>How a quantile is read between scores; R7 by default.</summary>
    public QuantileDefinition Definition { get; init; } = QuantileDefinition.R7;

    /// <summary>Which grade a score on a cut belongs to; the worse one by default, (lower, upper].</summary>
    public IntervalClosure Closure { get; init; } = IntervalClosure.UpperIncluded;

    /// <inheritdoc/>
    public override FittedGrading Fit(ReadOnlySpan<double> scores)
    {
        double[] sorted = Sorted(scores);
        int classes = Scale.Count;
        var cuts = new double[classes - 1];
        for (int i = 1; i < classes; i++) cuts[i - 1] = Quantile(sorted, (double)i / classes, Definition);
        return new FittedGrading(Scale, cuts, Closure);
    }

    private static double Quantile(double[] sorted, double p, QuantileDefinition definition)
    {
        int n = sorted.Length;
        double h = definition switch
        {
            QuantileDefinition.R7 => (n - 1) * p + 1,
            QuantileDefinition.R6 => (n + 1) * p,
            QuantileDefinition.R8 => (n + 1.0 / 3) * p + 1.0 / 3,
            _ => n * p,
        };
        // 3 × (1/3) and its like must not fall a bit short of the step they mean
        double whole = Math.Round(h);
        if (Math.Abs(h - whole) <= 1e-9) h = whole;
        if (definition is QuantileDefinition.R1 or QuantileDefinition.R2)
        {
            int at = Math.Clamp((int)Math.Ceiling(h), 1, n);
            return definition == QuantileDefinition.R2 && h == at && at < n ? (sorted[at - 1] + sorted[at]) / 2 : sorted[at - 1];
        }
        h = Math.Clamp(h, 1, n);
        int low = (int)Math.Floor(h);
        return low >= n ? sorted[n - 1] : sorted[low - 1] + (h - low) * (sorted[low] - sorted[low - 1]);
    }
}
