using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class BestWorstTests
{
    [ReferenceFact]
    public void Reproduces_the_three_criteria_of_the_founding_paper()
    {
        JsonElement checks = Example.Checks("bwm_rezaei2015");
        BestWorstResult result = BestWorst.Of(Judgements("bwm_rezaei2015"));
        Near.Absolute(4 - Math.Sqrt(14), result.Xi, 1e-14); // exact for this input
        Near.Check(checks, "xi_nonlinear", result.Xi);
        Near.Check(checks, "weights_nonlinear", [.. result.Centre]);
        Near.Check(checks, "interval_low", [.. result.Low]);
        Near.Check(checks, "interval_high", [.. result.High]);
        Near.Check(checks, "CR_nonlinear", result.Xi / 4.47); // the table prints two decimals of CI; here CI has all of them
        Near.Relative(result.Xi / ((17 - Math.Sqrt(17 * 17 - 4 * 56)) / 2), result.OutputRatio, 1e-14);
        Near.Check(checks, "CR_input_based_Liang2020", result.InputRatio);
        Near.Check(checks, "linear_weights", [.. result.LinearWeights]);
        Near.Check(checks, "linear_xi_L", result.LinearXi);
        Near.Check(checks, "CI_table_from_formula", [.. Enumerable.Range(1, 9).Select(a => BestWorst.ConsistencyIndex(a))]);
    }

    [ReferenceFact]
    public void Consistent_judgements_have_one_solution_in_both_models()
    {
        JsonElement checks = Example.Checks("bwm_consistent");
        BestWorstResult result = BestWorst.Of(Judgements("bwm_consistent"));
        Near.Check(checks, "weights", [.. result.LinearWeights]);
        Near.Check(checks, "weights", [.. result.Low]);
        Near.Check(checks, "weights", [.. result.High]);
        Near.Check(checks, "xi_L", result.LinearXi);
        Assert.Equal((0, 0, 0), (result.Xi, result.OutputRatio, result.InputRatio));
    }

    [ReferenceFact]
    public void Inconsistent_judgements_have_intervals()
    {
        JsonElement checks = Example.Checks("bwm_interval");
        BestWorstResult result = BestWorst.Of(Judgements("bwm_interval"));
        Near.Check(checks, "xi_nonlinear", result.Xi);
        Near.Check(checks, "interval_low", [.. result.Low]);
        Near.Check(checks, "interval_high", [.. result.High]);
        Near.Check(checks, "interval_centre", [.. result.Centre]);
        Near.Check(checks, "linear_weights", [.. result.LinearWeights]);
        Near.Check(checks, "linear_xi_L", result.LinearXi);
        Near.Check(checks, "CR_nonlinear_xi_over_4.47", result.Xi / 4.47);
        Near.Absolute(0.2238, result.OutputRatio, 5e-5);
        Near.Check(checks, "CR_input_based", result.InputRatio);
    }

    [Fact]
    public void Contradictory_judgements_are_refused_with_every_place()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new BestWorstJudgements(3, 2, [2, 3, 7, 1], [2, 3, 1, 2]));
        Assert.Contains("The best over the worst is 7 in one list and 2 in the other.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("thing 2 over the worst is 3, more than the best.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BestWorstJudgements(0, 1, [1, 0.5], [0.5, 1]));
        Assert.Throws<ArgumentException>(() => new BestWorstJudgements(0, 2, [1, 9, 4], [4, 2, 1]));
        Assert.Throws<ArgumentException>(() => new BestWorstJudgements(0, 1, [2, 3], [3, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BestWorstJudgements(0, 0, [1, 3], [3, 1]));
    }

    [Fact]
    public void Weights_carry_the_three_measures_and_the_intervals()
    {
        var judgements = new BestWorstJudgements(1, 4, [2, 1, 4, 3, 8], [4, 8, 4, 2, 1]);
        Matrix scores = Matrix.FromRows([1, 2, 3, 4, 5]);
        WeightSet linear = Weighting.BestWorst(judgements).Weigh(scores), centre = Weighting.BestWorst(judgements, BestWorstModel.NonlinearCentre).Weigh(scores);
        Near.Relative(1, linear.Values.Sum(), 1e-14);
        Near.Relative(1, centre.Values.Sum(), 1e-14);
        Near.Relative(16.0 / 65, linear.Values[0], 1e-13); // 0.246153… of the file
        Near.Relative(1.0 / 7, centre.Evidence["inputRatio"][0], 1e-14);
        Assert.Throws<ArgumentException>(() => (Weighting.BestWorst(judgements) with { InputRatioLimit = 0.1 }).Weigh(scores));
        Assert.Throws<ArgumentException>(() => Weighting.BestWorst(judgements).Weigh(Matrix.FromRows([1, 2])));
    }

    [Fact]
    public void Judgements_made_from_weights_give_them_back() => Gen.Double[1, 9].Array[2, 6].Sample(middle =>
    {
        // weights relative to the worst; best 9, worst 1
        double[] weights = [1, .. middle, 9];
        int n = weights.Length;
        var judgements = new BestWorstJudgements(n - 1, 0, [.. weights.Select(w => 9 / w)], weights);
        BestWorstResult result = BestWorst.Of(judgements);
        double sum = weights.Sum();
        Near.Relative([.. weights.Select(w => w / sum)], result.LinearWeights, 1e-9);
        Near.Absolute(0, result.LinearXi, 1e-9);
        Near.Relative([.. weights.Select(w => w / sum)], result.Centre, 1e-9);
    }, iter: 100);

    [Fact]
    public void Linear_solution_is_feasible_and_no_nearby_weights_are_better() => Gen.Int[1, 8].Array[3].Select(Gen.Int[1, 8].Array[3]).Sample((b, w) =>
    {
        var judgements = new BestWorstJudgements(0, 4, [1, .. b.Select(x => (double)x), 8], [8, .. w.Select(x => (double)x), 1]);
        BestWorstResult result = BestWorst.Of(judgements);
        double[] best = [.. result.LinearWeights];
        Near.Absolute(result.LinearXi, Largest(judgements, best), 1e-10);
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 5; j++)
            {
                if (i == j) continue;
                double[] moved = [.. best];
                double step = Math.Min(1e-3, moved[i]);
                moved[i] -= step;
                moved[j] += step;
                Assert.True(Largest(judgements, moved) >= result.LinearXi - 1e-10);
            }
    }, iter: 100);

    private static double Largest(BestWorstJudgements j, double[] w) =>
        Enumerable.Range(0, w.Length).Max(k => Math.Max(Math.Abs(w[j.Best] - j.BestToOthers[k] * w[k]), Math.Abs(w[k] - j.OthersToWorst[k] * w[j.Worst])));

    internal static BestWorstJudgements Judgements(string folder)
    {
        JsonElement input = Example.Input(folder);
        return new BestWorstJudgements(input.GetProperty("best_index").GetInt32(), input.GetProperty("worst_index").GetInt32(), Example.Numbers(input.GetProperty("best_to_others")), Example.Numbers(input.GetProperty("others_to_worst")));
    }
}
