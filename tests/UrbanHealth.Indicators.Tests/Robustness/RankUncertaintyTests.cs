using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>How sure ranks are when a plan varies.</summary>
public class RankUncertaintyTests
{
    private const int Draws = 20_000;
    private const double FourErrors = 0.0142; // four standard errors of a share from 20,000 draws

    /// <summary>A score of −5 in the second year, when the first has fitted everything.</summary>
    private static Panel Negative => new(TwoAreas.Framework, ["x1", "x2"], [2022, 2023], [[new double[] { 80, 50 }, new double[] { 40, 60 }], [new double[] { 80, -5 }, new double[] { 40, 60 }]]);

    private static readonly Lazy<RankUncertainty> AnyWeights = new(() => TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any())).Run(TwoAreas.Panel, Draws, seed: 7));

    [Fact]
    public void Chances_under_any_weights_are_lengths_of_intervals()
    {
        AreaUncertainty x1 = AnyWeights.Value["x1"], x2 = AnyWeights.Value["x2"];
        Near.Absolute(0.6, x1.First, FourErrors);
        Near.Absolute(0.4, x2.First, FourErrors);
        Near.Absolute(0.6, x1.WinsOver("x2"), FourErrors);
        Near.Absolute(1.4, x1.MeanRank, FourErrors);
        Near.Absolute(0.4, x1.Acceptability(2), FourErrors);
        Assert.Equal(1, x1.WithinFirst(2));
    }

    [Fact]
    public void Central_weights_are_the_middle_of_where_an_area_is_first()
    {
        // w is uniform on 0.4…1 where x1 is first, on 0…0.4 where x2 is
        Near.Absolute(0.7, AnyWeights.Value["x1"].CentralWeights!["a"], 0.01);
        Near.Absolute(0.3, AnyWeights.Value["x1"].CentralWeights!["b"], 0.01);
        Near.Absolute(0.2, AnyWeights.Value["x2"].CentralWeights!["a"], 0.01);
    }

    [Fact]
    public void Central_weights_are_those_of_the_draws_that_counted()
    {
        // by the other source x2 has no figures, so that half of the draws fail; the rest are as above
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any()).Source(("缺", new Panel(TwoAreas.Framework, ["x1", "x2"], [2023], [[new double[] { 80, double.NaN }, new double[] { 40, double.NaN }]])))).Run(TwoAreas.Panel, Draws, seed: 7);
        Assert.InRange(sure.Draws, 9_500, 10_500);
        Near.Absolute(0.7, sure["x1"].CentralWeights!["a"], 0.01);
        Near.Absolute(0.2, sure["x2"].CentralWeights!["a"], 0.01);
    }

    [Fact]
    public void Intervals_are_quantiles_of_the_draws()
    {
        // x1 scores 40 + 40w: its middle 90 % is 42…78, its median 60; the plan itself gives 60 with equal weights
        UncertaintyInterval score = AnyWeights.Value["x1"].ScoreInterval!.Value;
        Near.Absolute(42, score.Low, 0.3);
        Near.Absolute(60, score.Median, 0.6);
        Near.Absolute(78, score.High, 0.3);
        Assert.Equal((60, 1.0), (AnyWeights.Value["x1"].Score, AnyWeights.Value["x1"].Rank));
        UncertaintyInterval rank = AnyWeights.Value["x1"].RankInterval!.Value;
        Assert.Equal((1, 1, 2, 0.9), (rank.Low, rank.Median, rank.High, rank.Share));
        Near.Absolute(50, AnyWeights.Value["x1"].ScoreWithin(0.5)!.Value.Low, 0.6);
    }

    [Fact]
    public void An_interval_s_ends_are_read_by_the_named_definition()
    {
        // two choices of aggregation give x1 the scores 60 (mean) and 40 (minimum): R7 puts ends between them, R1 does not
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Minimum()));
        RankUncertainty observed = v.Run(TwoAreas.Panel, 2, seed: 3), between = (v with { Quantiles = QuantileDefinition.R7 }).Run(TwoAreas.Panel, 2, seed: 3);
        double[] scores = observed["x1"].Scores();
        Assert.Equal([40, 60], scores.Order());
        Assert.Equal((40, 40, 60), (observed["x1"].ScoreInterval!.Value.Low, observed["x1"].ScoreInterval!.Value.Median, observed["x1"].ScoreInterval!.Value.High));
        Near.Relative([41, 50, 59], [between["x1"].ScoreInterval!.Value.Low, between["x1"].ScoreInterval!.Value.Median, between["x1"].ScoreInterval!.Value.High]);
    }

    [Fact]
    public void An_order_holds_in_every_draw()
    {
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Order("a", "b"))).Run(TwoAreas.Panel, 500);
        Assert.Equal(1, sure["x1"].First); // w ≥ 0.5 > 0.4
        Near.Absolute(0.75, sure["x1"].CentralWeights!["a"], 0.03);
        RankUncertainty other = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Order("b", "a"))).Run(TwoAreas.Panel, Draws);
        Near.Absolute(0.2, other["x1"].First, FourErrors); // w uniform on 0…0.5
    }

    [Fact]
    public void A_range_holds_in_every_draw()
    {
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Range("a", 0.2, 0.7))).Run(TwoAreas.Panel, Draws);
        Near.Absolute(0.6, sure["x1"].First, FourErrors); // (0.7 − 0.4)/(0.7 − 0.2)
        Near.Absolute(0.55, sure["x1"].CentralWeights!["a"], 0.01);
    }

    [Fact]
    public void A_spread_is_the_relative_deviation_of_an_average_weight()
    {
        // two equal weights with a spread of 0.5 deviate by 0.25, and x1's score 40 + 40w by 10
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Around(0.5))).Run(TwoAreas.Panel, Draws);
        Near.Absolute(10, Descriptive.StandardDeviation(sure["x1"].Scores()), 0.2);
        Near.Absolute(60, sure["x1"].MeanScore, 0.3);
        // a concentration of 3 is the same
        RankUncertainty same = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.WithConcentration(3))).Run(TwoAreas.Panel, 100);
        Assert.Equal(same["x1"].Scores(), sure["x1"].Scores()[..100]);
        RankUncertainty held = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Around(0.2).Range("a", 0.5, 0.6))).Run(TwoAreas.Panel, 300);
        Assert.All(held["x1"].Scores(), s => Assert.InRange(s, 60, 64));
    }

    [Fact]
    public void Alternatives_are_as_likely_as_each_other()
    {
        // by the mean x1 has 60 and x2 55; by the minimum x1 has 40 and x2 50
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Minimum())).Run(TwoAreas.Panel, Draws);
        Near.Absolute(0.5, sure["x1"].First, FourErrors);
        Near.Absolute(0.5, sure["x1"].MeanRankShift, FourErrors);
        Near.Absolute(50, sure["x1"].MeanScore, 0.3);
        Assert.Null(sure["x1"].CentralWeights);
        Near.Absolute(0.5, Enumerable.Range(0, Draws).Average(d => sure.MeanRankShift(d, 2023)), FourErrors);
    }

    [Fact]
    public void The_plan_s_own_method_given_again_is_no_further_alternative()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Arithmetic(), Aggregation.Minimum(), Aggregation.Minimum()));
        Assert.Equal("aggregation: Arithmetic | Minimum", v.ToString());
        Assert.Throws<ArgumentException>(() => v.Aggregation(Aggregation.Geometric()));
    }

    [Fact]
    public void Independent_errors_of_figures_add_their_variances()
    {
        // x1 has 60 ± 3 and x2 55 ± 4: the difference is normal with mean 5 and deviation 5, so x1 is first with Φ(1)
        IndicatorFramework one = new(new Dimension { Code = "all", Name = "综合", Indicators = [new Indicator { Code = "a", Name = "甲" }] });
        Observation Figure(string area, double value, double error) => new(area, 2023, "a", value) { Scope = new ObservationScope { StandardError = error } };
        Panel panel = Panel.Of(one, [Figure("x1", 60, 3), Figure("x2", 55, 4)]).Panel;
        RankUncertainty sure = new EvaluationPlan(one) { Normalization = TwoAreas.AsIs }.Vary(v => v.MeasurementError(MeasurementError.Stated())).Run(panel, Draws);
        Near.Absolute(0.8413447460685429, sure["x1"].First, 4 * 0.0026);
        Near.Absolute(3, Descriptive.StandardDeviation(sure["x1"].Scores()), 0.06);
    }

    [Fact]
    public void Errors_are_shares_or_of_an_indicator_where_none_is_stated_and_stay_within_what_is_possible()
    {
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.MeasurementError(MeasurementError.Stated().Of("a", 30).ShareOf("b", 0))).Run(TwoAreas.Panel, 2000);
        double[] a = [.. sure["x1"].Scores().Select(s => 2 * s - 40)]; // b stays 40
        Assert.All(a, x => Assert.InRange(x, 0, 100));
        Assert.True(a.Max() > 99 && a.Min() < 30);
        RankUncertainty shares = TwoAreas.Plan.Vary(v => v.MeasurementError(MeasurementError.Stated().Otherwise(0.05))).Run(TwoAreas.Panel, Draws);
        Near.Absolute(Math.Sqrt(4 * 4 + 2 * 2) / 2, Descriptive.StandardDeviation(shares["x1"].Scores()), 0.05); // 5 % of 80 and of 40, halved
    }

    [Fact]
    public void The_yardstick_stays_unless_it_is_to_be_learned_anew()
    {
        // min-max of two areas: learned anew, the better is always 100 and the worse 0
        EvaluationPlan plan = new(TwoAreas.Framework) { Normalization = Normalization.MinMax() };
        MeasurementError error = MeasurementError.Stated().Otherwise(0.05);
        RankUncertainty kept = plan.Vary(v => v.MeasurementError(error)).Run(TwoAreas.Panel, 50);
        RankUncertainty anew = plan.Vary(v => v.MeasurementError(error with { RefitsYardstick = true })).Run(TwoAreas.Panel, 50);
        Assert.True(kept["x1"].Scores().Distinct().Count() > 40);
        Assert.All(anew["x1"].Scores(), s => Assert.Contains(s, new double[] { 0, 50, 100 }));
    }

    [Fact]
    public void A_draw_that_is_undefined_for_an_area_has_failed_with_its_reason()
    {
        // a geometric mean of −5 is not defined
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Geometric())).Run(Negative, 400, year: 2023, baseline: YearRange.Of(2022));
        FailedDraws failed = Assert.Single(sure.FailedDraws);
        Assert.Equal(400, sure.Draws + failed.Count);
        Assert.InRange(failed.Count, 140, 260);
        Assert.Contains("x2 2023", failed.Reason.English, StringComparison.Ordinal);
        Assert.Contains("geometric", failed.Reason.English, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Geometric", failed.Alternatives["aggregation"]);
        Assert.All(sure["x1"].Scores(), s => Assert.Equal(60, s)); // only the arithmetic draws are left
    }

    [Fact]
    public void An_undefined_area_can_be_left_out_by_name()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Geometric())) with { Undefined = UndefinedScoreRule.LeaveAreaOut };
        RankUncertainty sure = v.Run(Negative, 400, year: 2023, baseline: YearRange.Of(2022));
        Assert.Equal((400, 400), (sure.Draws, sure["x1"].Draws));
        Assert.Empty(sure.FailedDraws);
        Assert.InRange(sure["x2"].Draws, 140, 260);
    }

    [Fact]
    public void A_combination_that_cannot_be_fitted_fails_its_draws_alone()
    {
        // b is constant: min-max cannot tell the areas apart
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Normalization(Normalization.MinMax())).Run(TwoAreas.Of([80, 50], [40, 40]), 200);
        FailedDraws failed = Assert.Single(sure.FailedDraws);
        Assert.Equal(200, sure.Draws + failed.Count);
        Assert.Contains("plan.unfittable-indicator", failed.Reason.English, StringComparison.Ordinal);
        Assert.All(sure["x1"].Scores(), s => Assert.Equal(60, s));
        Assert.Equal(1, sure["x1"].First);
    }

    [Fact]
    public void Weights_vary_over_one_structure_of_dimensions()
    {
        IndicatorFramework deeper = new(new Dimension
        {
            Code = "all",
            Name = "综合",
            Dimensions = [new Dimension { Code = "d", Name = "分项", Indicators = [TwoAreas.Framework["a"]] }],
            Indicators = [TwoAreas.Framework["b"]],
        });
        PlanVariation structure = TwoAreas.Plan.Vary(v => v.Choice("structure", ("deeper", p => p with { Framework = deeper, Weighting = Weighting.DirectRating(1, 3), WeightingOf = new Dictionary<string, Weighting> { ["d"] = Weighting.Equal() } })));
        Assert.Equal([50, 60], structure.Run(TwoAreas.Panel, 60)["x1"].Scores().Distinct().Order());
        RankUncertainty weighted = structure.Weights(WeightVariation.Any()).Run(TwoAreas.Panel, 60);
        FailedDraws failed = Assert.Single(weighted.FailedDraws);
        Assert.Equal(60, weighted.Draws + failed.Count);
        Assert.Contains("other dimensions", failed.Reason.English, StringComparison.Ordinal);
        Assert.Equal("deeper", failed.Alternatives["structure"]);
    }

    [Fact]
    public void Weights_that_no_draw_satisfies_fail_every_draw()
    {
        WeightVariation hopeless = WeightVariation.Around(0.01).Range("a", 0.9, 1) with { Tries = 5 };
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(hopeless)).Run(TwoAreas.Panel, 20);
        Assert.Equal((0, 20), (sure.Draws, Assert.Single(sure.FailedDraws).Count));
        Assert.Null(sure["x1"].RankInterval);
    }

    [Fact]
    public void Draws_have_the_same_bits_on_any_number_of_threads_and_begin_alike_however_many()
    {
        PlanVariation v = new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Around(0.3)).Aggregation(Aggregation.Geometric(), Aggregation.PowerMean(2))
            .Normalization(Normalization.MinMax(10, 100), Normalization.Goalposts(0, 1)).MeasurementError(MeasurementError.Stated().Otherwise(0.02)));
        string[] texts = [.. new[] { 1, 2, 7 }.Select(t => v.Run(Small.Easy, 150, seed: 5, threads: t).ToJson())];
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(texts[0], texts[2]);
        RankUncertainty few = (v with { Undefined = UndefinedScoreRule.LeaveAreaOut }).Run(Small.Easy, 40, seed: 5), many = (v with { Undefined = UndefinedScoreRule.LeaveAreaOut }).Run(Small.Easy, 150, seed: 5);
        Assert.Equal(few["x4"].Scores(), many["x4"].Scores()[..few.Draws]);
        Assert.NotEqual(few["x4"].Scores(), v.Run(Small.Easy, 40, seed: 6)["x4"].Scores());
    }

    [Fact]
    public void The_order_of_the_areas_does_not_show()
    {
        PlanVariation v = new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Any()).Aggregation(Aggregation.PowerMean(2)));
        RankUncertainty there = v.Run(Small.Easy, 300), back = v.Run(Small.Panel([8, 5, 10, 0], [2, 5, 0, 10], [30, 50, 100, 0]), 300);
        for (int i = 1; i <= 4; i++) Assert.Equal(there[$"x{i}"].Scores(), back[$"x{5 - i}"].Scores());
    }

    [Fact]
    public void Weights_vary_within_each_node_and_the_tree_is_put_together_as_in_an_evaluation()
    {
        // B has one child, so a minimum there changes nothing but the way the tree is put together
        EvaluationPlan plan = new(Small.Framework) { Normalization = Normalization.MinMax(1, 100) };
        RankUncertainty kernel = plan.Vary(v => v.Weights(WeightVariation.Any())).Run(Small.Easy, 200);
        foreach (Aggregation mean in new Aggregation[] { Aggregation.Arithmetic(), Aggregation.Geometric(), Aggregation.Harmonic(), Aggregation.PowerMean(-1), Aggregation.PowerMean(0.5), Aggregation.PowerMean(3) })
        {
            RankUncertainty together = (plan with { Aggregation = mean }).Vary(v => v.Weights(WeightVariation.Any())).Run(Small.Easy, 200);
            RankUncertainty general = (plan with { Aggregation = mean, AggregationOf = new Dictionary<string, Aggregation> { ["B"] = Aggregation.Minimum() } }).Vary(v => v.Weights(WeightVariation.Any())).Run(Small.Easy, 200);
            for (int i = 1; i <= 4; i++) Near.Relative(general[$"x{i}"].Scores(), together[$"x{i}"].Scores(), 1e-12);
        }
        // x2 is best in everything and x1 worst, whatever the weights
        Assert.Equal((1, 1), (kernel["x2"].First, kernel["x1"].Acceptability(4)));
        Assert.Equal(["A", "B", "a", "b", "c"], kernel["x2"].CentralWeights!.Keys.Order(StringComparer.Ordinal));
        Near.Relative(1, kernel["x2"].CentralWeights!["A"] + kernel["x2"].CentralWeights!["B"]);
        Near.Relative(1, kernel["x2"].CentralWeights!["c"]);
    }

    [Theory]
    [InlineData(NonPositiveRule.Limit, 0, 0)]
    [InlineData(NonPositiveRule.RaiseToFloor, 25, 100)]
    public void Scores_that_a_rule_must_deal_with_are_dealt_with(NonPositiveRule zeros, double least, double most)
    {
        // a geometric mean with a zero is zero, with a raised score the floor counts
        EvaluationPlan plan = TwoAreas.Plan with { Aggregation = new GeometricAggregation { Zeros = zeros, Floor = 25 } };
        RankUncertainty sure = plan.Vary(v => v.Weights(WeightVariation.Any())).Run(TwoAreas.Of([0, 50], [100, 60]), 50);
        Assert.All(sure["x1"].Scores(), s => Assert.InRange(s, least, most));
    }

    [Fact]
    public void Only_the_named_nodes_vary()
    {
        RankUncertainty sure = new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Any().Over("A"))).Run(Small.Easy, 100);
        Assert.Equal(0.6, sure["x2"].CentralWeights!["A"], 12);
        Assert.InRange(sure["x2"].CentralWeights!["a"], 0.4, 0.6); // not the given 0.75
    }

    [Fact]
    public void Missing_children_give_their_weight_to_the_rest_in_every_draw()
    {
        // x4 lacks a: dimension A is b alone, whatever a would weigh
        Panel panel = Small.Panel([0, 10, 5, double.NaN], [10, 0, 5, 2], [0, 100, 50, 80]);
        RankUncertainty sure = new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Any().Over("A"))).Run(panel, 50);
        Assert.All(sure["x4"].Scores(), s => Assert.Equal(80, s, 10)); // 0.6 · 80 + 0.4 · 80
    }

    [Fact]
    public void Bounds_sources_and_any_other_choice_vary_too()
    {
        // a between 0 and 160 scores 50 and 31.25; b stays
        RankUncertainty bounds = TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160))).Run(TwoAreas.Panel, 60);
        Assert.Equal([45, 60], bounds["x1"].Scores().Distinct().Order());
        RankUncertainty source = TwoAreas.Plan.Vary(v => v.Source(("住建局", TwoAreas.Of([70, 50], [40, 60])))).Run(TwoAreas.Panel, 60);
        Assert.Equal([55, 60], source["x1"].Scores().Distinct().Order());
        RankUncertainty weights = TwoAreas.Plan.Vary(v => v.Choice("share of a", ("9:1", p => p with { Weighting = Weighting.DirectRating(9, 1) }))).Run(TwoAreas.Panel, 60);
        Assert.Equal(2, weights["x1"].Scores().Distinct().Count());
        Assert.Throws<ArgumentException>(() => TwoAreas.Plan.Vary(v => v.Source(("另一年", Small.Panel(TwoAreas.Framework, 2022, [1, 2], [3, 4])))).Run(TwoAreas.Panel, 2));
    }

    [Fact]
    public void A_source_may_have_its_indicators_in_another_order()
    {
        IndicatorFramework turned = new(new Dimension { Code = "all", Name = "综合", Indicators = [TwoAreas.Framework["b"], TwoAreas.Framework["a"]] });
        PlanVariation source = TwoAreas.Plan.Vary(v => v.Source(("住建局", Small.Panel(turned, 2023, [40, 60], [70, 50])))).Weights(WeightVariation.Any().Order("a", "b"));
        // with a weight w of at least a half for a, x1 has 40 + 40w as given and 40 + 30w by the other source
        foreach (PlanVariation v in (PlanVariation[])[source, source.MeasurementError(MeasurementError.Stated().Of("a", 0).Of("b", 0))])
        {
            double[] scores = v.Run(TwoAreas.Panel, 200)["x1"].Scores();
            Assert.All(scores, s => Assert.InRange(s, 55, 80));
            Assert.Contains(scores, s => s < 60);
            Assert.Contains(scores, s => s > 70);
        }
    }

    [Fact]
    public void A_sobol_sequence_meets_every_combination_as_often()
    {
        // four combinations of mean or minimum, and of a between 0…100 or 0…160; 64 draws meet each 16 times
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Minimum()).Bounds("a", (0, 160))) with { Sample = SampleKind.ScrambledSobol };
        RankUncertainty sure = v.Run(TwoAreas.Of([80, 50], [70, 60]), 64, seed: 3);
        Assert.Equal([(50.0, 16), (60.0, 16), (70.0, 16), (75.0, 16)], sure["x1"].Scores().GroupBy(s => s).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal(sure["x1"].Scores(), v.Run(TwoAreas.Of([80, 50], [70, 60]), 64, seed: 3, threads: 1)["x1"].Scores());
    }

    [Theory]
    [InlineData(SampleKind.Random, 20)]
    [InlineData(SampleKind.ScrambledSobol, 32)]
    public void Choices_may_be_many(SampleKind sample, int least)
    {
        // seventy that change nothing, and a between 0…100 or 0…160: x1 has (80 + 40)/2 or (50 + 40)/2
        PlanVariation v = Enumerable.Range(1, 70).Aggregate(TwoAreas.Plan.Vary(v => v), (v, i) => v.Choice($"nothing {i}", ("the same", p => p))).Bounds("a", (0, 160)) with { Sample = sample };
        double[] scores = [.. v.Run(TwoAreas.Panel, 64)["x1"].Scores()];
        Assert.Equal([45.0, 60.0], scores.Distinct().Order());
        Assert.InRange(scores.Count(s => s == 45), least, 64 - least);
    }

    [Fact]
    public void Errors_of_a_survey_go_to_the_areas_that_its_rows_name()
    {
        var asked = new Questionnaire("c", "t", [Question.Likert("q1", "住房", LikertScores.FromZero(5))], ["区域"]);
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("weight,区域,q1\n1,x1,5\n1,x1,4\n1,x1,3\n1,x1,5\n1,x2,4\n1,x2,4\n1,x2,4\n1,x2,3\n", asked).Survey.With(SuppressionRule.None);
        SatisfactionTable table = survey.Satisfaction("区域", SatisfactionSubject.Questions);
        IndicatorFramework one = new(new Dimension { Code = "all", Name = "综合", Indicators = [new Indicator { Code = "s", Name = "满意度" }] });
        Panel panel = Small.Panel(one, 2023, [table["q1", "x1"].Mean!.Value, table["q1", "x2"].Mean!.Value]);
        MeasurementError error = MeasurementError.Stated().Of("s", 1000).Survey("s", table, "q1");
        RankUncertainty sure = new EvaluationPlan(one) { Normalization = TwoAreas.AsIs }.Vary(v => v.MeasurementError(error)).Run(panel, Draws);
        foreach (string area in new[] { "x1", "x2" })
        {
            double se = table["q1", area].Mean!.StandardError;
            Near.Absolute(se, Descriptive.StandardDeviation(sure[area].Scores()), 0.02 * se); // a deviation of 20,000 draws errs by half a percent
        }
        Assert.NotEqual(table["q1", "x1"].Mean!.StandardError, table["q1", "x2"].Mean!.StandardError);
        Assert.Throws<ArgumentException>(() => error.Survey("s", table, "q9"));
        Assert.Throws<ArgumentException>(() => new EvaluationPlan(one) { Normalization = TwoAreas.AsIs }.Vary(v => v.MeasurementError(error)).Run(Panel.Of(one, [new("x1", 2023, "s", 5)]).Panel, 2));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_keep_their_sum()
    {
        // weights 3 and 1 kept as given: the composite is four times a mean, between 4 · 40 and 4 · 80 for x1
        IndicatorFramework kept = new(TwoAreas.Framework.Root with { Indicators = [TwoAreas.Framework.Indicators[0] with { Weight = 3 }, TwoAreas.Framework.Indicators[1] with { Weight = 1 }] });
        EvaluationPlan plan = new(kept) { Normalization = TwoAreas.AsIs, Weighting = Weighting.Given(keepsSum: true) };
        foreach (Aggregation mean in new Aggregation[] { Aggregation.Arithmetic(), Aggregation.PowerMean(1) })
        {
            RankUncertainty sure = (plan with { Aggregation = mean }).Vary(v => v.Weights(WeightVariation.Around(0.2))).Run(Small.Panel(kept, 2023, [80, 50], [40, 60]), 2000);
            Assert.Equal(280, sure["x1"].Score);
            Near.Absolute(280, sure["x1"].MeanScore, 2.5); // deviation 160 · √(3/16 · 1/25)
            Assert.All(sure["x1"].Scores(), s => Assert.InRange(s, 160, 320));
        }
    }

    [Fact]
    public void Imputation_treatment_and_weighting_vary_too()
    {
        // x3 lacks a: filled with the mean 65 it has 57.5, else b alone, 50
        Panel gap = TwoAreas.Of([80, 50, double.NaN], [40, 60, 50]);
        Assert.Equal([50, 57.5], TwoAreas.Plan.Vary(v => v.Imputation(Imputation.Mean())).Run(gap, 40)["x3"].Scores().Distinct().Order());
        // equal weights or 1 : 3
        Assert.Equal([50, 60], TwoAreas.Plan.Vary(v => v.Weighting(Weighting.DirectRating(1, 3))).Run(TwoAreas.Panel, 40)["x1"].Scores().Distinct().Order());
        PlanVariation treated = TwoAreas.Plan.Vary(v => v.Treatment(Treatment.Winsorize()));
        Assert.Equal("treatment: none | Winsorize", treated.ToString());
        Assert.Equal(20, treated.Run(TwoAreas.Panel, 20).Draws);
    }

    [Fact]
    public void More_draws_come_closer()
    {
        double Miss(int draws) => Enumerable.Range(1, 20).Average(seed => Math.Abs(0.6 - TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any())).Run(TwoAreas.Panel, draws, seed)["x1"].First));
        double few = Miss(50), many = Miss(5000); // a tenth in the mean
        Assert.InRange(many / few, 0.03, 0.3);
    }

    [Fact]
    public void Progress_reaches_one()
    {
        var seen = new List<double>();
        TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any())).Run(TwoAreas.Panel, 200, threads: 1, progress: new Told(seen));
        Assert.Equal(1, seen[^1]);
        Assert.Equal(seen.Order(), seen);
    }

    private sealed class Told(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }

    [Fact]
    public void A_veto_stands_in_every_draw()
    {
        IndicatorFramework lines = new(TwoAreas.Framework.Root with { Indicators = [TwoAreas.Framework.Indicators[0] with { Kind = IndicatorKind.BottomLine, Standards = [Standard.AtLeast(60)] }, TwoAreas.Framework.Indicators[1]] });
        EvaluationPlan plan = new(lines) { Normalization = TwoAreas.AsIs, BottomLine = BottomLineRule.Veto() };
        RankUncertainty sure = plan.Vary(v => v.Weights(WeightVariation.Any()).Aggregation(Aggregation.PowerMean(2))).Run(Small.Panel(lines, 2023, [80, 50], [40, 60]), 100);
        Assert.All(sure["x2"].Scores(), s => Assert.Equal(0, s));
        Assert.Equal(1, sure["x1"].First);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_veto_stands_where_figures_vary_and_where_the_rule_is_no_mean(bool errors)
    {
        IndicatorFramework lines = new(TwoAreas.Framework.Root with { Indicators = [TwoAreas.Framework.Indicators[0] with { Kind = IndicatorKind.BottomLine, Standards = [Standard.AtLeast(60)] }, TwoAreas.Framework.Indicators[1]] });
        EvaluationPlan plan = new(lines) { Normalization = TwoAreas.AsIs, BottomLine = BottomLineRule.Veto(), Aggregation = errors ? Aggregation.Arithmetic() : Aggregation.Minimum() };
        PlanVariation variation = plan.Vary(v => v.Weights(WeightVariation.Any()));
        RankUncertainty sure = (errors ? variation.MeasurementError(MeasurementError.Stated().ShareOf("b", 0.01)) : variation).Run(Small.Panel(lines, 2023, [80, 50], [40, 60]), 40);
        Assert.All(sure["x2"].Scores(), s => Assert.Equal(0, s));
        Assert.All(sure["x1"].Scores(), s => Assert.InRange(s, 35, 80));
    }

    [Theory]
    [InlineData(TieRule.Smallest)]
    [InlineData(TieRule.Average)]
    [InlineData(TieRule.Largest)]
    public void Every_draw_ranks_its_scores_by_the_plan_s_rule(TieRule ties)
    {
        // thirty areas: some alike, one without a figure that only a mean can do without
        double[] a = [.. Enumerable.Range(0, 30).Select(i => i == 4 ? double.NaN : 10.0 + i / 2 * 3 % 40)], b = [.. Enumerable.Range(0, 30).Select(i => i == 4 ? double.NaN : 50.0 - i / 2)];
        EvaluationPlan plan = TwoAreas.Plan with { Ties = ties };
        RankUncertainty sure = plan.Vary(v => v.Weights(WeightVariation.Any()).Aggregation(Aggregation.Geometric())).Run(Small.Panel(TwoAreas.Framework, 2023, a, b), 300);
        Assert.Equal(300, sure.Draws);
        double[][] scores = [.. sure.Areas.Select(x => sure[x.Code].Scores())], ranks = [.. sure.Areas.Select(x => sure[x.Code].Ranks())];
        for (int d = 0; d < 300; d++) Assert.Equal(Ranking.Of(scores.Select(s => s[d]).ToArray(), ties), ranks.Select(r => r[d]));
    }

    [Fact]
    public void Failures_are_told_the_most_frequent_reason_first_and_the_earlier_of_two_as_frequent()
    {
        // two of three alternatives fail, each for another reason
        Panel without = new(TwoAreas.Framework, ["x1", "x2"], [2023], [[new double[] { 80, double.NaN }, new double[] { 40, double.NaN }]]);
        PlanVariation rare = TwoAreas.Plan.Vary(v => v.Source(("缺", without), ("平", TwoAreas.Of([80, 50], [40, 40])), ("平 2", TwoAreas.Of([80, 80], [40, 50])))).Normalization(Normalization.MinMax());
        RankUncertainty sure = rare.Run(TwoAreas.Panel, 400);
        Assert.True(sure.FailedDraws.Count > 1);
        Assert.Equal(400, sure.Draws + sure.FailedDraws.Sum(f => f.Count));
        Assert.Equal(sure.FailedDraws.OrderByDescending(f => f.Count).ThenBy(f => f.FirstDraw), sure.FailedDraws);
        Assert.NotEqual(sure.FailedDraws[0].Count, sure.FailedDraws[^1].Count);
    }

    [Fact]
    public void Weights_that_some_draws_do_not_find_fail_those_alone_with_errors_too()
    {
        PlanVariation tight = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Range("a", 0, 0.3) with { Tries = 1 })).MeasurementError(MeasurementError.Stated().Of("a", 1e-9));
        RankUncertainty sure = tight.Run(TwoAreas.Panel, 400);
        FailedDraws failed = Assert.Single(sure.FailedDraws);
        Assert.Contains("constraints", failed.Reason.English, StringComparison.Ordinal);
        Near.Absolute(120, sure.Draws, 4 * Math.Sqrt(400 * 0.3 * 0.7)); // a uniform weight is at most 0.3 in three of ten
        Assert.All(sure["x1"].Scores(), s => Assert.InRange(s, 40 - 1e-6, 52 + 1e-6)); // 40 + 40w
    }

    [Fact]
    public void Every_year_is_reported_or_a_named_one()
    {
        PanelBuilder builder = Panel.Builder(TwoAreas.Framework, ["x1", "x2"], [2022, 2023]);
        Panel panel = builder.Set("a", 2022, 10, 20).Set("b", 2022, 10, 20).Set("a", 2023, 80, 50).Set("b", 2023, 80, 50).Build().Panel;
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any()));
        RankUncertainty both = v.Run(panel, 20), one = v.Run(panel, 20, year: 2022);
        Assert.Equal((0, 1), (both["x1", 2022].First, both["x1"].First));
        Assert.Equal([2022], one.Years);
        Assert.Equal(0, one["x1"].First);
        Assert.Throws<KeyNotFoundException>(() => one["x1", 2023]);
    }

    [Fact]
    public void A_result_shows_itself_and_says_where_it_comes_from()
    {
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Order("a", "b"))).Run(TwoAreas.Panel, 100, seed: 20231231);
        Assert.Equal("x1 2023: rank 1, 90 % between 1 and 1, first with probability 1.00", sure["x1"].ToString());
        Assert.StartsWith("综合 2023: 100 of 100 draws, seed 20231231, quantiles R1\n", sure.ToString(), StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(sure.ToJson()).RootElement;
        Assert.Equal(20231231, json.GetProperty("seed").GetInt64());
        Assert.Equal("R1", json.GetProperty("quantiles").GetString());
        Assert.Equal("any weights; a ≥ b", json.GetProperty("varied")[0].GetString());
        Assert.Equal(1, json.GetProperty("areas")[0].GetProperty("acceptability").GetProperty("1").GetDouble());
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightVariation.Around(1));
        Assert.Throws<KeyNotFoundException>(() => TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Order("a", "z"))));
        Assert.Throws<ArgumentException>(() => new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Any().Order("a", "c"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoAreas.Plan.Vary(v => v).Run(TwoAreas.Panel, 0));
        Assert.Throws<ArgumentException>(() => TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any().Range("a", 0.8, 1).Range("b", 0.8, 1))).Run(TwoAreas.Panel, 5));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => TwoAreas.Plan.Vary(v => v).Run(TwoAreas.Panel, 5, cancellation: stopped.Token));
    }

    [Fact]
    public void One_node_of_means_gives_what_rank_acceptability_gives_of_plain_numbers()
    {
        RankAcceptability plain = new AcceptabilityAnalysis { Draws = 500, Seed = 11 }.Run(Matrix.FromRows([80, 40], [50, 60]), WeightDistribution.Any());
        RankUncertainty sure = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any())).Run(TwoAreas.Panel, 500, seed: 11);
        Assert.Equal(plain.Ranks(0), sure["x1"].Ranks());
        Assert.Equal(plain.CentralWeights(0)![0], sure["x1"].CentralWeights!["a"], 12);
    }
}
