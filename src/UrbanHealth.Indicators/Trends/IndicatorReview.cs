using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One indicator of one area over the years of a review (单项指标五年评估).</summary>
public sealed record IndicatorReview
{
    internal IndicatorReview() { }

    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The years of the figures, rising.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The figures of every year of the review, as observed; NaN is missing.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The statistics of the years that count under the rule for breaks.</summary>
    public required SeriesTrend Trend { get; init; }

    /// <summary>How the condition moved from the first year that counts to the last; null with fewer than two, or where the best is a target or range that nothing states.</summary>
    public required ChangeLabel? Label { get; init; }

    /// <summary>The years from which on a definition or a coverage is another one (断点).</summary>
    public required IReadOnlyList<int> Breaks { get; init; }

    /// <summary>What changed at each of the breaks: <see cref="Comparability.DefinitionChanged"/> or <see cref="Comparability.CoverageChanged"/>.</summary>
    public required IReadOnlyList<Comparability> BreakKinds { get; init; }

    /// <summary>How it stands towards its target in the last year with a figure; null without a target.</summary>
    public required TargetProgress? Target { get; init; }

    /// <summary>True when there is a target and the figure does not reach it; without a figure nothing is known.</summary>
    public bool IsShort => Target is { Status: not TargetStatus.Attained } t && !double.IsNaN(t.Value);

    /// <summary>True when the movement is beyond chance at a level, by Mann-Kendall; five years that all move one way reach 0.017.</summary>
    public bool IsSignificant(double level = 0.05) => Trend.PValue < level;

    /// <summary>Name, movement and label in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Indicator.Name} {Trend}{(Label is { } label ? $", {label}" : "")}{(Breaks.Count > 0 ? $", break {string.Join(", ", Breaks)}" : "")}{(Target is null ? "" : $"; {Target.Status}, target {Target.TargetInForce} ({Target.TargetYearInForce})")}");
}
