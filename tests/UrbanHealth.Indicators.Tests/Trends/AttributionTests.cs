using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class AttributionTests
{
    private static readonly EvaluationPlan Plan = new(Small.Framework) { CoverageThreshold = 0 };
    private static readonly EvaluationModel Model = Plan.Fit(Small.Easy);

    [Fact]
    public void Arithmetic_means_give_weight_times_change()
    {
        // scores a 50 → 80 at 0.45, b 50 → 30 at 0.15, c 50 → 60 at 0.4
        Attribution why = Between(Model, [5, 5, 50], [8, 7, 60]);
        Assert.Equal(0.45 * 30, why.Of("a"), 1e-12);
        Assert.Equal(0.15 * -20, why.Of("b"), 1e-12);
        Assert.Equal(0.4 * 10, why.Of("c"), 1e-12);
        Assert.Equal(14.5, why.Change, 1e-12);
        Assert.All(why.Parts, p => Assert.Equal(ChangeCause.Figure, p.Cause));
        Assert.Equal(["a", "c", "b"], why.Largest(3).Select(p => p.Code));
    }

    [Fact]
    public void A_geometric_mean_is_split_by_LMDI()
    {
        // G = A^0.6 · B^0.4 with A 50 → 80 (b alike) and B 50 → 60: parts L(G1, G0)·w·ln(x1/x0)
        EvaluationModel model = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Geometric() } }).Fit(Small.Easy);
        Attribution why = Between(model, [5, 5, 50], [8, 2, 60]);
        double g0 = 50, g1 = Math.Pow(80, 0.6) * Math.Pow(60, 0.4), l = (g1 - g0) / Math.Log(g1 / g0);
        Assert.Equal(l * 0.6 * Math.Log(1.6), why.Of("a") + why.Of("b"), 1e-12);
        Assert.Equal(l * 0.4 * Math.Log(1.2), why.Of("c"), 1e-12);
        Assert.Equal(3, why.Of("a") / why.Of("b"), 1e-12); // inside A both rose by 30, weighing 0.75 and 0.25
    }

    [Fact]
    public void A_missing_indicator_is_a_part_of_its_own()
    {
        // a 80 at 0.75 and b 80 at 0.25; then a is missing and b 60 bears all of A: 80 → 60 in A.
        // b's part: mean weight ½(0.25 + 1) times −20; the weight went from a to b, level a 80, level b 70, A's mean 70: a's −0.75·(80 − 70), b's +0.75·(70 − 70)
        Attribution why = Between(Model, [8, 2, 50], [double.NaN, 4, 50]);
        Assert.Equal(0.6 * 0.625 * -20, why.Of(ChangeCause.Figure), 1e-12);
        Assert.Equal(0.6 * -7.5, why.Of(ChangeCause.Reweighting), 1e-12);
        Assert.Equal(-12, why.Change, 1e-12);
    }

    [Fact]
    public void Two_models_leave_parts_for_weights_and_yardstick()
    {
        EvaluationModel heavier = (Plan with { Framework = Weighted(0.5, 0.5) }).Fit(Small.Easy);
        Attribution weights = Attribution.Between(Model.Evaluate(Small.Panel([8], [2], [30]))["x1", 2023], heavier.Evaluate(Small.Panel(heavier.Framework, 2023, [8], [2], [30]))["x1", 2023]);
        Assert.Equal(-5, weights.Change, 1e-12); // 0.6·80 + 0.4·30 = 60, then 55
        Assert.Equal(-5, weights.Of(ChangeCause.Weights), 1e-12);

        EvaluationModel wider = Plan.Fit(Small.Panel([0, 20], [10, 0], [0, 100])); // a is measured against 0 … 20
        Attribution yardstick = Attribution.Between(Model.Evaluate(Small.Panel([8], [2], [30]))["x1", 2023], wider.Evaluate(Small.Panel([8], [2], [30]))["x1", 2023]);
        Assert.Equal(0.45 * -40, yardstick.Of(ChangeCause.Yardstick), 1e-12);
        Assert.Equal(0, yardstick.Of(ChangeCause.Figure), 1e-12);
    }

    [Fact]
    public void Imputed_and_rescoped_figures_are_told_apart()
    {
        Panel panel = Panel.Of(Small.Framework,
        [
            new("x", 2022, "a", 5), new("x", 2022, "b", 5), new("x", 2022, "c", 50),
            new("x", 2023, "a", 8) { State = ObservationState.Imputed }, new("x", 2023, "b", 4) { Scope = new ObservationScope { Coverage = "建成区" } }, new("x", 2023, "c", 60),
        ]).Panel;
        EvaluationResult result = Model.Evaluate(panel);
        Attribution why = Attribution.Between(result["x", 2022], result["x", 2023]);
        Assert.Equal(0.45 * 30, why.Of(ChangeCause.Imputation), 1e-12);
        Assert.Equal(0.15 * 10, why.Of(ChangeCause.Scope), 1e-12);
        Assert.Equal(0.4 * 10, why.Of(ChangeCause.Figure), 1e-12);
    }

    [Fact]
    public void A_minimum_is_split_by_the_Shapley_value()
    {
        // min(A, B): (50, 50) → (80, 60) is 10. A first: min stays 50, then B to 60: +10. B first: stays 50, then A: +10. Half each.
        EvaluationModel model = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Minimum() } }).Fit(Small.Easy);
        Attribution why = Between(model, [5, 5, 50], [8, 2, 60]);
        Assert.Equal(5, why.Of("c"), 1e-12);
        Assert.Equal(5, why.Of("a") + why.Of("b"), 1e-12);
    }

    [Fact]
    public void A_zero_in_a_geometric_mean_still_sums()
    {
        EvaluationModel model = (Plan with { Aggregation = Aggregation.Geometric() }).Fit(Small.Easy);
        Attribution why = Between(model, [0, 5, 50], [8, 2, 60]);
        Assert.Equal(why.Change, why.Parts.Sum(p => p.Value), 1e-12);
        Assert.True(why.Of("a") > 0.9 * why.Change); // from zero to something is a's doing
    }

    [Theory]
    [InlineData(60, 7.5)] // A is the lower one at both ends: a point of A is a point of the minimum
    [InlineData(50, 5.625)] // level at the start, where half of a small movement of A would count: the mean of ½ and 1
    [InlineData(30, 0)] // B is the lower one: what happens in A is worth nothing
    public void Indicators_that_offset_each_other_within_a_dimension_both_show_under_the_Shapley_value(double before, double part)
    {
        // a 50 → 60 at 0.75 and b 50 → 20 at 0.25 leave A at 50; c rises
        EvaluationModel model = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Minimum() } }).Fit(Small.Easy);
        Attribution why = Between(model, [5, 5, before], [6, 8, before == 30 ? 40 : 80]);
        Assert.Equal(part, why.Of("a"), 1e-9);
        Assert.Equal(-part, why.Of("b"), 1e-9);
        Assert.Equal(why.Change, why.Parts.Sum(p => p.Value), 1e-12);
        Assert.Equal(before == 30 ? 10 : 0, why.Change, 1e-12);
    }

    [Fact]
    public void Indicators_that_offset_each_other_within_a_dimension_both_show_in_closed_form()
    {
        EvaluationModel model = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Geometric() } }).Fit(Small.Easy);
        Attribution why = Between(model, [5, 5, 50], [6, 8, 60]);
        double g0 = 50, g1 = Math.Pow(50, 0.6) * Math.Pow(60, 0.4), l = (g1 - g0) / Math.Log(g1 / g0);
        Assert.Equal(l * 0.6 * 7.5 / 50, why.Of("a"), 1e-10); // the slope of ln A at 50
        Assert.Equal(-l * 0.6 * 7.5 / 50, why.Of("b"), 1e-10);
        Assert.Equal(why.Change, why.Parts.Sum(p => p.Value), 1e-12);
    }

    [Fact]
    public void Another_method_of_aggregation_is_a_part_of_its_own()
    {
        EvaluationModel lowest = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Minimum() } }).Fit(Small.Easy);
        Attribution why = Attribution.Between(Model.Evaluate(Small.Panel([8], [2], [30]))["x1", 2023], lowest.Evaluate(Small.Panel([8], [2], [30]))["x1", 2023]);
        Assert.Equal(new AttributionPart("all", ChangeCause.Rule, -30), Assert.Single(why.Parts) with { Value = Math.Round(why.Parts[0].Value, 12) }); // 60, then 30
    }

    [Fact]
    public void A_veto_is_a_part_of_its_own()
    {
        IndicatorFramework strict = new(Small.Framework.Root with
        {
            Dimensions =
            [
                Small.Framework.Root.Dimensions[0] with { Indicators = [Small.Framework.Indicators[0], Small.Framework.Indicators[1] with { Kind = IndicatorKind.BottomLine, Standards = [Standard.AtMost(3)] }] },
                Small.Framework.Root.Dimensions[1],
            ],
        });
        EvaluationModel model = (Plan with { Framework = strict, BottomLine = BottomLineRule.Veto() }).Fit(Small.Panel(strict, 2023, [0, 10], [10, 0], [0, 100]));
        EvaluationResult result = model.Evaluate(Small.Panel(strict, 2023, [8, 8], [2, 4], [30, 30]));
        Attribution why = Attribution.Between(result["x1", 2023], result["x2", 2023]);
        Assert.Equal(-60, why.Change, 1e-12); // 0.6·80 + 0.4·30 = 60, then vetoed
        Assert.Equal(-0.15 * 20, why.Of(ChangeCause.Figure), 1e-12); // b alone would have cost 3
        Assert.Equal(-57, why.Of(ChangeCause.Rule), 1e-12);
        Assert.Equal(-45, why.Parts.Single(p => p is { Code: "A", Cause: ChangeCause.Rule }).Value, 1e-12); // A stood at 75
        Assert.Equal(-12, why.Parts.Single(p => p is { Code: "all", Cause: ChangeCause.Rule }).Value, 1e-12);
    }

    [Fact]
    public void Frameworks_that_differ_cannot_be_split()
    {
        IndicatorFramework other = new(new Dimension { Code = "all", Name = "x", Indicators = [new Indicator { Code = "a", Name = "a" }] });
        Panel panel = Small.Panel(other, 2023, [0, 1]);
        AreaEvaluation x = new EvaluationPlan(other).Fit(panel).Evaluate(panel)["x1", 2023];
        Assert.Throws<ArgumentException>(() => Attribution.Between(Model.Evaluate(Small.Easy)["x1", 2023], x));
    }

    [Fact]
    public void A_power_mean_is_split_along_the_path_on_which_every_power_moves_evenly()
    {
        // quadratic mean of A and B, weights 0.6 and 0.4: 50, 50 → 80, 60. U = 2500 → 0.6·6400 + 0.4·3600 = 5280, M = 50 → √5280; each part is its share of ΔU
        EvaluationModel model = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.PowerMean(2) } }).Fit(Small.Easy);
        Attribution why = Between(model, [5, 5, 50], [8, 2, 60]);
        double change = Math.Sqrt(5280) - 50;
        Assert.Equal(change, why.Change, 1e-12);
        Assert.Equal(change * 0.4 * 1100 / 2780, why.Of("c"), 1e-12);
        Assert.Equal(change * 0.6 * 3900 / 2780, why.Of("a") + why.Of("b"), 1e-12);
    }

    [Fact]
    public void What_is_not_printed_is_summed()
    {
        // twelve indicators of one weight that rise by 1 … 12 of 100 points: the two least are 1/12 and 2/12 of a point
        IndicatorFramework many = new(new Dimension { Code = "all", Name = "x", Indicators = [.. Enumerable.Range(1, 12).Select(i => new Indicator { Code = $"i{i}", Name = "x" })] });
        EvaluationResult result = new EvaluationPlan(many).Fit(Small.Panel(many, 2023, [.. Enumerable.Repeat(new double[] { 0, 100 }, 12)]))
            .Evaluate(Small.Panel(many, 2023, [.. Enumerable.Range(1, 12).Select(i => new double[] { 50, 50 + i })]));
        string[] lines = Attribution.Between(result["x1", 2023], result["x2", 2023]).ToString().Split('\n');
        Assert.Equal((12, "i12 Figure +1", "2 more, together +0.25"), (lines.Length, lines[1], lines[^1]));
    }

    [Fact]
    public void No_composite_has_no_split()
    {
        Attribution why = Between(Model, [double.NaN, double.NaN, double.NaN], [8, 2, 60]);
        Assert.Empty(why.Parts);
        Assert.Equal("there is no composite at one end", why.Reason!.Value.English);
    }

    [Fact]
    public void Parts_sum_to_the_change_for_any_framework_method_weights_and_gaps() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 7]).Sample((seed, method) =>
        {
            var random = new Random(seed);
            int next = 0;
            IndicatorFramework framework = new(Tree(random, 0, ref next));
            int n = framework.Indicators.Count;
            var bounds = new Panel(framework, ["low", "high"], [2020], [[.. Enumerable.Range(0, n).Select(_ => (ReadOnlyMemory<double>)new double[] { 0, 1 })]]);
            Aggregation aggregation = method switch
            {
                0 => Aggregation.Arithmetic(),
                1 => Aggregation.Geometric(),
                2 => Aggregation.Harmonic(),
                3 => Aggregation.PowerMean(2.5),
                4 => Aggregation.PowerMean(-3),
                5 => Aggregation.PowerMean(0.3),
                6 => Aggregation.Minimum(),
                _ => Aggregation.Median(),
            };
            var plan = new EvaluationPlan(framework)
            {
                Normalization = Normalization.MinMax(random.Next(2) == 0 ? 0 : 1, 100),
                Aggregation = aggregation,
                CoverageThreshold = random.Next(2) * 0.5,
                AggregationOf = random.Next(2) == 0 ? new Dictionary<string, Aggregation>() : new Dictionary<string, Aggregation> { ["n0"] = Aggregation.Geometric() },
            };
            Panel panel = new(framework, [.. Enumerable.Range(0, 3).Select(i => (Area)$"x{i}")], [2021, 2022],
                [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, n).Select(_ => (ReadOnlyMemory<double>)Enumerable.Range(0, 3).Select(_ => random.Next(6) switch { 0 => double.NaN, 1 when random.Next(3) == 0 => 0, _ => random.NextDouble() }).ToArray()).ToArray())]);
            EvaluationResult result = plan.Fit(bounds).Evaluate(panel);
            foreach (Area area in panel.Areas)
            {
                Attribution why = Attribution.Between(result[area.Code, 2021], result[area.Code, 2022]);
                if (double.IsNaN(why.Change)) { Assert.NotNull(why.Reason); continue; }
                Near.Absolute(why.Change, why.Parts.Sum(p => p.Value), 1e-12 * Math.Max(1, Math.Max(why.From, why.To)));
                Assert.DoesNotContain(why.Parts, p => p.Cause is ChangeCause.Weights or ChangeCause.Yardstick or ChangeCause.Rule);
            }
        }, iter: 250);

    private static Attribution Between(EvaluationModel model, double[] from, double[] to)
    {
        EvaluationResult result = model.Evaluate(Small.Panel([from[0], to[0]], [from[1], to[1]], [from[2], to[2]]));
        return Attribution.Between(result["x1", 2023], result["x2", 2023]);
    }

    private static IndicatorFramework Weighted(double a, double b) => new(Small.Framework.Root with
    {
        Dimensions = [Small.Framework.Root.Dimensions[0] with { Weight = a }, Small.Framework.Root.Dimensions[1] with { Weight = b }],
    });

    private static Dimension Tree(Random random, int depth, ref int next)
    {
        string code = $"n{next++}";
        var dimensions = new List<Dimension>();
        if (depth < 2) for (int i = random.Next(depth == 0 ? 1 : 0, 4); i > 0; i--) dimensions.Add(Tree(random, depth + 1, ref next));
        var indicators = new List<Indicator>();
        for (int i = random.Next(dimensions.Count == 0 ? 1 : 0, 5); i > 0; i--) indicators.Add(new Indicator { Code = $"i{next++}", Name = "x", Weight = 0.1 + random.NextDouble() });
        return new Dimension { Code = code, Name = code, Weight = depth == 0 ? null : 0.1 + random.NextDouble(), Dimensions = dimensions, Indicators = indicators };
    }
}
