using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>The Human Development Index 1990-2022 from its components, through a framework file and the public API only.</summary>
public class HumanDevelopmentIndex : IReferenceChecks
{
    /// <summary>Goalposts, logarithm and capping are facts of the indicators; the means are the plan's.</summary>
    private const string FrameworkFile = """
        {
          "format": "framework/1",
          "code": "HDI", "name": "人类发展指数", "englishName": "Human Development Index", "version": "2023/24", "source": "UNDP",
          "dimensions": [
            { "code": "health", "name": "健康", "indicators": [
              { "code": "life_expectancy", "name": "预期寿命", "unit": "岁", "benchmark": { "type": "goalposts", "worst": 20, "best": 85 } } ] },
            { "code": "education", "name": "教育", "indicators": [
              { "code": "expected_schooling", "name": "预期受教育年限", "unit": "年", "benchmark": { "type": "goalposts", "worst": 0, "best": 18 } },
              { "code": "mean_schooling", "name": "平均受教育年限", "unit": "年", "benchmark": { "type": "goalposts", "worst": 0, "best": 15 } } ] },
            { "code": "income", "name": "收入", "indicators": [
              { "code": "gni_per_capita_ppp2017", "name": "人均国民总收入", "unit": "美元", "benchmark": { "type": "goalposts", "worst": 100, "best": 75000, "scale": "logarithmic" } } ] }
          ]
        }
        """;

    [ReferenceFact]
    public void Is_the_published_one_for_every_country_and_year() => Assert.True(LargestDeviation() <= 0.0005 + 1e-9);

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
        [new("hdi/hdi_panel.csv", "goalposts, logarithm, capping, arithmetic and geometric means", 0.0005 + 1e-9, LargestDeviation) { Note = "published to three decimals" }];

    private static double LargestDeviation()
    {
        IndicatorFramework framework = IndicatorFramework.Parse(FrameworkFile);
        var plan = new EvaluationPlan(framework)
        {
            FullScore = 1,
            AggregationOf = new Dictionary<string, Aggregation> { ["HDI"] = Aggregation.Geometric() },
            CoverageThreshold = 1,
        };
        ReferenceTable table = Reference.Csv("hdi/hdi_panel.csv");
        int country = table.IndexOf("iso3"), year = table.IndexOf("year"), published = table.IndexOf("hdi_published");
        Panel panel = Panel.Of(framework, [.. table.Text("iso3").Distinct().Select(c => (Area)c)], table.Rows.SelectMany(r => framework.Indicators.Select(i =>
            new Observation(r[country], int.Parse(r[year]), i.Code, Reference.Number(r[table.IndexOf(i.Code)]))))).Panel;
        EvaluationResult result = plan.Fit(panel).Evaluate(panel);
        double worst = 0;
        int compared = 0;
        foreach (string[] row in table.Rows)
        {
            double score = result[row[country], int.Parse(row[year])].Score, print = Reference.Number(row[published]);
            if (double.IsNaN(print)) continue;   // the publisher withheld Rwanda 1990-1994, though its components are given
            Assert.False(double.IsNaN(score));
            worst = Math.Max(worst, Math.Abs(score - print));
            compared++;
        }
        Assert.Equal(5808 + 363, compared);
        return worst;
    }
}
