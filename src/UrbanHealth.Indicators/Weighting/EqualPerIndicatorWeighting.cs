namespace UrbanHealth.Indicators;

/// <summary>Weights that make every indicator of the whole tree count the same (指标等权): a sibling weighs as many indicators as lie at or below it.</summary>
public sealed record EqualPerIndicatorWeighting : Weighting
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The siblings do not say how many indicators lie below them.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (siblings.IndicatorCounts.Count != siblings.Count) throw new ArgumentException("The siblings do not say how many indicators lie below each.", nameof(siblings));
        return WeightSet.Of([.. siblings.IndicatorCounts.Select(c => (double)c)], "equalPerIndicator");
    }
}
