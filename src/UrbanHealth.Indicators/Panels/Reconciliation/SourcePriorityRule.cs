namespace UrbanHealth.Indicators;

/// <summary>The figure of the first listed source that has one (来源优先级). It cannot say when none is listed, or one source says two things.</summary>
public sealed record SourcePriorityRule : ReconciliationRule
{
    /// <summary>The sources, the most trusted first.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <inheritdoc/>
    public override (double Value, double? StandardError, string? Source)? Resolve(IReadOnlyList<SourcedValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (string source in Sources)
        {
            SourcedValue[] said = [.. values.Where(v => v.Source == source)];
            if (said.Length == 0) continue;
            return Array.TrueForAll(said, v => v.Value == said[0].Value) ? (said[0].Value, said[0].StandardError, source) : null;
        }
        return null;
    }

    /// <summary>True when both list the same sources in the same order.</summary>
    public bool Equals(SourcePriorityRule? other) => other is not null && Sources.SequenceEqual(other.Sources);

    /// <inheritdoc/>
    public override int GetHashCode() => Sources.Aggregate(17, HashCode.Combine);
}
