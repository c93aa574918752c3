using System.Globalization;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A real check-up, judged as its report judges it: Yichang 2025, a prefecture city.</summary>
public class YichangAssessment : IReferenceChecks
{
    private static readonly Lazy<YichangReport> Report = new(() => new YichangReport());
    private static readonly Lazy<AreaAssessment> City = new(() => Report.Value.JudgeFigures("地级市")[YichangReport.City, YichangReport.Year]);
    private static readonly Lazy<AreaAssessment> Grades = new(() => Report.Value.GradeDimensions()[YichangReport.City, YichangReport.Year]);

    [ReferenceFact]
    public void Every_city_level_indicator_with_a_printed_standard_is_judged_unless_it_does_not_apply()
    {
        foreach (YichangReport.Row row in Report.Value.CityRows.Where(r => r.Standard.Length > 0))
        {
            JudgedIndicator judged = City.Value[row.Code];
            if (row.Value == "——") Assert.Equal(Judgement.NotApplicable, judged.Judgement);
            else Assert.True(judged.Judgement is Judgement.Met or Judgement.NotMet, $"{judged}");
        }
    }

    /// <summary>The report prints grades, not judgements: what it grades 不足 and has a standard for must fail that standard, and nothing else may.</summary>
    [ReferenceFact]
    public void What_fails_its_standard_is_what_the_report_grades_poor() => Assert.Equal(0, Contradictions());

    [ReferenceFact]
    public void What_has_a_figure_and_no_printed_standard_has_none()
    {
        foreach (YichangReport.Row row in Report.Value.CityRows.Where(r => r.Standard.Length == 0))
            Assert.Equal(row.Value switch { "——" => Judgement.NotApplicable, "-" => Judgement.Missing, _ => Judgement.NoStandard }, City.Value[row.Code].Judgement);
    }

    [ReferenceFact]
    public void The_range_of_prefecture_cities_fails_a_density_that_the_range_of_county_cities_passes()
    {
        JudgedIndicator prefecture = City.Value["Y32"], county = Report.Value.JudgeFigures("县级市")[YichangReport.City, YichangReport.Year]["Y32"];
        Assert.Equal((0.67, "0.7~1.5", Judgement.NotMet), (prefecture.Value, prefecture.Standard!.ToString(), prefecture.Judgement));
        Assert.Equal((0.67, "0.6~1", Judgement.Met), (county.Value, county.Standard!.ToString(), county.Judgement));
    }

    [ReferenceFact]
    public void The_tier_of_the_city_decides_what_is_asked_of_it()
    {
        AreaAssessment capital = Report.Value.JudgeFigures("省会")[YichangReport.City, YichangReport.Year];
        Assert.Equal(("≥15", "≥30"), (City.Value["Y63"].Standard!.ToString(), capital["Y63"].Standard!.ToString()));
        Assert.Equal(("≥30", "≥60"), (City.Value["Y66"].Standard!.ToString(), capital["Y66"].Standard!.ToString()));
    }

    [ReferenceFact]
    public void Speeds_and_coverages_of_two_parts_are_judged_part_by_part()
    {
        JudgedIndicator speed = City.Value["Y47"], stops = City.Value["Y48"];
        Assert.Equal([("快速路", "≥30", Judgement.Met), ("主干路", "≥20", Judgement.Met)], speed.Components.Select(c => (c.Component.Name, c.Standard!.ToString(), c.Judgement)));
        Assert.Equal([("300m", "≥50", Judgement.Met), ("500m", "≥90", Judgement.Met)], stops.Components.Select(c => (c.Component.Name, c.Standard!.ToString(), c.Judgement)));
        Assert.All(speed.Components.Concat(stops.Components), c => Assert.False(double.IsNaN(c.Value)));
        Assert.Equal((Judgement.Met, Judgement.Met), (speed.Judgement, stops.Judgement));
    }

    [ReferenceFact]
    public void Counts_below_the_city_get_no_judgement_and_are_a_problem_exactly_where_the_report_says_so()
    {
        YichangReport.Row[] counts = [.. Report.Value.Rows.Where(r => r.Number <= 31 && r.Unit != "%" && r.Value != "——")];
        Assert.Equal(27, counts.Length);
        foreach (YichangReport.Row row in counts)
        {
            Assert.Equal((Judgement.NotEvaluated, null), (City.Value[row.Code].Judgement, City.Value[row.Code].Grade));
            Assert.Equal(row.IsProblem, City.Value[row.Code].IsProblem);
        }
    }

    [ReferenceFact]
    public void Five_dimension_grades_follow_from_the_printed_indicator_grades_by_the_default_share_rule()
    {
        string[] printed = [.. Report.Value.CityRows.Where(r => r.DimensionGrade.Length > 0).Select(r => r.Dimension).Distinct()];
        Assert.Equal(5, printed.Length);
        foreach (string dimension in printed)
            Assert.Equal(Report.Value.CityRows.First(r => r.Dimension == dimension).DimensionGrade, Grades.Value.Dimensions[dimension].Grade!.Name);
        Assert.Equal(["0.50 中", "0.75 中", "0.80 良", "0.83 良", "0.83 良"],
            printed.Select(d => Grades.Value.Dimensions[d]).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Share:0.00} {d.Grade}")).Order(StringComparer.Ordinal));
    }

    [ReferenceFact]
    public void What_does_not_apply_stands_in_neither_number_of_the_share()
    {
        foreach (YichangReport.Row row in Report.Value.CityRows.Where(r => r.Value == "——"))
        {
            DimensionAssessment dimension = Grades.Value.Dimensions[row.Dimension];
            Assert.Equal(Judgement.NotApplicable, Grades.Value[row.Code].Judgement);
            Assert.Equal(dimension.Indicators.Count - 1, dimension.Evaluated);
        }
    }

    [ReferenceFact]
    public void Levels_that_are_only_counted_have_no_grade() => Assert.All(Grades.Value.Dimensions.Where(d => d.Evaluated == 0), d => Assert.Null(d.Grade));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        new("yichang/indicators.csv", "Assessment, judgement against printed standards", 0, () => Contradictions()) { Note = "number of judgements that contradict the printed grade" },
        new("yichang/indicators.csv", "ShareRule, grades of dimensions", 0, () => Report.Value.CityRows.Where(r => r.DimensionGrade.Length > 0).Count(r => Grades.Value.Dimensions[r.Dimension].Grade?.Name != r.DimensionGrade)) { Note = "number of dimension grades that differ from the printed ones" },
    ];

    private static int Contradictions() => Report.Value.CityRows.Where(r => r.Standard.Length > 0 && r.Value != "——").Count(r => City.Value[r.Code].Judgement == Judgement.NotMet != (r.Grade == "不足"));
}
