using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Measured and residents' scores as one (主客观融合结果), with the share that residents had.</summary>
public sealed record FusedResult
{
    /// <summary>The year of the measured scores; null when they were given as numbers.</summary>
    public int? Year { get; init; }

    /// <summary>The rule.</summary>
    public required SubjectiveShare Rule { get; init; }

    /// <summary>The residents' share that the rule gave (主观占比).</summary>
    public required double Share { get; init; }

    /// <summary>The areas, in the order given.</summary>
    public required IReadOnlyList<FusedArea> Areas { get; init; }

    /// <summary>The areas that lack a score of one kind and are not blended.</summary>
    public required IReadOnlyList<string> Unblended { get; init; }

    /// <summary>The area of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FusedArea this[string area] => Areas.FirstOrDefault(a => a.Area == area) ?? throw new KeyNotFoundException($"There is no blended area {area}.");

    /// <summary>The result as JSON: the share, each area's two scores and the blend, with the intervals of score and rank.</summary>
    public string ToJson() => SurveyDocument.Text("fused-result/1", w =>
    {
        if (Year is { } year) w.WriteNumber("year", year);
        w.WriteNumber("share", Share);
        w.WriteStartArray("areas");
        foreach (FusedArea area in Areas)
        {
            w.WriteStartObject();
            w.WriteString("area", area.Area);
            w.WriteNumber("objective", area.Objective);
            w.WriteNumber("subjective", area.Subjective);
            w.WriteNumber("score", area.Score);
            w.WriteNumber("standardError", area.StandardError);
            SurveyDocument.Interval(w, "interval", area.Interval);
            w.WriteNumber("rank", area.Rank);
            SurveyDocument.Interval(w, "rankInterval", area.RankInterval);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        SurveyDocument.Texts(w, "unblended", Unblended);
    });

    /// <summary>The share, and a line an area by rank.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Year is { } year ? $"{year}, " : "")}residents' share {100 * Share:F1}%") + "\n" + string.Join('\n', Areas.OrderBy(a => a.Rank)) + (Unblended.Count == 0 ? "" : "\nnot blended: " + string.Join(", ", Unblended));
}
