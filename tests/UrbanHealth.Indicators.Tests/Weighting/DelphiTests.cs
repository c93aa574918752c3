using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class DelphiTests
{
    [ReferenceFact]
    public void Statistics_of_a_round()
    {
        JsonElement checks = Example.Checks("delphi_anxiety");
        DelphiRound round = Delphi.Round(Anxiety(), 6);
        Near.Check(checks, "mean", [.. round.Items.Select(i => i.Mean)]);
        Near.Check(checks, "sd_sample", [.. round.Items.Select(i => i.StandardDeviation)]);
        Near.Check(checks, "CV_sample", [.. round.Items.Select(i => i.Variation)]);
        Near.Check(checks, "CV_population", [.. round.Items.Select(i => i.PopulationVariation)]);
        Near.Check(checks, "W_tie_corrected", round.Concordance.W);
        Near.Check(checks, "W_uncorrected", round.Concordance.Uncorrected);
        Near.Check(checks, "chi2_tie_corrected_df19", round.Concordance.ChiSquared);
        Near.Check(checks, "p", round.Concordance.PValue);
    }

    [Fact]
    public void Full_score_ratio_counts_the_experts_who_gave_it()
    {
        DelphiRound round = Delphi.Round(Matrix.FromRows([5, 4, 1], [5, 5, 2], [4, 3, double.NaN], [5, 2, 3]), 5);
        Assert.Equal([0.75, 0.25, 0], round.Items.Select(i => i.FullScoreRatio));
        Assert.Equal([4, 4, 3], round.Items.Select(i => i.Count));
        Assert.Equal(3, round.Concordance.Raters); // the third expert left one unrated
    }

    [Fact]
    public void A_rating_above_the_full_score_is_refused() => Assert.Throws<ArgumentException>(() => Delphi.Round(Matrix.FromRows([5, 6], [4, 3]), 5));

    [Fact]
    public void Experts_settle_when_rounds_agree_and_stop_moving()
    {
        Matrix scattered = Matrix.FromRows([5, 1, 3, 2, 4, 1, 2], [1, 5, 2, 4, 1, 3, 5], [3, 2, 5, 1, 2, 5, 4], [2, 4, 1, 5, 3, 2, 1]);
        Matrix agreed = Matrix.FromRows([5, 4.5, 4, 3.5, 3, 2.5, 2], [5, 4.6, 4, 3.4, 3, 2.5, 2], [4.9, 4.5, 4.1, 3.5, 3, 2.4, 2], [5, 4.5, 4, 3.5, 3.1, 2.5, 2.1]);
        Assert.False(Delphi.Of(5, scattered, scattered).HasConverged());
        Assert.False(Delphi.Of(5, scattered, agreed).HasConverged()); // it agrees and has moved
        Matrix unordered = Matrix.FromRows([4, 4.1, 3.9, 4, 4.1, 3.9, 4], [4.1, 3.9, 4, 4.1, 3.9, 4, 4.1], [3.9, 4, 4.1, 3.9, 4, 4.1, 3.9], [4, 4, 4.1, 4, 4, 3.9, 4]);
        Assert.False(Delphi.Of(5, unordered, agreed).HasConverged()); // as little variation, and the order is new
        Assert.True(Delphi.Of(5, unordered, agreed).HasConverged(tolerance: 1));
        Matrix severe = Matrix.FromRows([5, 4.5, 4, 3.5, 3, 2.5, 2], [2.5, 2.3, 2, 1.7, 1.5, 1.25, 1], [4.9, 4.5, 4.1, 3.5, 3, 2.4, 2], [2.5, 2.25, 2, 1.75, 1.55, 1.25, 1.05]);
        Assert.False(Delphi.Of(5, severe, agreed).HasConverged()); // the same order, and the levels have come together
        Assert.False(Delphi.Of(5, agreed).HasConverged());
        Assert.True(Delphi.Of(5, scattered, agreed, agreed).HasConverged());
        Assert.False(Delphi.Of(5, agreed, agreed).HasConverged(variationLimit: 0.001));
        Assert.False(Delphi.Of(5, agreed, agreed).HasConverged(significance: 1e-9));
        Assert.StartsWith("round 1: 7 indicators, mean CV ", Delphi.Of(5, agreed).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_rate_the_same_number_of_indicators()
    {
        Assert.Throws<ArgumentException>(() => Delphi.Of(5));
        Assert.Throws<ArgumentException>(() => Delphi.Of(5, Matrix.FromRows([1, 2], [3, 4]), Matrix.FromRows([1, 2, 3], [3, 4, 5])));
    }

    [Fact]
    public void Weights_are_the_mean_ratings_divided_by_their_sum()
    {
        WeightSet weights = Weighting.Delphi(Matrix.FromRows([5, 3, 1], [5, 1, 2], [5, 2, double.NaN]), 5).Weigh(Matrix.FromRows([1, 2, 3]));
        Near.Relative([5 / 8.5, 2 / 8.5, 1.5 / 8.5], weights.Values, 1e-14);
        Near.Relative([5, 2, 1.5], weights.Evidence["mean"], 1e-14);
    }

    internal static Matrix Anxiety() => Matrix.FromColumns(Example.Rows(Example.Input("delphi_anxiety").GetProperty("ratings_objects_by_experts")));
}
