using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>The change in one figure needed to reach a goal.</summary>
public class RequiredChangeTests
{
    private static readonly EvaluationResult Result = TwoAreas.Plan.Fit(TwoAreas.Panel).Evaluate(TwoAreas.Panel); // x1 60, x2 55

    [Fact]
    public void A_score_needs_the_figure_that_gives_it()
    {
        // x2: (a + 60)/2 = 70
        RequiredChange change = RequiredChange.ForScore(Result["x2", 2023], "a", 70);
        Assert.Equal((RequiredStatus.Possible, 80, 30), (change.Status, change.Required, change.Change));
        Assert.Equal((70, 1.0), (change.Score, change.Rank));
        Assert.Equal("x2 2023, a score of at least 70: a from 50 to 80 (+30)", change.ToString());
        Near.Relative(90, RequiredChange.ForScore(Result["x2", 2023], "b", 70).Required); // no possible maximum is known: 50 + 90
    }

    [Fact]
    public void Out_of_reach_is_said_with_what_the_limit_gives()
    {
        // a is at most 100: x2 comes to 80
        RequiredChange change = RequiredChange.ForScore(Result["x2", 2023], "a", 85);
        Assert.Equal((RequiredStatus.OutOfReach, 100, 80), (change.Status, change.Limit, change.Score));
        Assert.True(double.IsNaN(change.Required));
    }

    [Fact]
    public void A_rank_is_reached_where_the_one_ahead_is_caught()
    {
        RequiredChange change = RequiredChange.ForRank(Result["x2", 2023], "a", 1);
        Assert.Equal(60, change.Required); // (60 + 60)/2 ties with x1, and ties share the smaller rank
        Assert.Equal(RequiredStatus.Reached, RequiredChange.ForRank(Result["x1", 2023], "a", 1).Status);
    }

    [Fact]
    public void A_grade_starts_at_its_cut()
    {
        Grade good = ((FixedGrading)Grading.FourBands).Scale[1]; // from 80
        Assert.Equal(100, RequiredChange.ForGrade(Result["x2", 2023], "b", good).Required - 10); // (50 + b)/2 = 80
        Assert.Throws<ArgumentException>(() => RequiredChange.ForGrade((TwoAreas.Plan with { Grading = null }).Fit(TwoAreas.Panel).Evaluate(TwoAreas.Panel)["x1", 2023], "a", good));
    }

    [Fact]
    public void Where_less_is_better_the_figure_falls_and_a_target_is_not_passed()
    {
        EvaluationResult small = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(Small.Easy);
        // x3 has 50 everywhere; b counts 0.15 of the whole and scores 100 at 0: 50 + 0.15 · 10 · (5 − b) = 53 at b = 3
        Near.Relative(3, RequiredChange.ForScore(small["x3", 2023], "b", 53).Required, 1e-9);
        IndicatorFramework target = new(new Dimension { Code = "all", Name = "综合", Indicators = [new Indicator { Code = "t", Name = "适度", Direction = Direction.TargetIsBest, Benchmark = new TargetBenchmark { Value = 10, WorstDistance = 10 } }] });
        Panel panel = Small.Panel(target, 2023, [4, 12]);
        EvaluationResult result = new EvaluationPlan(target) { Normalization = Normalization.MinMax() }.Fit(panel).Evaluate(panel);
        RequiredChange change = RequiredChange.ForScore(result["x1", 2023], "t", 1000);
        Assert.Equal((RequiredStatus.OutOfReach, 10), (change.Status, change.Limit));
        Assert.Equal(100, change.Score);
    }

    [Fact]
    public void Without_a_figure_there_is_nothing_to_start_from()
    {
        Panel panel = TwoAreas.Of([double.NaN, 50], [40, 60]);
        EvaluationResult result = TwoAreas.Plan.Fit(panel).Evaluate(panel);
        Assert.Equal(RequiredStatus.NoFigure, RequiredChange.ForScore(result["x1", 2023], "a", 50).Status);
    }
}
