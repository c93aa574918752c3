using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Bands of one width (等间距分级) from the lowest to the highest fitted score.</summary>
public sealed record EqualIntervalGrading : Grading
{
    /// <summary>Which grade a score on a cut belongs to; the worse one by default, (lower, upper].</summary>
    public IntervalClosure Closure { get; init; } = IntervalClosure.UpperIncluded;

    /// <inheritdoc/>
    public override FittedGrading Fit(ReadOnlySpan<double> scores) => Fit(ExactMoments.Of(scores));

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedGrading Fit(ExactMoments scores)
    {
        scores = Present(scores);
        double low = scores.Minimum, width = scores.Maximum - low;
        if (width == 0) throw new ArgumentException("Equal intervals need at least two different scores.", nameof(scores));
        int classes = Scale.Count;
        var cuts = new double[classes - 1];
        for (int i = 1; i < classes; i++) cuts[i - 1] = low + width * i / classes;
        return new FittedGrading(Scale, cuts, Closure);
    }
}
