namespace UrbanHealth.Indicators;

/// <summary>Equal weights (等权): w = 1/n.</summary>
public sealed record EqualWeighting : Weighting
{
    /// <inheritdoc/>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        int n = siblings.Scores.Columns;
        return new WeightSet([.. Enumerable.Repeat(1.0 / n, n)], "equal");
    }
}
