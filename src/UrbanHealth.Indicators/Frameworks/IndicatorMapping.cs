namespace UrbanHealth.Indicators;

/// <summary>What became of one indicator between two versions of a catalogue (指标对应关系).</summary>
public sealed record IndicatorMapping
{
    /// <summary>The indicator in the older catalogue; null for one that is new.</summary>
    public IndicatorVersion? From { get; init; }

    /// <summary>The indicator in the newer catalogue; null for one that is gone.</summary>
    public IndicatorVersion? To { get; init; }

    /// <summary>Whether figures of the two may be compared; only where both are there.</summary>
    public bool IsComparable { get; init; }

    /// <summary>Why, such as that the definition changed from a count to a rate; needed wherever they are not comparable.</summary>
    public string? Reason { get; init; }

    /// <summary>Such as <c>accidents@1 → accidents@2 (not comparable: a count became a death rate)</c>.</summary>
    public override string ToString() => $"{From?.ToString() ?? "—"} → {To?.ToString() ?? "—"} ({(IsComparable ? "comparable" : "not comparable")}{(Reason is null ? "" : $": {Reason}")})";
}
