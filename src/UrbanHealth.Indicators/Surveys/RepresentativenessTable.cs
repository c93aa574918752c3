using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>The sample against the population (样本代表性表).</summary>
public sealed record RepresentativenessTable
{
    /// <summary>A row a category.</summary>
    public required IReadOnlyList<RepresentativenessRow> Rows { get; init; }

    /// <summary>A test an attribute.</summary>
    public required IReadOnlyList<MarginTest> Tests { get; init; }

    /// <summary>The respondents.</summary>
    public required int Respondents { get; init; }

    /// <summary>The design effect of unequal weights (Kish 1965).</summary>
    public required double DesignEffect { get; init; }

    /// <summary>Respondents over the design effect (有效样本量).</summary>
    public double EffectiveSampleSize => Respondents / DesignEffect;

    /// <summary>The categories with the fewest respondents, fewest first.</summary>
    public IReadOnlyList<RepresentativenessRow> Smallest(int count = 5) => [.. Rows.OrderBy(r => r.Respondents).Take(count)];

    /// <summary>The row of a category.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RepresentativenessRow this[string variable, string level] => Rows.FirstOrDefault(r => r.Variable == variable && r.Level == level) ?? throw new KeyNotFoundException($"The table has no {variable} = {level}.");

    /// <summary>The table as JSON: sample against population, and the tests.</summary>
    public string ToJson() => SurveyDocument.Write(this);

    /// <summary>A line a category, a line a test, and the effective sample size.</summary>
    public override string ToString()
    {
        var table = new TextTable("variable", "level", "n", "sample", "weighted", "population", "difference");
        foreach (RepresentativenessRow r in Rows)
            table.Add(r.Variable, r.Level, r.Respondents.ToString(CultureInfo.InvariantCulture), Percent(r.SampleShare), Percent(r.WeightedShare), Percent(r.PopulationShare), (r.Difference > 0 ? "+" : "") + Percent(r.Difference));
        string tests = string.Join('\n', Tests.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Variable}: χ² {t.ChiSquare:F1}, df {t.DegreesOfFreedom}, p {t.PValue:G2}")));
        return string.Create(CultureInfo.InvariantCulture, $"{table}\n{tests}\nn {Respondents}, design effect of weights {DesignEffect:F2}, effective n {EffectiveSampleSize:F0}");

        static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
    }
}
