using System.Xml.Linq;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Reporting;

/// <summary>Tables and charts of what carries an error: surveys, matches, uncertain ranks.</summary>
public class UncertainTables
{
    [Fact]
    public void Satisfaction_has_its_respondents_mean_and_share()
    {
        ReportTable table = ReportTable.Of(Survey().Satisfaction(by: "区域"));
        Assert.Equal("区域", table.Columns[1]);
        IReadOnlyList<string> east = table.Rows.First(r => r[1] == "东区");
        Assert.Equal(("20", "75.0", "50.0%"), (east[2], east[3], east[6])); // ten 5s and ten 3s: (100 + 50)/2, and half are satisfied
    }

    [Fact]
    public void A_hidden_cell_shows_no_figure()
    {
        IReadOnlyList<string> west = ReportTable.Of(Survey(west: 5).Satisfaction(by: "区域")).Rows.First(r => r[1] == "西区");
        Assert.Equal(["—", "—", "—", "—", "—", "—"], west.Skip(2));
    }

    [Fact]
    public void A_match_names_the_areas_that_differ_with_the_grade_residents_give()
    {
        GradeScale scale = GradeScale.OfDimension;
        ReportTable table = ReportTable.Of(MatchMatrix.Of(scale, [("甲", scale[0], scale[2]), ("乙", scale[0], scale[0]), ("丙", scale[3], scale[1])]));
        Assert.Equal(["优", "1", "0", "1", "0", "甲（中）"], table.Rows[0]);
        Assert.Equal(["差", "0", "1", "0", "0", "丙（良）"], table.Rows[3]);
    }

    [Fact]
    public void Ranks_that_cannot_change_have_an_interval_of_one()
    {
        // x2 is best and x1 worst in everything, whatever the weights
        RankUncertainty sure = new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Around(0.2))).Run(Small.Easy, draws: 50, seed: 7);
        ReportTable table = ReportTable.Of(sure);
        Assert.Equal(["1", "x2", "1–1", "1.0", "1.00", "100.0", "100.0–100.0"], table.Rows[0]);
        Assert.Equal(["4", "x1", "4–4", "4.0", "0.00", "0.0", "0.0–0.0"], table.Rows[3]);
        ChartInterval first = IntervalChart.Of(sure).Rows[0];
        Assert.Equal(("x2", 1.0, 1.0, 1.0), (first.Name, first.Low, first.Value, first.High));
    }

    [Fact]
    public void An_interval_is_drawn_from_end_to_end_with_its_value_on_it()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        XElement root = XDocument.Parse(new IntervalChart { Rows = [new("甲", 0, 50, 100), new("乙", double.NaN, double.NaN, double.NaN)] }.ToSvg()).Root!;
        string[] ends = root.Element(svg + "path")!.Attribute("d")!.Value.Split('M', 'L', ' ');
        double from = double.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture), to = double.Parse(ends[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((from + to) / 2, (double)root.Element(svg + "circle")!.Attribute("cx")!, 1);
        Assert.Contains(root.Elements(svg + "text"), t => t.Value == "50（0–100）");
        Assert.Contains(root.Elements(svg + "text"), t => t.Value == "无数据");
    }

    /// <summary>Ten very satisfied (5) and ten neither (3) in the east, and some satisfied (4) in the west.</summary>
    internal static SatisfactionSurvey Survey(int west = 20)
    {
        var questionnaire = new Questionnaire("q", "问卷", [Question.Likert("q1", "满意吗?", LikertScores.FromZero(5)).For("住房")], ["区域"]);
        IEnumerable<string> rows = [.. Enumerable.Repeat("东区,5", 10), .. Enumerable.Repeat("东区,3", 10), .. Enumerable.Repeat("西区,4", west)];
        return SatisfactionSurvey.ReadCsv("区域,q1\n" + string.Join('\n', rows) + "\n", questionnaire).Survey;
    }
}
