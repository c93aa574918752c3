using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The score, rank and grade of a dimension or an indicator between two years (得分、排名、等级变化).</summary>
public sealed record NodeChange
{
    internal NodeChange() { }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>The dimension or indicator.</summary>
    public required string Code { get; init; }

    /// <summary>The score at the start; NaN when missing.</summary>
    public required double From { get; init; }

    /// <summary>The score at the end; NaN when missing.</summary>
    public required double To { get; init; }

    /// <summary>The rank at the start; null without a score.</summary>
    public required double? FromRank { get; init; }

    /// <summary>The rank at the end; null without a score.</summary>
    public required double? ToRank { get; init; }

    /// <summary>The grade at the start; null without one.</summary>
    public Grade? FromGrade { get; init; }

    /// <summary>The grade at the end; null without one.</summary>
    public Grade? ToGrade { get; init; }

    /// <summary>The score at the end less that at the start.</summary>
    public double Difference => To - From;

    /// <summary>The difference over the start, in percent; NaN from zero or below.</summary>
    public double Percent => From > 0 ? Difference / From * 100 : double.NaN;

    /// <summary>How many ranks it rose (positive) or fell; null where one is missing.</summary>
    public double? RankGain => FromRank - ToRank;

    /// <summary>How the score moved; null where one is missing. Scores always point upwards.</summary>
    public required ChangeLabel? Label { get; init; }

    /// <summary>Such as <c>芝罘区 E1 78.10 → 81.20 (+3.10), rank 3 → 1, 良 → 优</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area} {Code} {Text(From)} → {Text(To)}{(double.IsNaN(Difference) ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Difference:+0.00;-0.00;0.00})"))}, rank {FromRank?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—"} → {ToRank?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—"}{(FromGrade is null && ToGrade is null ? "" : $", {FromGrade?.Name ?? "—"} → {ToGrade?.Name ?? "—"}")}");

    private static string Text(double v) => double.IsNaN(v) ? "—" : v.ToString("0.00", CultureInfo.InvariantCulture);
}
