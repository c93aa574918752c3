namespace UrbanHealth.Indicators;

/// <summary>Natural breaks (自然断点分级, Jenks), exact: grades as alike inside as can be. Source: Fisher (1958); Jenks (1977).</summary>
/// <remarks>The cuts are observed scores, the highest of each lower grade; <see cref="NaturalBreaks"/> has the goodness of fit.</remarks>
public sealed record NaturalBreaksGrading : Grading
{
    /// <inheritdoc/>
    public override FittedGrading Fit(ReadOnlySpan<double> scores)
    {
        if (Scale.Count < 2) return new FittedGrading(Scale, []);
        Indicators.NaturalBreaks breaks = Indicators.NaturalBreaks.Of(scores, Scale.Count);
        return new FittedGrading(Scale, [.. breaks.UpperBounds.Take(Scale.Count - 1)], IntervalClosure.UpperIncluded);
    }
}
