using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The satisfaction of one group with one subject (满意度结果).</summary>
public sealed record SatisfactionRow
{
    /// <summary>The code of the question, indicator or dimension; empty for all together.</summary>
    public required string Subject { get; init; }

    /// <summary>The group; empty for everybody.</summary>
    public required string Domain { get; init; }

    /// <summary>The mean score (满意度得分); null when hidden.</summary>
    public SurveyEstimate? Mean { get; init; }

    /// <summary>The share of satisfied answers, 0…1 (满意率); null when hidden.</summary>
    public SurveyEstimate? TopBoxShare { get; init; }

    /// <summary>True when the cell is too small to publish.</summary>
    public bool IsSuppressed => Mean is null;

    /// <summary>The subject in words that are never empty.</summary>
    internal static string Named(string subject) => subject.Length == 0 ? "总体" : subject;

    /// <summary>Such as <c>住房 东区 72.4 ± 1.1, 63.5 %</c>.</summary>
    public override string ToString() => IsSuppressed ? $"{Named(Subject)} {Domain} —"
        : string.Create(CultureInfo.InvariantCulture, $"{Named(Subject)} {Domain} {Mean!.Value:F1} ± {Mean.StandardError:F1}, {100 * TopBoxShare!.Value:F1}%");
}
