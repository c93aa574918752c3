using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class AhpGroupTests
{
    private static readonly AhpRules Geometric = new() { Priority = PriorityMethod.GeometricMean };

    [ReferenceFact]
    public void Aggregates_judgements_or_priorities()
    {
        JsonElement checks = Example.Checks("ahp_group");
        JudgementMatrix[] experts = [.. Example.Input("ahp_group").GetProperty("matrices").EnumerateArray().Select(Example.Judgements)];
        AhpGroupResult judgements = AhpGroup.Of(experts);
        Near.Check(checks, "AIJ_matrix", Example.Flat(judgements.Group.Completed));
        Near.Check(checks, "AIJ_eigenvector", [.. judgements.Weights]);
        Near.Check(checks, "AIJ_lambda_max", judgements.Group.LambdaMax);
        Near.Check(checks, "AIJ_geometric_mean", [.. AhpGroup.Of(experts, rules: Geometric).Weights]);
        Near.Check(checks, "AIP_geometric_of_eigenvector_normalised", [.. AhpGroup.Of(experts, GroupAggregation.PrioritiesGeometric).Weights]);
        Near.Check(checks, "AIP_arithmetic_of_eigenvector", [.. AhpGroup.Of(experts, GroupAggregation.PrioritiesArithmetic).Weights]);
        Near.Check(checks, "AIP_geometric_of_GM_equals_AIJ_GM", [.. AhpGroup.Of(experts, GroupAggregation.PrioritiesGeometric, Geometric).Weights]);
    }

    [ReferenceFact]
    public void Reproduces_two_hundred_decision_makers()
    {
        JsonElement checks = Example.Checks("ahp_group_published");
        JudgementMatrix[] experts = City200();
        var columns = new AhpRules { Priority = PriorityMethod.ColumnNormalised };
        AhpGroupResult judgements = AhpGroup.Of(experts), geometric = AhpGroup.Of(experts, GroupAggregation.PrioritiesGeometric), byColumns = AhpGroup.Of(experts, GroupAggregation.PrioritiesArithmetic, columns);
        Near.Check(checks, "AIJ_matrix_geometric", Example.Flat(judgements.Group.Completed));
        Near.Check(checks, "AIP_arithmetic_of_column_normalised", [.. byColumns.Weights]);
        Near.Check(checks, "AIP_geometric_of_eigenvector_NOT_renormalised(sum 0.9868)", [.. geometric.Weights.Select(w => w * geometric.SumBeforeNormalisation)]);
        Near.Check(checks, "AIP_geometric_of_eigenvector_renormalised", [.. geometric.Weights]);
        Near.Check(checks, "AIP_arithmetic_of_eigenvector", [.. AhpGroup.Of(experts, GroupAggregation.PrioritiesArithmetic).Weights]);
        Near.Check(checks, "AIP_geometric_of_GM_renormalised_equals_AIJ_GM", [.. AhpGroup.Of(experts, GroupAggregation.PrioritiesGeometric, Geometric).Weights]);
        Near.Check(checks, "AIJ_eigenvector", [.. judgements.Weights]);
        AhpResult group = AhpGroup.Of(experts, rules: new() { RandomIndex = RandomIndex.Saaty2000 }).Group;
        Near.Check(checks, "AIJ_lambda_max_CI_CR", group.LambdaMax, group.ConsistencyIndex, group.ConsistencyRatio);
        AhpGroupResult named = AhpGroup.Of(experts, rules: new() { RandomIndex = RandomIndex.Saaty2000 });
        Near.Check(checks, "count_CR_above_and_within_0.1", named.InconsistentCount, experts.Length - named.InconsistentCount);
        Near.Check(checks, "CR_first_five", [.. named.Experts.Take(5).Select(e => e.ConsistencyRatio)]);
        Near.Check(checks, "sd_of_column_normalised_weights", [.. Enumerable.Range(0, 5).Select(j => Deviation([.. byColumns.Experts.Select(e => e.Weights[j])]))]);
    }

    [Fact]
    public void Aggregated_judgements_of_opposed_experts_look_consistent_and_the_experts_are_shown_beside()
    {
        JudgementMatrix forward = JudgementMatrix.FromUpperTriangle(3, 3, 1.0 / 3, 3), backward = JudgementMatrix.FromUpperTriangle(3, 1.0 / 3, 3, 1.0 / 3);
        AhpGroupResult result = AhpGroup.Of([forward, backward]);
        Assert.Equal(0, result.Group.ConsistencyRatio);
        Assert.Equal(2, result.InconsistentCount);
        Assert.Equal(2, (Weighting.Ahp(forward, backward) with { AcceptInconsistent = true }).Weigh(Matrix.FromRows([1, 2, 3])).Evidence["expertConsistencyRatios"].Count);
    }

    [Fact]
    public void An_expert_who_counts_twice_counts_as_two_experts()
    {
        JudgementMatrix a = JudgementMatrix.FromWeights(0.5, 0.3, 0.2), b = JudgementMatrix.FromWeights(0.1, 0.2, 0.7);
        foreach (GroupAggregation aggregation in Enum.GetValues<GroupAggregation>())
            Near.Relative(AhpGroup.Of([a, b, b], aggregation).Weights, AhpGroup.Of([a, b], aggregation, expertWeights: [1, 2]).Weights, 1e-13);
    }

    [Fact]
    public void A_judgement_some_did_not_make_is_aggregated_over_those_who_did()
    {
        JudgementMatrix full = JudgementMatrix.FromUpperTriangle(3, 2, 4, 8), gap = JudgementMatrix.FromUpperTriangle(3, 8, 4, double.NaN);
        JudgementMatrix group = AhpGroup.Of([full, gap]).Group.Completed;
        Near.Relative([4, 4, 8], [group[0, 1], group[0, 2], group[1, 2]], 1e-14);
    }

    [Fact]
    public void Experts_about_different_things_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AhpGroup.Of([]));
        Assert.Throws<ArgumentException>(() => AhpGroup.Of([JudgementMatrix.FromWeights(1, 2), JudgementMatrix.FromWeights(1, 2, 3)]));
        Assert.Throws<ArgumentException>(() => AhpGroup.Of([JudgementMatrix.FromWeights(1, 2)], expertWeights: [0]));
    }

    private static double Deviation(double[] x) => Math.Sqrt(x.Sum(v => (v - x.Average()) * (v - x.Average())) / (x.Length - 1));

    internal static JudgementMatrix[] City200()
    {
        JsonElement input = Example.Input("ahp_group_published");
        // the questionnaire writes -3 where the first is three times as important, 3 where the second is
        return [.. Example.Rows(input.GetProperty("responses")).Select(r => JudgementMatrix.FromUpperTriangle(5, [.. r.Select(v => v < 0 ? -v : 1 / v)]))];
    }
}
