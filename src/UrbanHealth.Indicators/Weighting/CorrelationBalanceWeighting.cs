using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Correlation-optimised weights (相关性优化赋权): siblings correlate with their arithmetic composite in the shares they should.</summary>
/// <remarks>Depends on the scale of the scores as they enter the composite; <see cref="CorrelationBalance"/> has the formula and the source.</remarks>
public sealed record CorrelationBalanceWeighting : ObjectiveWeighting
{
    /// <summary>The share each sibling should have; empty, the default, for equal.</summary>
    public IReadOnlyList<double> Targets { get; init; } = [];

    /// <summary>Whether a weight may be negative to reach the targets exactly; false by default.</summary>
    public bool AllowNegative { get; init; }

    private protected override string Name => "correlationBalance";

    private protected override ObjectiveWeighting ForColumns(List<int> places, int count) =>
        Targets.Count == count ? this with { Targets = [.. places.Select(j => Targets[j])] } : this;

    internal override ScoresNeeded Needs => ScoresNeeded.Rows;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        double[] weights = Indicators.CorrelationBalance.Solve(scores.Rows!, Targets, AllowNegative);
        double[] correlations = Indicators.CorrelationBalance.Correlations(scores.Rows!, weights);
        double sum = Sums.Of(correlations);
        evidence["correlation"] = correlations;
        evidence["correlationShare"] = Array.ConvertAll(correlations, r => r / sum);
        return weights;
    }

    private protected override WeightSet Finish(double[] importance, Dictionary<string, IReadOnlyList<double>> evidence) =>
        AllowNegative ? new WeightSet(importance, Name) { Evidence = evidence } : base.Finish(importance, evidence);

    /// <inheritdoc/>
    public bool Equals(CorrelationBalanceWeighting? other) => other is not null && base.Equals(other) && AllowNegative == other.AllowNegative && Targets.SequenceEqual(other.Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), AllowNegative, Targets.Count);
}
