namespace UrbanHealth.Indicators;

/// <summary>Weights given in the framework (给定权重), divided by their sum unless <see cref="KeepsSum"/>; siblings of which none has a weight are equal.</summary>
public sealed record GivenWeighting : Weighting
{
    /// <summary>Whether weights that do not sum to 1 are kept as they are; false by default.</summary>
    public bool KeepsSum { get; init; }

    /// <inheritdoc/>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        int n = siblings.Scores.Columns;
        if (siblings.Given.All(w => w is null)) return new WeightSet([.. Enumerable.Repeat(1.0 / n, n)], "equal");
        if (siblings.Given.Count != n || siblings.Given.Any(w => w is null)) throw new ArgumentException("Some siblings have a weight and some have none.", nameof(siblings));
        double sum = KeepsSum ? 1 : siblings.Given.Sum(w => w!.Value);
        return new WeightSet([.. siblings.Given.Select(w => w!.Value / sum)], "given");
    }
}
