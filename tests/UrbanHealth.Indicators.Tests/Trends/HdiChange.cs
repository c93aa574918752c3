using System.Globalization;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

/// <summary>The Human Development Index of every country between 2018 and 2022: why it moved.</summary>
public class HdiChange
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "hdi",
        Name = "人类发展指数",
        Dimensions =
        [
            Of("health", new Indicator { Code = "life_expectancy", Name = "预期寿命", Benchmark = Benchmark.Goalposts(20, 85) }),
            Of("education", new Indicator { Code = "expected_schooling", Name = "预期受教育年限", Benchmark = Benchmark.Goalposts(0, 18) }, new Indicator { Code = "mean_schooling", Name = "平均受教育年限", Benchmark = Benchmark.Goalposts(0, 15) }),
            Of("income", new Indicator { Code = "gni_per_capita_ppp2017", Name = "人均国民总收入", Benchmark = Benchmark.Goalposts(100, 75000, BenchmarkScale.Logarithmic) }),
        ],
    });

    [ReferenceFact]
    public void Is_split_by_LMDI_exactly_for_every_country()
    {
        ReferenceTable table = Reference.Csv("hdi/hdi_panel.csv");
        string Cell(string[] row, string column) => row[table.IndexOf(column)];
        string[][] rows = [.. table.Rows.Where(r => Cell(r, "is_aggregate") == "0" && Cell(r, "year") is "2018" or "2022")];
        Panel panel = Panel.Of(Framework, rows.SelectMany(r => Framework.Indicators.Select(i =>
            new Observation(Cell(r, "iso3"), int.Parse(Cell(r, "year"), CultureInfo.InvariantCulture), i.Code, Reference.Number(Cell(r, i.Code)))))).Panel;
        var plan = new EvaluationPlan(Framework) { FullScore = 1, CoverageThreshold = 1, AggregationOf = new Dictionary<string, Aggregation> { ["hdi"] = Aggregation.Geometric() } };
        EvaluationResult result = plan.Fit(panel).Evaluate(panel);
        YearOverYear change = YearOverYear.Between(result, 2018, 2022);
        int split = 0;
        foreach (AreaChange country in change.Areas)
        {
            Attribution why = country.Attribution;
            if (why.Reason is not null) continue;
            split++;
            Near.Absolute(why.Change, why.Parts.Sum(p => p.Value), 1e-13);
            double l = why.To == why.From ? why.To : (why.To - why.From) / Math.Log(why.To / why.From);
            foreach ((string dimension, string[] codes) in new[] { ("health", new[] { "life_expectancy" }), ("education", ["expected_schooling", "mean_schooling"]), ("income", ["gni_per_capita_ppp2017"]) })
                Near.Absolute(l / 3 * Math.Log(country[dimension].To / country[dimension].From), codes.Sum(why.Of), 1e-10);
        }
        Assert.True(split > 185);
        string[] first = rows.First(r => Cell(r, "iso3") == "CHN" && Cell(r, "year") == "2022");
        Assert.Equal(Reference.Number(Cell(first, "hdi_published")), change["CHN"].Composite.To, 5e-4 + 1e-9);
    }

    private static Dimension Of(string code, params Indicator[] indicators) => new() { Code = code, Name = code, Indicators = indicators };
}
