using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class CriticWeightingTests
{
    [ReferenceFact]
    public void Reproduces_the_technology_achievement_weights() =>
        Near.Relative(Tai.Weights("critic_std_sampleSD"), Weighting.Critic().Weigh(Tai.Raw()).Values, 1e-12);

    [ReferenceFact]
    public void Differs_from_the_variant_with_a_root_and_from_the_deviation_alone()
    {
        JsonElement checks = Example.Checks("sd_weights");
        Matrix scores = Matrix.FromRows(Example.Rows(Example.Input("sd_weights").GetProperty("X")));
        Near.Check(checks, "CRITIC_weights(sigma*sum(1-r))", [.. Weighting.Critic().Weigh(scores).Values]);
        Near.Check(checks, "SD_correlation_weights(sigma*sqrt(sum(1-r)))", [.. Weighting.StandardDeviationCorrelation().Weigh(scores).Values]);
        Near.Check(checks, "weights", [.. Weighting.StandardDeviation().Weigh(scores).Values]);
        Near.Check(checks, "weights_population_sd_same", [.. (Weighting.StandardDeviation() with { Denominator = VarianceDenominator.Population }).Weigh(scores).Values]);
    }

    [ReferenceFact]
    public void Deviation_and_variation_of_the_technology_achievement_index()
    {
        Near.Relative(Tai.Weights("stddev_minmax"), Weighting.StandardDeviation().Weigh(Tai.Raw()).Values, 1e-12);
        Near.Relative(Tai.Weights("cv_raw"), Weighting.CoefficientOfVariation().Weigh(Tai.Raw()).Values, 1e-12);
    }

    [Fact]
    public void Conflict_is_signed_unless_named_absolute()
    {
        // r12 = -1, r13 = r23 = 0 on these four rows; equal deviations, so weights go by conflict: 3, 3, 2 against 1, 1, 2
        Matrix scores = Matrix.FromColumns([0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]);
        Near.Relative([0.375, 0.375, 0.25], Weighting.Critic().Weigh(scores).Values, 1e-14);
        Near.Relative([0.25, 0.25, 0.5], (Weighting.Critic() with { Conflict = ConflictMeasure.Absolute }).Weigh(scores).Values, 1e-14);
    }

    [Fact]
    public void Columns_that_conflict_in_nothing_leave_it_undefined() =>
        Assert.Throws<ArgumentException>(() => Weighting.Critic().Weigh(Matrix.FromColumns([1, 2, 3.7], [2, 4, 7.4], [0.3, 0.6, 1.11])));

    [Fact]
    public void Scale_as_given_lets_the_unit_decide()
    {
        Matrix scores = Matrix.FromColumns([0, 0, 1, 1], [10, 10, 0, 0], [0, 1, 0, 1]);
        Near.Relative([3.0 / 35, 30.0 / 35, 2.0 / 35], (Weighting.Critic() with { Scale = ColumnScale.AsGiven }).Weigh(scores).Values, 1e-14);
    }

    [Fact]
    public void A_mean_that_is_not_positive_has_no_coefficient_of_variation() =>
        Assert.Contains("column 2", Assert.Throws<ArgumentException>(() => Weighting.CoefficientOfVariation().Weigh(Matrix.FromColumns([1, 2], [-1, 1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Pairs_use_the_rows_both_have_unless_rows_must_be_complete()
    {
        Matrix gaps = Matrix.FromColumns([0, 0, 1, 1, 0.5], [1, 1, 0, 0, 1], [0, 1, 0, 1, double.NaN]);
        Matrix four = Matrix.FromColumns([0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]);
        Assert.Equal(Weighting.Critic().Weigh(four).Values, (Weighting.Critic() with { Missing = MissingPairs.CompleteRows }).Weigh(gaps).Values);
        WeightSet pairwise = Weighting.Critic().Weigh(gaps);
        Near.Relative(2 + 1 / Math.Sqrt(1.2), pairwise.Evidence["conflict"][0], 1e-12); // r12 over five rows by hand: -1/√1.2; r13 over four: 0
        Near.Relative(2, pairwise.Evidence["conflict"][2], 1e-12);
    }

    [Fact]
    public void A_pair_that_shares_no_variation_is_refused() =>
        Assert.Throws<ArgumentException>(() => Weighting.Critic().Weigh(Matrix.FromColumns([1, 1, 2, double.NaN], [1, 2, double.NaN, 5])));
}
