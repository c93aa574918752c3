namespace UrbanHealth.Indicators;

/// <summary>The median of the sources (中位数); unmoved by fewer than half of them.</summary>
public sealed record SourceMedianRule : ReconciliationRule
{
    /// <inheritdoc/>
    public override (double Value, double? StandardError, string? Source)? Resolve(IReadOnlyList<SourcedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return (Descriptive.Median([.. values.Select(v => v.Value)]), null, null);
    }
}
