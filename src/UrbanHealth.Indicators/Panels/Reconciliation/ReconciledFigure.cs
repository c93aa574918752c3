using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One figure that several sources spoke of, and how they came out (校验后的值).</summary>
public sealed record ReconciledFigure
{
    internal ReconciledFigure(ReconciliationOutcome outcome, double value, double? standardError, string? source, IReadOnlyList<SourcedValue> sources) =>
        (Outcome, Value, StandardError, Source, Sources, Heterogeneity) = (outcome, value, standardError, source, sources, sources.Count > 1 ? Reconciliation.HeterogeneityOf(sources) : null);

    /// <summary>How they came out.</summary>
    public ReconciliationOutcome Outcome { get; }

    /// <summary>The figure; NaN while it is a conflict.</summary>
    public double Value { get; }

    /// <summary>Its standard error; null when not known.</summary>
    public double? StandardError { get; }

    /// <summary>The source it was taken from; null when it was made of several.</summary>
    public string? Source { get; }

    /// <summary>What each source says, in the order given.</summary>
    public IReadOnlyList<SourcedValue> Sources { get; }

    /// <summary>How well they agree, where every source states its standard error; else null.</summary>
    public SourceHeterogeneity? Heterogeneity { get; }

    /// <summary>The largest less the smallest figure.</summary>
    public double Spread => Sources.Max(s => s.Value) - Sources.Min(s => s.Value);

    /// <summary>The sources with their figures, such as <c>附件1 7482, 附件4 6603</c>.</summary>
    public string SourcesText => string.Join(", ", Sources.Select(s => $"{s.Source} {PanelFindings.Text(s.Value)}".TrimStart()));

    /// <summary>The outcome, the figure and the sources.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} {Value:R} ({SourcesText})");
}
