using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>Frameworks and panels of an unusual shape that are quite legal.</summary>
public class UnusualShapes
{
    private static readonly double NaN = double.NaN;

    private static Indicator Of(string code, Direction direction = Direction.HigherIsBetter, double? weight = null) => new() { Code = code, Name = $"指标{code}", Direction = direction, Weight = weight };

    private static Dimension Node(string code, IReadOnlyList<Dimension> dimensions, params Indicator[] indicators) => new() { Code = code, Name = $"维度{code}", Dimensions = dimensions, Indicators = indicators };

    [Fact]
    public void One_area_and_one_indicator_with_its_own_benchmark()
    {
        var framework = new IndicatorFramework(Node("r", [], Of("a") with { Benchmark = Benchmark.Goalposts(0, 10) }));
        Panel panel = Small.Panel(framework, 2023, [7]);
        AreaEvaluation x1 = new EvaluationPlan(framework).Fit(panel).Evaluate(panel)["x1", 2023];
        Near.Relative(70, x1.Score);
        Assert.Equal((1.0, "中"), (x1.Rank, x1.Grade!.Name));
    }

    /// <summary>Six levels; every second has an indicator of its own, so the deepest counts 1 · ½ · 1 · ½ · 1 · 1 = ¼.</summary>
    [Fact]
    public void A_ragged_tree_of_six_levels()
    {
        Dimension at = Node("L6", [], Of("z"));
        for (int level = 5; level >= 1; level--) at = Node($"L{level}", [at], level % 2 == 0 ? [Of($"i{level}")] : []);
        var framework = new IndicatorFramework(at);   // columns z, i4, i2
        EvaluationModel model = new EvaluationPlan(framework).Fit(Small.Panel(framework, 2023, [0, 10], [0, 10], [0, 10]));
        AreaEvaluation x1 = model.Evaluate(Small.Panel(framework, 2024, [8], [4], [2]))["x1", 2024];
        Near.Relative(0.25, model.EffectiveWeightOf("z"));
        Near.Relative(0.25 * 80 + 0.25 * 40 + 0.5 * 20, x1.Score);
        Near.Relative([20, 10, 10], [.. x1.Contributions!.Select(c => c.Value)]);
        Assert.Equal(model.ToJson(), EvaluationModel.Parse(model.ToJson()).ToJson());
    }

    [Fact]
    public void An_indicator_directly_under_the_root_is_a_sibling_of_the_dimensions()
    {
        var framework = new IndicatorFramework(Node("r", [Node("D", [], Of("a"), Of("b"))], Of("c")));
        Panel panel = Small.Panel(framework, 2023, [0, 10], [0, 10], [0, 10]);
        Near.Relative(0.5 * ((20 + 40) / 2.0) + 0.5 * 90, new EvaluationPlan(framework).Fit(panel).Evaluate(Small.Panel(framework, 2024, [2], [4], [9]))["x1", 2024].Score);
    }

    [Fact]
    public void Three_hundred_indicators_under_one_node()
    {
        var framework = new IndicatorFramework(Node("r", [], [.. Enumerable.Range(0, 300).Select(i => Of($"i{i}", i % 2 == 0 ? Direction.HigherIsBetter : Direction.LowerIsBetter))]));
        Panel panel = Small.Panel(framework, 2023, [.. Enumerable.Range(0, 300).Select(_ => new double[] { 0, 10, 3 })]);
        EvaluationModel model = (new EvaluationPlan(framework) { AggregationOf = new Dictionary<string, Aggregation> { ["r"] = Aggregation.Median() } }).Fit(panel);
        Near.Relative(50, new EvaluationPlan(framework).Fit(panel).Evaluate(panel)["x3", 2023].Score);   // half score 30, half 70
        Near.Relative(50, model.Evaluate(panel)["x3", 2023].Score);
    }

    [Fact]
    public void Areas_of_one_name_are_found_by_their_codes_only()
    {
        Area[] areas = [new() { Code = "p", Name = "鼓楼区" }, new() { Code = "q", Name = "鼓楼区" }];
        Panel panel = new(Small.Framework, areas, [2023], [[new double[] { 0, 10 }, new double[] { 10, 0 }, new double[] { 0, 100 }]]);
        EvaluationResult result = new EvaluationPlan(Small.Framework).Fit(panel).Evaluate(panel);
        Assert.Equal(100, result["q", 2023].Score);
        Assert.Throws<KeyNotFoundException>(() => result["鼓楼区", 2023]);
    }

    [Fact]
    public void A_dimension_without_indicators_takes_no_part_and_is_named()
    {
        var framework = new IndicatorFramework(Node("r", [Node("D", [], Of("a")), Node("E", [Node("F", [])]), Node("G", []), Node("H", [])], Of("c")));
        Panel panel = Small.Panel(framework, 2023, [0, 10], [0, 10]);
        EvaluationModel model = (new EvaluationPlan(framework) { Weighting = Weighting.EqualPerIndicator() }).Fit(panel);
        Assert.Equal(["E", "F", "G", "H"], model.Report.Where(i => i.Code == "plan.empty-dimension").Select(i => i.Place.Indicator).Order());
        EvaluationResult result = model.Evaluate(Small.Panel(framework, 2024, [2], [9]));
        AreaEvaluation x1 = result["x1", 2024];
        Near.Relative(55, x1.Score);
        Assert.Equal(1, x1.Composite.Coverage);
        Assert.True(double.IsNaN(x1["E"].Score));
        Assert.Equal((0.0, 0.0), (model.WeightOf("F"), model.EffectiveWeightOf("E")));
        EvaluationPlan equal = model.Plan with { Weighting = Weighting.Equal() };
        Assert.Equal(equal.Fit(panel).ToJson(), equal.Fit([panel]).ToJson());
        Assert.Contains("没有指标", x1.Explain("G").ToString(), StringComparison.Ordinal);
        Assert.Equal(model.ToJson(), EvaluationModel.Parse(model.ToJson()).ToJson());
    }

    [Fact]
    public void A_framework_without_an_indicator_cannot_be_fitted_and_says_why()
    {
        var framework = new IndicatorFramework(Node("r", [Node("D", [])]));
        Panel panel = new(framework, [(Area)"x1"], [2023], [[]]);
        Assert.Contains(Assert.Throws<InvalidDocumentException>(() => new EvaluationPlan(framework).Fit(panel)).Report, i => i.Code == "plan.no-indicators");
    }

    public static TheoryData<Weighting> Learned => [Weighting.Entropy(), Weighting.Critic(), Weighting.StandardDeviation(), Weighting.CoefficientOfVariation(), Weighting.PrincipalComponents()];

    /// <summary>c is missing everywhere, and so is dimension B, which holds nothing else: the weights are those of the framework without them.</summary>
    [Theory]
    [MemberData(nameof(Learned))]
    public void An_indicator_and_a_dimension_missing_everywhere_can_be_left_out_of_learned_weights_too(Weighting weighting)
    {
        IndicatorFramework with = new(Node("r", [Node("A", [], Of("a"), Of("b"), Of("c")), Node("B", [], Of("d")), Node("C", [], Of("e"))]));
        IndicatorFramework without = new(Node("r", [Node("A", [], Of("a"), Of("b")), Node("C", [], Of("e"))]));
        double[] a = [1, 5, 2, 8, 3], b = [3, 1, 4, 1, 5], e = [2, 7, 1, 8, 2], no = [NaN, NaN, NaN, NaN, NaN];
        EvaluationPlan plan = new(with) { Weighting = weighting, Unfittable = UnfittableRule.LeaveOut, Grading = Grading.Quantiles() };
        EvaluationModel model = plan.Fit(Small.Panel(with, 2023, a, b, no, no, e));
        EvaluationModel less = (plan with { Framework = without }).Fit(Small.Panel(without, 2023, a, b, e));
        Assert.Equal([.. less.Weights["A"].Values, 0], model.Weights["A"].Values);
        Assert.Equal([less.Weights["r"].Values[0], 0, less.Weights["r"].Values[1]], model.Weights["r"].Values);
        Assert.Equal(["A", "r"], model.Report.Where(i => i.Code == "plan.not-weighed").Select(i => i.Place.Indicator).Order());
        Assert.Contains(model.Report, i => i.Code == "plan.ungraded-node" && i.Place.Indicator == "B");
        EvaluationResult result = model.Evaluate(Small.Panel(with, 2023, a, b, no, no, e)), other = less.Evaluate(Small.Panel(without, 2023, a, b, e));
        Assert.Equal(other.Scores("r", 2023).ToArray(), result.Scores("r", 2023).ToArray());
    }

    [Fact]
    public void Weights_that_keep_their_sum_make_a_composite_of_that_scale()
    {
        var framework = new IndicatorFramework(Node("r", [], Of("a", weight: 30), Of("b", weight: 20)));
        EvaluationPlan plan = new(framework) { Weighting = Weighting.Given(keepsSum: true), Normalization = Normalization.MinMax(0, 1) };
        EvaluationResult result = plan.Fit(Small.Panel(framework, 2023, [0, 10], [0, 10])).Evaluate(Small.Panel(framework, 2023, [8, 8], [5, NaN]));
        Near.Relative(30 * 0.8 + 20 * 0.5, result["x1", 2023].Score);
        Near.Relative(50 * 0.8, result["x2", 2023].Score);   // the missing 20 points go to the present indicator
        Near.Relative([40, 0], [.. result["x2", 2023].Contributions!.Select(c => c.Value)]);
    }

    /// <summary>b falls where a rises, so the first component has them with opposite signs: the method says so, and the composite is the weighted sum all the same.</summary>
    [Fact]
    public void Negative_weights_of_a_first_component_are_kept_in_scores_and_contributions()
    {
        var framework = new IndicatorFramework(Node("r", [], Of("a"), Of("b"), Of("c")));
        Panel panel = Small.Panel(framework, 2023, [0, 2, 5, 10], [10, 9, 4, 0], [1, 2, 6, 9]);
        EvaluationModel model = (new EvaluationPlan(framework) { Weighting = Weighting.PrincipalComponents(PcaWeights.FirstComponent) }).Fit(panel);
        IReadOnlyList<double> w = model.Weights["r"].Values;
        Assert.Contains(w, x => x < 0);
        AreaEvaluation x2 = model.Evaluate(panel)["x2", 2023];
        Near.Relative(w[0] * x2["a"].Score + w[1] * x2["b"].Score + w[2] * x2["c"].Score, x2.Score);
        Near.Relative(x2.Score, x2.Contributions!.Sum(c => c.Value));
        Assert.Contains(x2.Explain().Children, c => c.Weight < 0);
    }

    /// <summary>x1 beats x2 and x3 in both dimensions: 2; x2 and x3 win one dimension each: −1.</summary>
    [Fact]
    public void Areas_can_be_compared_with_each_other_at_the_root_only()
    {
        EvaluationModel model = (new EvaluationPlan(Small.Framework) { Weighting = Weighting.Equal(), AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Copeland() } }).Fit(Small.Easy);
        Panel panel = Small.Panel([9, 5, 1], [1, 5, 9], [90, 10, 50], 2030);
        EvaluationResult result = model.Evaluate(panel, threads: 3);
        Assert.Equal([2, -1, -1], result.Scores("all", 2030).ToArray());
        Assert.Equal([1, 2, 2], result.Ranks("all", 2030).ToArray());
        Assert.Null(result["x1", 2030].Contributions);
        Assert.DoesNotContain(result["x1", 2030].Explain().Children, c => c.Contribution is not null);
        Assert.All(result["x1", 2030].Explain("A").Children, c => Assert.NotNull(c.Contribution));
    }

    [Fact]
    public void A_panel_of_another_framework_that_measures_the_same_is_read_by_code_and_judged_by_the_model()
    {
        IndicatorFramework one = new(Node("r", [], Of("a") with { Standards = [Standard.AtLeast(5)] }, Of("b")));
        IndicatorFramework other = new(Node("s", [], Of("b"), Of("a") with { Standards = [Standard.AtLeast(50)] }));
        EvaluationResult result = new EvaluationPlan(one).Fit(Small.Panel(other, 2023, [0, 100], [0, 10])).Evaluate(Small.Panel(other, 2024, [25], [7]));
        Assert.Equal((70.0, 25.0), (result["x1", 2024]["a"].Score, result["x1", 2024]["b"].Score));
        Assert.Equal(Judgement.Met, result["x1", 2024].Assessment["a"].Judgement);
        Assert.Equal(Judgement.Met, result["x1", 2024].Explain("a").Judged!.Judgement);
    }

    [Fact]
    public void A_panel_that_measures_something_else_is_refused_by_fit_and_by_evaluate()
    {
        IndicatorFramework framework = new(Node("r", [], Of("a"), Of("b") with { Unit = "%" }));
        IndicatorFramework[] others = [new(Node("r", [], Of("a"))), new(Node("r", [], Of("a"), Of("b") with { Unit = "‰" })), new(Node("r", [], Of("a"), Of("b") with { Unit = "%", Version = "2" })), new(Node("r", [], Of("a"), Of("b") with { Unit = "%" }, Of("c")))];
        EvaluationModel model = new EvaluationPlan(framework).Fit(Small.Panel(framework, 2023, [1, 2], [1, 2]));
        foreach (IndicatorFramework other in others)
        {
            Panel panel = Small.Panel(other, 2023, [.. other.Indicators.Select(_ => new double[] { 1, 2 })]);
            string code = other.Indicators.Count == 3 ? "c" : "b";
            Assert.Contains($": {code}.", Assert.Throws<ArgumentException>("panel", () => model.Plan.Fit(panel)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("panel", () => model.Evaluate(panel));
        }
    }

    /// <summary>甲 is of both classes: a member of each, ranked in its first.</summary>
    [Fact]
    public void An_area_of_several_classes_is_ranked_in_its_first_and_counts_in_each()
    {
        Area[] areas = [new() { Code = "甲", Class = "地级市、大城市" }, new() { Code = "乙", Class = "大城市" }, new() { Code = "丙", Class = "地级市" }, new() { Code = "丁", Class = "大城市；地级市" }];
        Panel panel = new(Small.Framework, areas, [2023], [[new double[] { 5, 1, 9, 7 }, new double[] { 5, 5, 5, 5 }, new double[] { 50, 50, 50, 50 }]]);
        EvaluationResult result = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(panel);
        Assert.Equal([3, 3, 1, 1], result.GroupRanks("all", 2023).ToArray());   // 地级市: 丙 丁 甲; 大城市: 丁 甲 乙
        Assert.Equal([2, 3, NaN, 1], result.GroupRanks("all", 2023, "大城市").ToArray());
        Assert.Equal([3, NaN, 1, 2], result.GroupRanks("all", 2023, "地级市").ToArray());
        Assert.Equal(3, result["甲", 2023].GroupRank);
    }
}
