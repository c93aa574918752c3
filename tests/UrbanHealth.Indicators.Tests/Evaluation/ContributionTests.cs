using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

public class ContributionTests
{
    private static readonly EvaluationPlan Plan = new(Small.Framework) { CoverageThreshold = 0 };

    // x4: a 80 at 0.6·0.75, b 80 at 0.6·0.25, c 30 at 0.4
    [Fact]
    public void Of_arithmetic_means_are_weight_times_score()
    {
        IReadOnlyList<Contribution> c = Plan.Fit(Small.Easy).Evaluate(Small.Easy)["x4", 2023].Contributions!;
        Near.Relative([36, 12, 12], [.. c.Select(x => x.Value)]);
    }

    [Fact]
    public void Of_a_missing_indicator_are_zero_and_the_others_take_its_weight()
    {
        EvaluationResult result = Plan.Fit(Small.Easy).Evaluate(Small.Panel([double.NaN], [2], [30]));
        Near.Relative([0, 48, 12], [.. result["x1", 2023].Contributions!.Select(x => x.Value)]);
    }

    /// <summary>Euler: a geometric mean G of xᵢ with weights wᵢ has xᵢ·∂G/∂xᵢ = wᵢG.</summary>
    [Fact]
    public void Of_a_geometric_mean_are_its_weights_times_the_composite()
    {
        EvaluationResult result = (Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Geometric() } }).Fit(Small.Easy).Evaluate(Small.Easy);
        AreaEvaluation x4 = result["x4", 2023];
        double g = Math.Pow(80, 0.6) * Math.Pow(30, 0.4);
        Near.Relative(g, x4.Score);
        Near.Relative([0.6 * 0.75 * g, 0.6 * 0.25 * g, 0.4 * g], [.. x4.Contributions!.Select(x => x.Value)]);
    }

    [Fact]
    public void Sum_to_the_composite_for_any_figures_gaps_and_methods() => Gen.Select(
        Gen.Double[0, 10].Array[3], Gen.Bool.Array[3], Gen.Int[0, 3]).Sample((figures, gaps, method) =>
    {
        for (int i = 0; i < 3; i++) if (gaps[i]) figures[i] = double.NaN;
        EvaluationPlan plan = method switch
        {
            0 => Plan,
            1 => Plan with { Aggregation = Aggregation.Geometric() },
            2 => Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["A"] = Aggregation.Geometric() } },
            _ => Plan with { AggregationOf = new Dictionary<string, Aggregation> { ["all"] = Aggregation.Geometric() } },
        };
        AreaEvaluation x = plan.Fit(Small.Easy).Evaluate(Small.Panel([figures[0]], [figures[1]], [figures[2]]))["x1", 2023];
        double sum = x.Contributions!.Sum(c => c.Value);
        if (double.IsNaN(x.Score)) Assert.Equal(0, sum);
        else Near.Relative(x.Score, sum, 1e-12);
    }, iter: 300);
}
