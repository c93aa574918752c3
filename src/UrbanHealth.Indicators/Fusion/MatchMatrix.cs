using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Measured grade by residents' grade (匹配矩阵), the mismatches both ways, and how far the two agree.</summary>
public sealed partial class MatchMatrix
{
    private readonly Matrix counts;

    private MatchMatrix(GradeScale scale, IReadOnlyList<MatchedArea> areas, IReadOnlyList<string> ungraded)
    {
        (Scale, Areas, Ungraded) = (scale, areas, ungraded);
        var rows = new double[scale.Count][];
        for (int i = 0; i < rows.Length; i++) rows[i] = new double[scale.Count];
        foreach (MatchedArea area in areas) rows[area.Objective.Level - 1][area.Subjective.Level - 1]++;
        counts = Matrix.FromRows(rows);
    }

    /// <summary>The words both are graded in.</summary>
    public GradeScale Scale { get; }

    /// <summary>The areas that have both grades.</summary>
    public IReadOnlyList<MatchedArea> Areas { get; }

    /// <summary>The areas that lack a grade of one kind and are not in the matrix.</summary>
    public IReadOnlyList<string> Ungraded { get; }

    /// <summary>How many areas have these two grades; levels count from 1, the best.</summary>
    public int this[int objective, int subjective] => (int)counts[objective - 1, subjective - 1];

    /// <summary>The areas that match, or differ one way, the widest gap first.</summary>
    public IReadOnlyList<MatchedArea> Of(MatchKind match) => [.. Areas.Where(a => a.Match == match).OrderByDescending(a => Math.Abs(a.Gap))];

    /// <summary>Agreement of the two gradings beyond chance.</summary>
    /// <exception cref="ArgumentException">All areas have one grade in both, so that kappa is not defined.</exception>
    public CohenKappa Agreement(KappaWeights weights = KappaWeights.Linear) => CohenKappa.Of(counts, weights);

    /// <summary>A matrix of grades of one scale.</summary>
    /// <param name="scale">The words.</param>
    /// <param name="areas">Each area's measured grade and residents' grade; null is ungraded.</param>
    /// <exception cref="ArgumentException">A grade is not one of the scale.</exception>
    public static MatchMatrix Of(GradeScale scale, IEnumerable<(string Area, Grade? Objective, Grade? Subjective)> areas)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(areas);
        var both = new List<MatchedArea>();
        var ungraded = new List<string>();
        foreach ((string area, Grade? objective, Grade? subjective) in areas)
        {
            if (objective is null || subjective is null) { ungraded.Add(area); continue; }
            if (!scale.Contains(objective) || !scale.Contains(subjective)) throw new ArgumentException($"A grade of {area} is not one of the scale.", nameof(areas));
            both.Add(new MatchedArea(area, objective, subjective));
        }
        return new MatchMatrix(scale, both, ungraded);
    }

    /// <summary>The counts, rows measured and columns residents', then the mismatches by name.</summary>
    public override string ToString()
    {
        var table = new TextTable(["客观 \\ 主观", .. Scale.Select(g => g.Name)]);
        foreach (Grade row in Scale) table.Add([row.Name, .. Scale.Select(c => this[row.Level, c.Level].ToString(CultureInfo.InvariantCulture))]);
        return $"{table}\n客观好而居民不满: {Names(MatchKind.ObjectiveBetter)}\n客观差而居民满意: {Names(MatchKind.SubjectiveBetter)}{(Ungraded.Count == 0 ? "" : "\n未定级: " + string.Join(", ", Ungraded))}";

        string Names(MatchKind match) => Of(match) is { Count: > 0 } some ? string.Join(", ", some) : "—";
    }
}
