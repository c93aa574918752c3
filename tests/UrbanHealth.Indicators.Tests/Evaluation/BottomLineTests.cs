using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Dimension S holds the bottom line z (at least 5) and s; dimension T holds t. Scores are the figures themselves: goalposts 0-100.</summary>
public class BottomLineTests
{
    private static readonly Benchmark Goalposts = Benchmark.Goalposts(0, 100);

    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        Dimensions =
        [
            new Dimension { Code = "S", Name = "安全", Indicators = [new() { Code = "z", Name = "底线", Kind = IndicatorKind.BottomLine, Benchmark = Goalposts, Standards = [Standard.AtLeast(5)] }, new() { Code = "s", Name = "其他", Benchmark = Goalposts }] },
            new Dimension { Code = "T", Name = "交通", Indicators = [new() { Code = "t", Name = "t", Benchmark = Goalposts }] },
        ],
    });

    // x1 fails the line (z = 4), x2 meets it exactly
    private static readonly Panel Figures = Small.Panel(Framework, 2023, [4, 5], [100, 99], [100, 100]);

    private static EvaluationResult With(BottomLineRule rule) => new EvaluationPlan(Framework) { BottomLine = rule }.Fit(Figures).Evaluate(Figures);

    [Fact]
    public void Is_reported_and_nothing_else_by_default()
    {
        Assert.Equal(BottomLineRule.ReportOnly, new EvaluationPlan(Framework).BottomLine);
        EvaluationResult result = With(BottomLineRule.ReportOnly);
        Assert.Equal("z", Assert.Single(result["x1", 2023].UnmetBottomLines).Indicator.Code);
        Assert.Empty(result["x2", 2023].UnmetBottomLines);
        Near.Relative(76, result["x1", 2023].Score);   // (52 + 100) / 2
        Assert.Contains(result["x1", 2023].Explain("S").Notes, n => n.Chinese == "底线指标“底线”不达标");
    }

    [Fact]
    public void Can_cap_the_grade_of_the_composite_and_of_the_dimension_and_leaves_the_score()
    {
        EvaluationResult result = With(BottomLineRule.CapGrade("差"));
        AreaEvaluation x1 = result["x1", 2023], x2 = result["x2", 2023];
        Assert.Equal(("差", "差", "优"), (x1.Grade!.Name, x1["S"].Grade!.Name, x1["T"].Grade!.Name));
        Near.Relative(76, x1.Score);
        Assert.Equal("中", x2.Grade!.Name);
    }

    [Fact]
    public void A_cap_never_lifts_a_grade() => Assert.Equal("中", With(BottomLineRule.CapGrade("良"))["x1", 2023].Grade!.Name);

    [Fact]
    public void Can_veto_to_zero_up_to_the_composite_and_spares_other_dimensions()
    {
        AreaEvaluation x1 = With(BottomLineRule.Veto())["x1", 2023];
        Assert.Equal((0.0, 0.0, 100.0), (x1.Score, x1["S"].Score, x1["T"].Score));
        Assert.Equal("差", x1.Grade!.Name);
        Assert.Equal(2, x1.Rank);
        Assert.All(x1.Contributions!, c => Assert.Equal(0, c.Value));
    }

    [Fact]
    public void Can_veto_to_no_score_at_all()
    {
        AreaEvaluation x1 = With(BottomLineRule.Veto(VetoOutcome.Undefined))["x1", 2023];
        Assert.True(double.IsNaN(x1.Score));
        Assert.Null(x1.Rank);
        Assert.Null(x1.Grade);
    }

    [Fact]
    public void A_missing_bottom_line_is_not_an_unmet_one() =>
        Assert.Empty(new EvaluationPlan(Framework).Fit(Figures).Evaluate(Small.Panel(Framework, 2024, [double.NaN], [50], [50]))["x1", 2024].UnmetBottomLines);
}
