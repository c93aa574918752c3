using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Where there is a figure and no score, the result says so with area, year and indicator.</summary>
public class UndefinedScoreTests
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        Indicators = [new() { Code = "a", Name = "收入", Benchmark = Benchmark.Goalposts(1, 100, BenchmarkScale.Logarithmic) }, new() { Code = "b", Name = "b" }],
    });

    [Fact]
    public void A_logarithm_of_zero_is_missing_and_reported()
    {
        Panel panel = Small.Panel(Framework, 2023, [0, 10], [1, 3]);
        EvaluationResult result = new EvaluationPlan(Framework).Fit(Small.Panel(Framework, 2023, [1, 10], [1, 3])).Evaluate(panel);
        Assert.True(double.IsNaN(result["x1", 2023]["a"].Score));
        Near.Relative(50, result["x2", 2023]["a"].Score);
        ValidationIssue issue = Assert.Single(result.Report);
        Assert.Equal(("evaluation.undefined-score", "x1", 2023, "a"), (issue.Code, issue.Place.Area, issue.Place.Year, issue.Place.Indicator));
    }

    [Fact]
    public void A_geometric_mean_of_a_negative_score_is_missing_and_reported()
    {
        EvaluationModel model = (new EvaluationPlan(Framework) { Aggregation = Aggregation.Geometric() }).Fit(Small.Panel(Framework, 2023, [1, 10], [1, 3]));
        EvaluationResult result = model.Evaluate(Small.Panel(Framework, 2024, [10, 10], [0, 2]));   // b scores −50 by the frozen bounds
        Assert.True(double.IsNaN(result["x1", 2024].Score));
        Near.Relative(50, result["x2", 2024].Score);
        Assert.Equal(("evaluation.undefined-composite", "x1", "all"), (result.Report.Single().Code, result.Report.Single().Place.Area, result.Report.Single().Place.Indicator));
    }

    [Fact]
    public void Nothing_is_reported_when_all_is_defined_or_merely_missing()
    {
        Panel panel = Small.Panel(Framework, 2023, [1, double.NaN], [1, 3]);
        Assert.Empty(new EvaluationPlan(Framework).Fit(panel).Evaluate(panel).Report);
    }
}
