using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class AhpTests
{
    private static readonly JudgementMatrix Cyclic = JudgementMatrix.FromUpperTriangle(3, 2, 1.0 / 2, 2); // a = 2b, b = 2c, c = 2a

    [ReferenceFact]
    public void Reproduces_the_tourist_site_textbook_example()
    {
        JsonElement input = Example.Input("ahp_travel"), checks = Example.Checks("ahp_travel");
        JudgementMatrix criteria = Example.Judgements(input.GetProperty("criteria"));
        AhpResult result = Ahp.Of(criteria);
        Near.Check(checks, "criteria_weights_eigenvector", [.. result.Weights]);
        Near.Check(checks, "lambda_max", result.LambdaMax);
        Near.Check(checks, "CI", result.ConsistencyIndex);
        Near.Check(checks, "CR", result.ConsistencyRatio);
        Near.Check(checks, "criteria_weights_geometric_mean", [.. Ahp.Of(criteria, new() { Priority = PriorityMethod.GeometricMean }).Weights]);
        Near.Check(checks, "criteria_weights_column_normalised(sum-product,和积法)", [.. Ahp.Of(criteria, new() { Priority = PriorityMethod.ColumnNormalised }).Weights]);

        AhpResult[] local = [.. input.GetProperty("alternatives_by_criterion").EnumerateArray().Select(m => Ahp.Of(Example.Judgements(m)))];
        Near.Check(checks, "alternative_CR", [.. local.Select(l => l.ConsistencyRatio)]);
        Matrix table = Matrix.FromColumns([.. local.Select(l => l.Weights.ToArray())]);
        Near.Check(checks, "alternative_local_weights_columns", [.. Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, 5).Select(j => table[i, j]))]);
        Near.Check(checks, "synthesis", Ahp.Synthesise(result.Weights, table));
    }

    [ReferenceFact]
    public void Consistency_ratio_of_a_consistent_matrix_is_zero_and_not_a_rounding_below_it()
    {
        JudgementMatrix consistent = Example.Judgements(Example.Input("ahp_travel").GetProperty("alternatives_by_criterion")[2]);
        Assert.Equal(0, Ahp.Of(consistent).ConsistencyRatio);
        Assert.Empty(Ahp.Of(consistent).Inconsistencies);
    }

    [ReferenceFact]
    public void Consistency_ratio_depends_on_the_named_table_of_random_indices()
    {
        JsonElement checks = Example.Checks("ahp_drinks");
        JudgementMatrix drinks = Example.Judgements(Example.Input("ahp_drinks").GetProperty("matrix"));
        AhpResult result = Ahp.Of(drinks);
        Near.Check(checks, "weights", [.. result.Weights]);
        Near.Check(checks, "weights_4dp", [.. result.Weights]);
        Near.Check(checks, "CI", result.ConsistencyIndex);
        Near.Check(checks, "CR_saaty_1.32_or_1.35", result.ConsistencyRatio, Ahp.Of(drinks, new() { RandomIndex = RandomIndex.Saaty2000 }).ConsistencyRatio);
        Near.Check(checks, "CR_donegan_dodd_1.2519", Ahp.Of(drinks, new() { RandomIndex = RandomIndex.DoneganDodd }).ConsistencyRatio);
    }

    [ReferenceFact]
    public void Approximate_lambda_differs_from_the_eigenvalue_and_is_named()
    {
        JsonElement input = Example.Input("ahp_8x8_approx"), checks = Example.Checks("ahp_8x8_approx");
        JudgementMatrix criteria = Example.Judgements(input.GetProperty("matrix"));
        var byHand = new AhpRules { Priority = PriorityMethod.ColumnNormalised, Lambda = LambdaDefinition.MeanOfRatios };
        AhpResult approximate = Ahp.Of(criteria, byHand), exact = Ahp.Of(criteria);
        double[] ratios = [.. Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 8).Sum(j => criteria[i, j] * approximate.Weights[j]) / approximate.Weights[i])];
        Near.Check(checks, "pc_(Aw)i/wi_column_normalised", ratios);
        Near.Check(checks, "lambda_max_approx", approximate.LambdaMax);
        Near.Check(checks, "CI_approx", approximate.ConsistencyIndex);
        Near.Check(checks, "CR_approx", approximate.ConsistencyRatio);
        Near.Check(checks, "weights_column_normalised", [.. approximate.Weights]);
        Near.Check(checks, "lambda_max_true_eigen", exact.LambdaMax);
        Near.Check(checks, "weights_true_eigenvector", [.. exact.Weights]);
        Matrix local = Matrix.FromColumns([.. input.GetProperty("alternatives").EnumerateArray().Select(m => Ahp.Of(Example.Judgements(m), byHand).Weights.ToArray())]);
        Near.Check(checks, "scores_approx", Ahp.Synthesise(approximate.Weights, local));
    }

    [ReferenceFact]
    public void Eigenvector_and_geometric_mean_part_where_judgements_are_inconsistent()
    {
        JsonElement checks = Example.Checks("ahp_wang_chin");
        JudgementMatrix schools = Example.Judgements(Example.Input("ahp_wang_chin").GetProperty("matrix"));
        AhpResult result = Ahp.Of(schools);
        Near.Check(checks, "weights_eigenvector", [.. result.Weights]);
        Near.Check(checks, "lambda_max", result.LambdaMax);
        Near.Check(checks, "CR_RI_1.24", result.ConsistencyRatio);
        Near.Check(checks, "weights_geometric_mean", [.. Ahp.Of(schools, new() { Priority = PriorityMethod.GeometricMean }).Weights]);
        Assert.False(result.IsConsistent);
    }

    [ReferenceFact]
    public void A_missing_judgement_is_filled_so_that_lambda_is_smallest()
    {
        JsonElement checks = Example.Checks("ahp_incomplete");
        JudgementMatrix judgements = Pairs(Example.Input("ahp_incomplete"));
        AhpResult result = Ahp.Of(judgements, new() { RandomIndex = RandomIndex.DoneganDodd });
        Near.Check(checks, "completed_c_over_d", result.Completed[2, 3]);
        Near.Check(checks, "weights_completed_eigenvector", [.. result.Weights]);
        Near.Check(checks, "lambda_max_completed", result.LambdaMax);
        Near.Check(checks, "CI_completed", result.ConsistencyIndex);
        Near.Check(checks, "CR_donegan_dodd_0.8286", result.ConsistencyRatio);
        Near.Check(checks, "weights_LLSM_incomplete", [.. Ahp.Of(judgements, new() { Incomplete = IncompleteJudgements.LogarithmicLeastSquares }).Weights]);
        Assert.Equal(1, result.FilledCount);
    }

    [ReferenceFact]
    public void Twelve_missing_judgements_of_the_housing_example_are_filled_as_published()
    {
        JsonElement input = Example.Input("ahp_incomplete_8x8"), checks = Example.Checks("ahp_incomplete_8x8");
        string[] names = [.. input.GetProperty("names").EnumerateArray().Select(n => n.GetString()!)];
        AhpResult result = Ahp.Of(Pairs(input));
        Near.Check(checks, "completed_ratios", [.. input.GetProperty("missing_order").EnumerateArray().Select(p => result.Completed[Array.IndexOf(names, p[0].GetString()), Array.IndexOf(names, p[1].GetString())])]);
        Near.Check(checks, "lambda_max_completed", result.LambdaMax);
    }

    [Fact]
    public void Harker_puts_one_and_the_number_of_gaps_on_the_diagonal()
    {
        // a = 2b, b = 3c, a to c not judged: the chain is consistent, so w = 6 : 3 : 1 and lambda = 3 by hand
        AhpResult result = Ahp.Of(JudgementMatrix.FromUpperTriangle(3, 2, double.NaN, 3), new() { Incomplete = IncompleteJudgements.Harker });
        Near.Relative([0.6, 0.3, 0.1], result.Weights, 1e-14);
        Near.Absolute(3, result.LambdaMax, 1e-13);
        Near.Absolute(6, result.Completed[0, 2], 1e-13);
    }

    [Theory]
    [InlineData(IncompleteJudgements.OptimalCompletion)]
    [InlineData(IncompleteJudgements.LogarithmicLeastSquares)]
    [InlineData(IncompleteJudgements.Harker)]
    public void Judgements_that_do_not_link_all_are_refused(IncompleteJudgements rule) =>
        Assert.Throws<ArgumentException>(() => Ahp.Of(JudgementMatrix.FromUpperTriangle(4, 2, double.NaN, double.NaN, double.NaN, double.NaN, 3), new() { Incomplete = rule }));

    [ReferenceFact]
    public void Reproduces_the_handbook_expert()
    {
        ReferenceTable printed = Reference.Csv("tai/hb_table20_AHP_matrix.csv"), calc = Reference.Csv("tai/calc_ahp_table20.csv");
        JudgementMatrix judgements = JudgementMatrix.FromRows([.. printed.Rows.Select(r => r.Skip(1).Select(Fraction).ToArray())]);
        AhpResult result = Ahp.Of(judgements);
        Near.Relative(calc.Numbers("eigenvector"), result.Weights, 1e-12);
        Near.Relative(calc.Numbers("geomean"), Ahp.Of(judgements, new() { Priority = PriorityMethod.GeometricMean }).Weights, 1e-12);
        Near.Relative(calc.Numbers("lambda_max")[0], result.LambdaMax, 1e-12);
        Near.Relative(calc.Numbers("CI")[0], result.ConsistencyIndex, 1e-12);
        Near.Relative(calc.Numbers("CR_RI1.41")[0], result.ConsistencyRatio, 1e-12);
    }

    [Fact]
    public void The_judgement_that_contradicts_the_others_is_found_first()
    {
        double[] weights = [0.4, 0.3, 0.2, 0.1];
        double[][] rows = JudgementMatrix.FromWeights(weights).ToRows();
        (rows[1][3], rows[3][1]) = (1.0 / 3, 3); // turned around: 3 became 1/3
        AhpResult result = Ahp.Of(JudgementMatrix.FromRows(rows));
        Assert.Equal((1, 3), (result.Inconsistencies[0].Row, result.Inconsistencies[0].Column));
        Near.Relative(3, result.Inconsistencies[0].Indirect, 1e-13); // the others are consistent and say 0.3 : 0.1
        Near.Relative(1, result.Inconsistencies.Sum(i => i.Share), 1e-12);
    }

    [Fact]
    public void Shares_of_inconsistency_sum_to_the_consistency_index_of_the_eigenvector()
    {
        // Saaty (2003): CI = sum over pairs of (e + 1/e - 2) / (n (n - 1)); the cycle has e = 2, 1/2, 2 about equal weights
        AhpResult result = Ahp.Of(Cyclic);
        Near.Relative([1.0 / 3, 1.0 / 3, 1.0 / 3], result.Weights, 1e-14);
        Near.Relative(3 * (2 + 0.5 - 2) / 6, result.ConsistencyIndex, 1e-13);
        Assert.All(result.Inconsistencies, i => Near.Relative(1.0 / 3, i.Share, 1e-12));
    }

    [Fact]
    public void Two_things_are_always_consistent()
    {
        AhpResult result = Ahp.Of(JudgementMatrix.FromUpperTriangle(2, 9));
        Near.Relative([0.9, 0.1], result.Weights, 1e-14);
        Assert.Equal(0, result.ConsistencyRatio);
    }

    [Fact]
    public void Inconsistent_judgements_are_refused_as_weights_unless_accepted()
    {
        Matrix scores = Matrix.FromRows([1, 2, 3]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Weighting.Ahp(Cyclic).Weigh(scores));
        Assert.Contains("CR 0.431 exceeds 0.1 (Saaty 1980)", refused.Message, StringComparison.Ordinal); // 0.25 / 0.58
        WeightSet accepted = (Weighting.Ahp(Cyclic) with { AcceptInconsistent = true }).Weigh(scores);
        Near.Relative(0.25 / 0.58, accepted.Evidence["consistencyRatio"][0], 1e-12);
        WeightSet lenient = (Weighting.Ahp(Cyclic) with { Rules = new() { ConsistencyLimit = 0.5 } }).Weigh(scores);
        Assert.Equal(accepted.Values, lenient.Values);
    }

    [Fact]
    public void Judgements_with_codes_find_their_siblings_in_any_order()
    {
        JudgementMatrix judgements = JudgementMatrix.FromWeights(0.6, 0.3, 0.1).For("a", "b", "c");
        var siblings = new Siblings(Matrix.FromRows([1, 2, 3])) { Codes = ["c", "a", "b"] };
        Near.Relative([0.1, 0.6, 0.3], Weighting.Ahp(judgements).Weigh(siblings).Values, 1e-13);
        Assert.Throws<ArgumentException>(() => Weighting.Ahp(judgements).Weigh(siblings with { Codes = ["c", "a", "d"] }));
        Assert.Throws<ArgumentException>(() => Weighting.Ahp(judgements).Weigh(Matrix.FromRows([1, 2])));
    }

    [Fact]
    public void A_table_of_random_indices_that_ends_too_early_is_refused()
    {
        JudgementMatrix sixteen = JudgementMatrix.FromWeights([.. Enumerable.Range(1, 16).Select(i => (double)i)]);
        Assert.Throws<ArgumentException>(() => Ahp.Of(sixteen));
        Assert.Equal(0, Ahp.Of(sixteen, new() { RandomIndex = RandomIndex.HongZhiguo }).ConsistencyRatio);
    }

    [Fact]
    public void Result_reads_well() => Assert.Equal(
        "weights 0.3333 0.3333 0.3333\nlambda max 3.5, CI 0.25, CR 0.431 (Saaty 1980), inconsistent\nworst (1, 2): 2, implied 1, by the others 0.25, 33 % of the inconsistency",
        Ahp.Of(Cyclic).ToString());

    internal static double Fraction(string text) => text.Split('/') is [var a, var b] ? Reference.Number(a) / Reference.Number(b) : Reference.Number(text);

    internal static JudgementMatrix Pairs(JsonElement input)
    {
        string[] names = [.. input.GetProperty("names").EnumerateArray().Select(n => n.GetString()!)];
        double[][] rows = [.. names.Select((_, i) => names.Select((_, j) => i == j ? 1 : double.NaN).ToArray())];
        foreach (JsonProperty pair in input.GetProperty("pairs").EnumerateObject())
        {
            int[] at = [.. pair.Name.Split(',').Select(n => Array.IndexOf(names, n))];
            rows[at[0]][at[1]] = pair.Value.GetDouble();
            rows[at[1]][at[0]] = 1 / pair.Value.GetDouble();
        }
        return JudgementMatrix.FromRows(rows);
    }
}
