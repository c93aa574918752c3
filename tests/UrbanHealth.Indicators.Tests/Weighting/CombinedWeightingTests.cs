using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class CombinedWeightingTests
{
    [ReferenceFact]
    public void Two_vectors_combine_in_each_way()
    {
        JsonElement input = Example.Input("combine_weights"), checks = Example.Checks("combine_weights");
        double[][] parts = [Example.Numbers(input.GetProperty("w_subjective")), Example.Numbers(input.GetProperty("w_objective"))];
        double alpha = input.GetProperty("alpha").GetDouble();
        Near.Check(checks, "linear_alpha_0.6", [.. Weighting.CombineLinear([alpha, 1 - alpha]).Combine(parts).Values]);
        Near.Check(checks, "multiplicative_normalised", [.. Weighting.CombineMultiplicative().Combine(parts).Values]);
        Near.Check(checks, "min_relative_entropy_geometric", [.. Weighting.CombineMinimumRelativeEntropy().Combine(parts).Values]);
        WeightSet absolute = Weighting.CombineGameTheory().Combine(parts), signed = Signed().Combine(parts);
        Near.Check(checks, "game_linear_raw_coefficients", [.. signed.Evidence["rawCoefficients"]]);
        Near.Check(checks, "game_linear_normalised_coefficients", [.. signed.Evidence["coefficients"]]);
        Near.Check(checks, "game_linear_weights", [.. signed.Values]);
        Near.Check(checks, "game_linear_abs_normalised_coefficients", [.. absolute.Evidence["coefficients"]]);
        Near.Check(checks, "joint_least_squares_coefficients_raw", [.. Weighting.CombineJointLeastSquares().Combine(parts).Evidence["coefficients"]]);
    }

    [ReferenceFact]
    public void Seven_indicators_with_a_negative_coefficient()
    {
        JsonElement checks = Example.Checks("combine_weights_seven");
        double[][] parts = Example.Rows(Example.Input("combine_weights_seven").GetProperty("W"));
        WeightSet game = Signed().Combine(parts);
        Near.Check(checks, "raw_coefficients", [.. game.Evidence["rawCoefficients"]]);
        Near.Check(checks, "normalised", [.. game.Evidence["coefficients"]]);
        Near.Check(checks, "weights", [.. game.Values]);
        Near.Check(checks, "multiplicative", [.. Weighting.CombineMultiplicative().Combine(parts).Values]);
        Near.Check(checks, "min_relative_entropy", [.. Weighting.CombineMinimumRelativeEntropy().Combine(parts).Values]);
    }

    [ReferenceFact]
    public void Three_vectors_part_by_the_normalisation_of_their_coefficients()
    {
        JsonElement checks = Example.Checks("combine_weights_three");
        double[][] parts = Example.Rows(Example.Input("combine_weights_three").GetProperty("W"));
        WeightSet signed = Signed().Combine(parts), absolute = Weighting.CombineGameTheory().Combine(parts);
        Near.Check(checks, "raw_coefficients", [.. signed.Evidence["rawCoefficients"]]);
        Near.Check(checks, "normalised_signed", [.. signed.Evidence["coefficients"]]);
        Near.Check(checks, "weights_signed", [.. signed.Values]);
        Near.Check(checks, "normalised_absolute", [.. absolute.Evidence["coefficients"]]);
        Near.Check(checks, "weights_absolute", [.. absolute.Values]);
        Near.Check(checks, "min_relative_entropy_three", [.. Weighting.CombineMinimumRelativeEntropy().Combine(parts).Values]);
    }

    [ReferenceFact]
    public void Maximum_deviation_spreads_the_composites()
    {
        JsonElement input = Example.Input("combine_weights_deviation"), checks = Example.Checks("combine_weights_deviation");
        WeightSet weights = Weighting.CombineMaximumDeviation().Combine(Example.Rows(input.GetProperty("W")), Matrix.FromRows(Example.Rows(input.GetProperty("Z"))));
        Near.Check(checks, "coefficients_normalised_sum1", [.. weights.Evidence["coefficients"]]);
        Near.Check(checks, "weights", [.. weights.Values]);
    }

    [ReferenceFact]
    public void Handbook_judgements_with_entropy_of_the_technology_achievement_index()
    {
        AhpWeighting ahp = Weighting.Ahp(JudgementMatrix.FromRows([.. Reference.Csv("tai/hb_table20_AHP_matrix.csv").Rows.Select(r => r.Skip(1).Select(AhpTests.Fraction).ToArray())]));
        EntropyWeighting entropy = Weighting.Entropy(EntropyZeros.Compress, 0.002);
        Matrix raw = Tai.Raw();
        Near.Relative(Tai.Weights("AHP"), ahp.Weigh(raw).Values, 1e-12);
        Near.Relative(Tai.Weights("comb_linear0.5"), Weighting.Combine(ahp, entropy).Weigh(raw).Values, 1e-12);
        Near.Relative(Tai.Weights("comb_multiplicative"), Weighting.CombineMultiplicative(ahp, entropy).Weigh(raw).Values, 1e-12);
        Near.Relative(Tai.Weights("comb_game_geomean"), Weighting.CombineMinimumRelativeEntropy(ahp, entropy).Weigh(raw).Values, 1e-12);
        Near.Relative(Tai.Weights("comb_game_linear"), Weighting.CombineGameTheory(ahp, entropy).Weigh(raw).Values, 1e-12);
    }

    [Fact]
    public void Evidence_has_the_parts_and_what_they_rest_on()
    {
        WeightSet weights = Weighting.Combine(Weighting.DirectRating(1, 3), Weighting.Entropy()).Weigh(Matrix.FromColumns([1, 2, 3], [1, 4, 9]));
        Assert.Equal([0.25, 0.75], weights.Evidence["1.directRating"]);
        Assert.True(weights.Evidence.ContainsKey("2.entropy.redundancy"));
        Assert.Equal([0.5, 0.5], weights.Evidence["coefficients"]);
    }

    [Fact]
    public void Parts_that_are_the_same_are_their_own_combination()
    {
        double[] w = [0.5, 0.3, 0.2];
        Near.Relative(w, Weighting.CombineGameTheory().Combine([w, w]).Values, 1e-15);
        Near.Relative(w, Weighting.Combine().Combine([w, w]).Values, 1e-15);
        Near.Relative(w, Weighting.CombineMinimumRelativeEntropy().Combine([w, w]).Values, 1e-15);
        Near.Relative(w, Weighting.CombineJointLeastSquares().Combine([w, w]).Values, 1e-15);
    }

    [Fact]
    public void Parts_that_depend_on_each_other_have_no_single_game() =>
        Assert.Throws<ArgumentException>(() => Weighting.CombineGameTheory().Combine([[0.5, 0.3, 0.2], [0.1, 0.3, 0.6], [0.3, 0.3, 0.4]]));

    [Fact]
    public void Parts_that_exclude_each_other_leave_the_product_undefined()
    {
        Assert.Throws<ArgumentException>(() => Weighting.CombineMultiplicative().Combine([[1, 0], [0, 1]]));
        Assert.Throws<ArgumentException>(() => Weighting.CombineMinimumRelativeEntropy().Combine([[1, 0], [0, 1]]));
        Near.Relative([1, 0], Weighting.CombineMinimumRelativeEntropy().Combine([[0.5, 0.5], [1, 0]]).Values, 1e-15);
    }

    [Fact]
    public void Input_that_cannot_be_combined_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Weighting.Combine().Combine([[1, 0]]));
        Assert.Throws<ArgumentException>(() => Weighting.Combine().Combine([[1, 0], [1]]));
        Assert.Throws<ArgumentException>(() => Weighting.Combine().Combine([[1, 0], [2, -1]]));
        Assert.Throws<ArgumentException>(() => Weighting.CombineLinear([0.5]).Combine([[1, 0], [0, 1]]));
        Assert.Throws<ArgumentException>(() => Weighting.CombineLinear([0.5, -0.1]).Combine([[1, 0], [0, 1]]));
        Assert.Throws<ArgumentException>(() => Weighting.CombineMaximumDeviation().Combine([[1, 0], [0, 1]]));
        Assert.Throws<ArgumentException>(() => Weighting.CombineMaximumDeviation().Combine([[1, 0], [0, 1]], Matrix.FromColumns([1, 1], [2, 2])));
    }

    [Fact]
    public void Combinations_lie_on_the_simplex_whatever_the_parts() => Gen.Double[0.01, 1].Array[4].Array[2, 3].Sample(points =>
    {
        double[][] parts = [.. points.Select(p => p.Select(x => x / p.Sum()).ToArray())];
        // parts that are nearly one leave the game and the least squares without a single answer
        for (int i = 0; i < parts.Length; i++)
            for (int j = 0; j < i; j++)
                if (parts[i].Zip(parts[j], (a, b) => Math.Abs(a - b)).Max() < 1e-3) return;
        foreach (CombinedWeighting rule in (CombinedWeighting[])[Weighting.Combine(), Weighting.CombineMultiplicative(), Weighting.CombineMinimumRelativeEntropy(), Weighting.CombineGameTheory(), Weighting.CombineJointLeastSquares()])
        {
            WeightSet weights = rule.Combine(parts);
            Near.Relative(1, weights.Values.Sum(), 1e-12);
            Assert.All(weights.Values, w => Assert.True(w >= 0));
        }
    }, iter: 100);

    private static GameTheoryCombination Signed() => Weighting.CombineGameTheory() with { Normalisation = CoefficientNormalisation.Signed };
}
