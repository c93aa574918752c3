namespace UrbanHealth.Indicators;

/// <summary>Equal weights among the children of one parent (等权,维度内等权): w = 1/n.</summary>
/// <remarks>An indicator of a small dimension then counts for more in the whole; <see cref="EqualPerIndicatorWeighting"/> does not do that.</remarks>
public sealed record EqualWeighting : Weighting
{
    /// <inheritdoc/>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        double[] weights = new double[siblings.Count];
        Array.Fill(weights, 1.0 / weights.Length);
        return new WeightSet(weights, "equal");
    }
}
