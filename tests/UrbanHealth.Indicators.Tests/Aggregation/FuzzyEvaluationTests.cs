using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Fuzzy comprehensive evaluation.</summary>
public class FuzzyEvaluationTests : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() =>
    [
        Checks.AsReference("fuzzy_eval", "fuzzy evaluation", FuzzyEval),
        Checks.AsReference("fuzzy_crop", "fuzzy evaluation", FuzzyCrop),
    ];

    private static readonly double[] Half = [0.5, 0.5];

    [Fact]
    public void Experts_votes_are_memberships()
    {
        Assert.Equal([0.2, 0.5, 0.3, 0], FuzzyEvaluation.MembershipsOfVotes([2, 5, 3, 0]));
        Assert.Throws<ArgumentException>(() => FuzzyEvaluation.MembershipsOfVotes([0, 0]));
        Assert.Throws<ArgumentException>(() => FuzzyEvaluation.MembershipsOfVotes([3, -1]));
    }

    [Fact]
    public void Qualitative_and_quantitative_factors_go_into_one_evaluation()
    {
        // a panel of ten graded the one, the other is 75 between the typical 60 and 80
        double[] votes = FuzzyEvaluation.MembershipsOfVotes([1, 6, 3]), figure = FuzzyEvaluation.MembershipsOfValue(75, [40, 60, 80]);
        FuzzyEvaluationResult result = new FuzzyEvaluation().Evaluate([0.4, 0.6], Matrix.FromRows(votes, figure));
        Near.Relative([0.04, 0.4 * 0.6 + 0.6 * 0.25, 0.12 + 0.45], result.Memberships, 1e-14);
        Assert.Equal(2, result.MaximumMembership);
        Near.Relative(40 * 0.04 + 60 * 0.39 + 80 * 0.57, result.WeightedAverage([40, 60, 80]), 1e-14);
    }

    [Fact]
    public void Beyond_the_ends_membership_stays_whole()
    {
        Assert.Equal([1, 0, 0], FuzzyEvaluation.MembershipsOfValue(-5, [0, 10, 20]));
        Assert.Equal([0, 0, 1], FuzzyEvaluation.MembershipsOfValue(99, [0, 10, 20]));
        Assert.Equal([0, 1, 0], FuzzyEvaluation.MembershipsOfValue(10, [0, 10, 20]));
        Assert.All(FuzzyEvaluation.MembershipsOfValue(double.NaN, [0, 10]), m => Assert.True(double.IsNaN(m)));
        Assert.Throws<ArgumentException>(() => FuzzyEvaluation.MembershipsOfValue(1, [10, 0]));
    }

    [Fact]
    public void A_factor_nobody_graded_is_left_out_and_the_others_take_its_weight()
    {
        FuzzyEvaluationResult result = new FuzzyEvaluation().Evaluate([0.5, 0.2, 0.3], Matrix.FromRows([1, 0], [double.NaN, double.NaN], [0, 1]));
        Near.Relative([0.625, 0.375], result.Memberships, 1e-14);
    }

    [Fact]
    public void Memberships_are_checked()
    {
        var fuzzy = new FuzzyEvaluation();
        Assert.Equal("memberships", Assert.Throws<ArgumentException>(() => fuzzy.Evaluate(Half, Matrix.FromRows([1.2, 0], [0, 1]))).ParamName);
        Assert.Equal("memberships", Assert.Throws<ArgumentException>(() => fuzzy.Evaluate(Half, Matrix.FromRows([double.NaN, 0], [0, 1]))).ParamName);
        Assert.Equal("memberships", Assert.Throws<ArgumentException>(() => fuzzy.Evaluate(Half, Matrix.FromRows([double.NaN], [double.NaN]))).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => fuzzy.Evaluate([1], Matrix.FromRows([1.0], [1]))).ParamName);
    }

    [Fact]
    public void As_an_aggregation_it_is_the_arithmetic_mean_within_the_typical_scores()
    {
        RowAggregation fuzzy = Indicators.Aggregation.Fuzzy(0, 60, 100);
        Near.Relative(0.25 * 30 + 0.75 * 90, fuzzy.Aggregate([30, 90], [0.25, 0.75]), 1e-14);
        // beyond them a score counts as the last of them
        Near.Relative(50, fuzzy.Aggregate([0, 140], Half), 1e-14);
        var contributions = new double[2];
        Assert.True(fuzzy.Contribute([30, 140], Half, contributions));
        Near.Relative([15, 50], contributions, 1e-14);
    }

    [Fact]
    public void Other_operators_are_other_composites_without_contributions()
    {
        // memberships of 30 in (0, 60, 100): .5 .5 0; of 90: 0 .25 .75
        double[] x = [30, 90];
        Near.Relative((0.5 * 0 + 0.5 * 60 + 0.5 * 100) / 1.5, new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.MinMax }.Aggregate(x, Half), 1e-14);
        Near.Relative((0.25 * 60 + 0.375 * 100) / 0.875, new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.ProductMax }.Aggregate(x, Half), 1e-14);
        Near.Relative((0.75 * 60 + 0.5 * 100) / 1.75, new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.MinBoundedSum }.Aggregate(x, Half), 1e-14);
        Near.Relative(100, new FuzzyAggregation { TypicalScores = [0, 60, 100], Defuzzification = Defuzzification.MaximumMembership }.Aggregate([30, 95], Half), 1e-14);
        Assert.False(new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.MinMax }.Contribute(x, Half, new double[2]));
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Fuzzy(60, 0));
    }

    [ReferenceFact]
    public void Five_operators_on_one_table() => FuzzyEval();

    private static Checks FuzzyEval()
    {
        JsonElement input = Reference.Json("mcda/fuzzy_eval/input.json");
        double[] w = [.. Near.Flatten(input.GetProperty("w"))];
        Matrix r = Matrix.FromColumns([.. input.GetProperty("R_grades_by_factors").EnumerateArray().Select(g => Near.Flatten(g).ToArray())]);
        var checks = Checks.Of("fuzzy_eval");
        double[] B(FuzzyOperator op, FuzzyNormalization n = FuzzyNormalization.None) => [.. new FuzzyEvaluation { Operator = op, Normalization = n }.Evaluate(w, r).Memberships];
        checks.Assert("M_product_sum", B(FuzzyOperator.ProductSum));
        checks.Assert("M_min_max_raw", B(FuzzyOperator.MinMax));
        checks.Assert("M_min_max_normalised", B(FuzzyOperator.MinMax, FuzzyNormalization.SumToOne));
        checks.Assert("M_product_max_raw", B(FuzzyOperator.ProductMax));
        checks.Assert("M_product_max_normalised", B(FuzzyOperator.ProductMax, FuzzyNormalization.SumToOne));
        checks.Assert("M_min_boundedsum_raw", B(FuzzyOperator.MinBoundedSum));
        checks.Assert("M_min_boundedsum_normalised", B(FuzzyOperator.MinBoundedSum, FuzzyNormalization.SumToOne));
        return checks.AssertAllUsed();
    }

    [ReferenceFact]
    public void Three_ways_of_cropping() => FuzzyCrop();

    private static Checks FuzzyCrop()
    {
        JsonElement input = Reference.Json("mcda/fuzzy_crop/input.json");
        double[][] Rows(string name) => [.. input.GetProperty(name).EnumerateArray().Select(e => Near.Flatten(e).ToArray())];
        double[] w = [.. Near.Flatten(input.GetProperty("w"))], grades = [.. Near.Flatten(input.GetProperty("grade_scores"))];
        double[][] typical = Rows("thresholds"), objects = Rows("objects");
        var checks = Checks.Of("fuzzy_crop");
        double[][][] r = [.. objects.Select(o => o.Select((x, j) => FuzzyEvaluation.MembershipsOfValue(x, typical[j])).ToArray())];
        FuzzyEvaluationResult[] results = [.. r.Select(m => new FuzzyEvaluation().Evaluate(w, Matrix.FromRows(m)))];
        checks.Assert("R", [.. r.SelectMany(m => Enumerable.Range(0, 4).SelectMany(k => m.Select(f => f[k])))]);
        checks.Assert("mu", [.. results.SelectMany(x => x.Memberships)]);
        checks.Assert("score_weighted_average", [.. results.Select(x => x.WeightedAverage(grades))]);
        checks.Assert("score_maximum_membership", [.. results.Select(x => grades[x.MaximumMembership])]);
        return checks.AssertAllUsed();
    }

    [Fact]
    public void A_bounded_sum_stops_at_one()
    {
        var bounded = new FuzzyEvaluation { Operator = FuzzyOperator.MinBoundedSum };
        Near.Relative([1, 0.7], bounded.Evaluate([0.8, 0.8], Matrix.FromRows([0.7, 0.3], [0.6, 0.4])).Memberships, 1e-14);
        // the plain sum does not
        Assert.Equal([2, 0], new FuzzyEvaluation().Evaluate([2], Matrix.FromRows([1.0, 0])).Memberships);
        // typical scores 0 and 10, 5 twice: min(½, ½) + min(½, ½) is 1 in both grades
        Near.Relative(5, new FuzzyAggregation { TypicalScores = [0, 10], Operator = FuzzyOperator.MinBoundedSum }.Aggregate([5, 5], Half), 1e-14);
    }

    [Fact]
    public void Composed_memberships_sum_to_one_where_asked_to()
    {
        Matrix r = Matrix.FromRows([0.4, 0.2], [0.2, 0]);
        Near.Relative([0.3, 0.1], new FuzzyEvaluation().Evaluate(Half, r).Memberships, 1e-14);
        Near.Relative([0.75, 0.25], new FuzzyEvaluation { Normalization = FuzzyNormalization.SumToOne }.Evaluate(Half, r).Memberships, 1e-14);
    }

    [Fact]
    public void The_weight_of_a_missing_factor_goes_to_the_others_under_every_operator()
    {
        // 0.2 and 0.3 of 0.5 become 0.4 and 0.6
        Matrix r = Matrix.FromRows([0.9, 0.1], [0.5, 0.5], [double.NaN, double.NaN]);
        Near.Relative([0.5, 0.5], new FuzzyEvaluation { Operator = FuzzyOperator.MinMax }.Evaluate([0.2, 0.3, 0.5], r).Memberships, 1e-14);
        Near.Relative([0.36, 0.3], new FuzzyEvaluation { Operator = FuzzyOperator.ProductMax }.Evaluate([0.2, 0.3, 0.5], r).Memberships, 1e-14);
        Near.Relative([0.9, 0.6], new FuzzyEvaluation { Operator = FuzzyOperator.MinBoundedSum }.Evaluate([0.2, 0.3, 0.5], r).Memberships, 1e-14);
    }

    [Fact]
    public void Of_equal_memberships_the_first_is_the_largest()
    {
        FuzzyEvaluationResult result = new FuzzyEvaluation().Evaluate([1], Matrix.FromRows([0.2, 0.4, 0.4]));
        Assert.Equal(1, result.MaximumMembership);
        Assert.Equal("memberships 0.2 0.4 0.4, largest at 1", result.ToString());
        Assert.Equal("memberships 0.3333 0.6667, largest at 1", new FuzzyEvaluation().Evaluate([1], Matrix.FromRows([1.0 / 3, 2.0 / 3])).ToString());
        Assert.Equal(result, new FuzzyEvaluation().Evaluate([2.0 / 2], Matrix.FromRows([0.2, 0.4, 0.4])));
    }

    [Fact]
    public void The_weighted_average_divides_by_the_sum_of_memberships() =>
        Near.Relative((0.3 * 100 + 0.1 * 60) / 0.4, new FuzzyEvaluation().Evaluate(Half, Matrix.FromRows([0.4, 0.2], [0.2, 0])).WeightedAverage([100, 60]), 1e-14);

    [Fact]
    public void Of_grades_as_likely_a_score_gets_the_better_one() =>
        Assert.Equal(60, new FuzzyAggregation { TypicalScores = [0, 60, 100], Defuzzification = Defuzzification.MaximumMembership }.Aggregate([30], [1]));

    [Fact]
    public void Only_the_weighted_sum_with_the_weighted_average_has_contributions()
    {
        Assert.True(new FuzzyAggregation { TypicalScores = [0, 100] }.Contribute([30, 50], Half, new double[2]));
        Assert.False(new FuzzyAggregation { TypicalScores = [0, 100], Defuzzification = Defuzzification.MaximumMembership }.Contribute([30, 50], Half, new double[2]));
        Assert.False(new FuzzyAggregation { TypicalScores = [0, 100], Operator = FuzzyOperator.ProductMax }.Contribute([30, 50], Half, new double[2]));
    }

    [Fact]
    public void Weights_are_composed_by_their_proportions()
    {
        // weights 1 and 1 are halves: min(½, ·) of (.5 .5 0) and (0 .25 .75), the mean twice
        Near.Relative(2 * (0.5 * 60 + 0.5 * 100) / 1.5, new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.MinMax }.Aggregate([30, 90], [1, 1]), 1e-14);
        var contributions = new double[3];
        Aggregation.Fuzzy(0, 60, 100).Contribute([-10, double.NaN, 140], [1, 1, 1], contributions);
        Near.Relative([0, 0, 150], contributions, 1e-14);
    }
}
