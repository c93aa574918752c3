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
        int classes = Scale.Count;
        double[] shares = new double[classes - 1], cuts = new double[classes - 1];
        for (int i = 1; i < classes; i++) shares[i - 1] = (double)i / classes;
        QuantileReader.Read(Present(scores), shares, Definition, cuts);
        return new FittedGrading(Scale, cuts, Closure);
    }
}
