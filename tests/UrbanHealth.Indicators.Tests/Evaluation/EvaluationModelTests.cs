using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

public class EvaluationModelTests
{
    private static readonly double NaN = double.NaN;
    private static readonly EvaluationModel Model = new EvaluationPlan(Small.Framework).Fit(Small.Easy);

    // x4: a scores 80, b scores 80, c scores 30; A = 0.75·80 + 0.25·80 = 80; composite = 0.6·80 + 0.4·30 = 60
    [Fact]
    public void Scores_are_weighted_means_up_the_tree()
    {
        AreaEvaluation x4 = Model.Evaluate(Small.Easy)["x4", 2023];
        Near.Relative(80, x4["A"].Score);
        Near.Relative(30, x4["B"].Score);
        Near.Relative(60, x4.Score);
    }

    [Fact]
    public void Effective_weights_are_products_up_the_tree()
    {
        Near.Relative(0.45, Model.EffectiveWeightOf("a"));
        Near.Relative(0.4, Model.EffectiveWeightOf("c"));
        Near.Relative(0.75, Model.WeightOf("a"));
        Assert.Equal(1, Model.EffectiveWeightOf("all"));
    }

    [Fact]
    public void A_later_panel_is_measured_by_the_same_yardstick()
    {
        Panel later = Small.Panel([20], [-10], [50], 2024);   // beyond the baseline's best: 200, 200, 50
        Near.Relative(0.6 * 200 + 0.4 * 50, Model.Evaluate(later)["x1", 2024].Score);
    }

    [Fact]
    public void Adding_an_area_never_moves_an_old_score()
    {
        Panel more = Small.Panel([0, 10, 5, 8, -50], [10, 0, 5, 2, 70], [0, 100, 50, 30, 999]);
        EvaluationResult old = Model.Evaluate(Small.Easy), now = Model.Evaluate(more);
        foreach (string area in new[] { "x1", "x2", "x3", "x4" })
            Assert.Equal(BitConverter.DoubleToInt64Bits(old[area, 2023].Score), BitConverter.DoubleToInt64Bits(now[area, 2023].Score));
    }

    [Fact]
    public void Missing_children_pass_their_weight_to_the_present_ones()
    {
        AreaEvaluation x1 = Model.Evaluate(Small.Panel([NaN], [2], [30]))["x1", 2023];   // A is b alone: 80
        Near.Relative(80, x1["A"].Score);
        Near.Relative(60, x1.Score);
        Assert.Equal(0.5, x1["A"].Coverage);
    }

    [Fact]
    public void Below_the_coverage_threshold_a_node_is_missing_and_half_is_enough_by_default()
    {
        Panel half = Small.Panel([NaN], [2], [NaN]);
        Near.Relative(80, Model.Evaluate(half)["x1", 2023].Score);
        EvaluationModel strict = (Model.Plan with { CoverageThreshold = 0.6 }).Fit(Small.Easy);
        AreaEvaluation x1 = strict.Evaluate(half)["x1", 2023];
        Assert.True(double.IsNaN(x1["A"].Score));
        Assert.True(double.IsNaN(x1.Score));
        Assert.Null(x1.Rank);
    }

    [Fact]
    public void Nothing_known_is_missing_whatever_the_threshold()
    {
        EvaluationModel lax = (Model.Plan with { CoverageThreshold = 0 }).Fit(Small.Easy);
        Assert.True(double.IsNaN(lax.Evaluate(Small.Panel([NaN], [NaN], [NaN]))["x1", 2023].Score));
    }

    [Fact]
    public void Ranks_are_1_for_the_best_and_ties_share_the_smaller()
    {
        EvaluationResult result = Model.Evaluate(Small.Panel([10, 10, 0, NaN], [0, 0, 10, NaN], [100, 100, 0, NaN]));
        Assert.Equal([1, 1, 3, NaN], result.Ranks("all", 2023).ToArray());
        Assert.Equal(["x1", "x2", "x3", "x4"], result.Year(2023).Ranked().Select(a => a.Area.Code));
    }

    [Fact]
    public void Group_ranks_compare_within_a_class_of_city()
    {
        Area[] areas = [new() { Code = "p", Class = "地级市" }, new() { Code = "q", Class = "县级市" }, new() { Code = "r", Class = "地级市" }, new() { Code = "s" }];
        Panel panel = new(Small.Framework, areas, [2023], [[new double[] { 1, 9, 8, 10 }, new double[] { 5, 5, 5, 5 }, new double[] { 50, 50, 50, 50 }]]);
        EvaluationResult result = Model.Evaluate(panel);
        Assert.Equal(2, result["p", 2023].GroupRank);
        Assert.Equal(1, result["q", 2023].GroupRank);
        Assert.Equal(1, result["r", 2023].GroupRank);
        Assert.Null(result["s", 2023].GroupRank);
        Assert.Equal(1, result["s", 2023].Rank);
    }

    [Fact]
    public void An_indicator_that_cannot_be_fitted_fails_by_default_with_every_one_named()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => Model.Plan.Fit(Small.Panel([1, 1], [NaN, NaN], [1, 2])));
        Assert.Equal(["a", "b"], error.Report.Of(Severity.Error).Select(i => i.Place.Indicator));
    }

    [Fact]
    public void An_indicator_that_cannot_be_fitted_can_be_left_out_and_the_report_says_so()
    {
        EvaluationModel model = (Model.Plan with { Unfittable = UnfittableRule.LeaveOut }).Fit(Small.Panel([1, 1], [0, 10], [1, 2]));
        Assert.Equal("a", Assert.Single(model.Report).Place.Indicator);
        AreaEvaluation x2 = model.Evaluate(Small.Panel([1, 1], [0, 10], [1, 2]))["x1", 2023];
        Near.Relative(100, x2["A"].Score);
    }

    [Fact]
    public void Codes_that_the_framework_does_not_have_are_all_named()
    {
        EvaluationPlan plan = Model.Plan with
        {
            NormalizationOf = new Dictionary<string, Normalization> { ["zz"] = Normalization.MinMax() },
            AggregationOf = new Dictionary<string, Aggregation> { ["yy"] = Aggregation.Geometric() },
            CoverageThreshold = 1.5,
        };
        var error = Assert.Throws<InvalidDocumentException>(() => plan.Fit(Small.Easy));
        Assert.Equal(["plan.unknown-code", "plan.unknown-code", "plan.threshold-out-of-range"], error.Report.Select(i => i.Code));
    }

    [Fact]
    public void A_panel_of_another_framework_is_refused() => Assert.Throws<ArgumentException>("panel", () => Model.Evaluate(Small.Panel(
        new IndicatorFramework(new Dimension { Code = "other", Name = "其他", Indicators = [new() { Code = "z", Name = "z" }] }), 2023, [1, 2])));

    [Fact]
    public void A_baseline_without_years_is_refused() => Assert.Throws<ArgumentException>("baseline", () => Model.Plan.Fit(Small.Easy, YearRange.Of(1990)));

    [Fact]
    public void Evaluation_stops_when_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => Model.Evaluate(Small.Easy, cancellation: new CancellationToken(canceled: true)));
}
