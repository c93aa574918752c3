namespace UrbanHealth.Indicators;

/// <summary>The mean weighted by 1/σ² (逆方差加权). It cannot say when a source states no standard error, or one of 0.</summary>
/// <remarks>The standard error is not enlarged when the sources disagree more than their errors allow: see <see cref="ReconciledFigure.Heterogeneity"/>.</remarks>
public sealed record SourceInverseVarianceRule : ReconciliationRule
{
    /// <inheritdoc/>
    public override (double Value, double? StandardError, string? Source)? Resolve(IReadOnlyList<SourcedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Reconciliation.HeterogeneityOf(values) is { } h ? (h.Mean, h.StandardError, null) : null;
    }
}
