using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>OWA and the penalty for imbalance, by hand.</summary>
public class OrderedAggregationTests
{
    private static readonly double[] Quarter = [0.25, 0.25, 0.25, 0.25];

    [Fact]
    public void The_plain_quantifier_makes_owa_the_arithmetic_mean() =>
        Near.Relative(0.2 * 30 + 0.5 * 90 + 0.3 * 60, new OwaAggregation().Aggregate([30, 90, 60], [0.2, 0.5, 0.3]), 1e-14);

    [Fact]
    public void Owa_of_r_squared_weighs_the_worst_most()
    {
        // Q = r²: weights 1/16, 3/16, 5/16, 7/16 from best to worst
        Near.Relative((80 * 1 + 60 * 3 + 40 * 5 + 20 * 7) / 16.0, Indicators.Aggregation.Owa(Quantifier.Power(2)).Aggregate([40, 80, 20, 60], Quarter), 1e-14);
    }

    [Fact]
    public void Most_leaves_the_very_best_and_the_very_worst_out()
    {
        // Q(.25)=0, Q(.5)=.4, Q(.75)=.9, Q(1)=1
        Near.Relative(0.4 * 60 + 0.5 * 40 + 0.1 * 20, Indicators.Aggregation.Owa(Quantifier.Most).Aggregate([40, 80, 20, 60], Quarter), 1e-14);
        Near.Relative(70, Indicators.Aggregation.Owa(Quantifier.AtLeastHalf).Aggregate([40, 80, 20, 60], Quarter), 1e-14);
        Near.Relative(30, Indicators.Aggregation.Owa(Quantifier.AsManyAsPossible).Aggregate([40, 80, 20, 60], Quarter), 1e-14);
    }

    [Fact]
    public void Importance_weights_stretch_the_steps_of_the_quantifier()
    {
        // Yager 1996: best score 80 of weight 0.6, then 40: v = Q(.6) = .36 and 1 − .36
        Near.Relative(0.36 * 80 + 0.64 * 40, Indicators.Aggregation.Owa(Quantifier.Power(2)).Aggregate([40, 80], [0.4, 0.6]), 1e-14);
    }

    [Fact]
    public void A_missing_score_leaves_the_steps_to_the_present_ones() =>
        Near.Relative(0.36 * 80 + 0.64 * 40, Indicators.Aggregation.Owa(Quantifier.Power(2)).Aggregate([40, 80, double.NaN], [0.2, 0.3, 0.5]), 1e-14);

    [Fact]
    public void Orness_tells_optimism()
    {
        Near.Relative(0.5, new Quantifier().Orness);
        Near.Relative(1.0 / 3, Quantifier.Power(2).Orness);
        Near.Relative(0.75, Quantifier.AtLeastHalf.Orness);
        Near.Relative(0.45, Quantifier.Most.Orness);
    }

    [Fact]
    public void A_quantifier_is_checked_when_used() =>
        Assert.Throws<InvalidOperationException>(() => Indicators.Aggregation.Owa(new Quantifier { Low = 0.8, High = 0.3 }).Aggregate([1, 2], [0.5, 0.5]));

    [Fact]
    public void Equal_scores_share_their_step_by_weight()
    {
        var contributions = new double[3];
        Indicators.Aggregation.Owa(Quantifier.Power(2)).Contribute([50, 50, 10], [0.2, 0.4, 0.4], contributions);
        Near.Relative([0.36 * 50 / 3, 0.36 * 50 * 2 / 3, 6.4], contributions, 1e-13);
    }

    [Fact]
    public void Imbalance_is_penalised_by_variance_over_mean()
    {
        // 60 and 100: mean 80, variance 400 of the population, 800 of the sample
        double[] half = [0.5, 0.5];
        Near.Relative(80 - 5, Indicators.Aggregation.ImbalancePenalty().Aggregate([60, 100], half), 1e-14);
        Near.Relative(80 - 2.5, Indicators.Aggregation.ImbalancePenalty(0.5).Aggregate([60, 100], half), 1e-14);
        Near.Relative(80 + 5, new ImbalancePenaltyAggregation { Sign = ImbalanceSign.Reward }.Aggregate([60, 100], half), 1e-14);
        Near.Relative(80 - 10, new ImbalancePenaltyAggregation { Denominator = VarianceDenominator.Sample }.Aggregate([60, 100], half), 1e-14);
        // weighted: mean 70, variance .75·100 + .25·900 = 300
        Near.Relative(70 - 300.0 / 70, Indicators.Aggregation.ImbalancePenalty().Aggregate([60, 100], [0.75, 0.25]), 1e-14);
    }

    [Fact]
    public void The_sample_deviation_of_one_score_and_a_mean_of_zero_are_undefined()
    {
        Assert.True(double.IsNaN(new ImbalancePenaltyAggregation { Denominator = VarianceDenominator.Sample }.Aggregate([60, double.NaN], [0.5, 0.5])));
        Assert.Equal(60, Indicators.Aggregation.ImbalancePenalty().Aggregate([60, double.NaN], [0.5, 0.5]));
        Assert.True(double.IsNaN(Indicators.Aggregation.ImbalancePenalty().Aggregate([-5, 5], [0.5, 0.5])));
    }

    [Fact]
    public void A_quantifier_rises_from_0_at_low_to_1_at_high()
    {
        Assert.Equal([0, 0, 1, 1], new[] { 0, 0.3, 0.8, 1 }.Select(Quantifier.Most.Of));
        Near.Relative(0.5, Quantifier.Most.Of(0.55), 1e-14);
        Near.Relative([0, 0.5, 1, 1], [.. new[] { 0, 0.25, 0.5, 1 }.Select(Quantifier.AtLeastHalf.Of)], 1e-14);
        Near.Relative([0, 0, 0.5, 1], [.. new[] { 0, 0.5, 0.75, 1 }.Select(Quantifier.AsManyAsPossible.Of)], 1e-14);
        Near.Relative(0.16, Quantifier.Power(2).Of(0.4), 1e-14);
        Near.Relative(0.25, new Quantifier { Low = 0.2, High = 0.6, Exponent = 2 }.Of(0.4), 1e-14);
        Assert.Equal("Q(r) = ((r − 0.3)/0.5)^1", Quantifier.Most.ToString());
        Near.Relative(0.4 + 0.4 / 3, new Quantifier { Low = 0.2, High = 0.6, Exponent = 2 }.Orness, 1e-14);
    }

    [Fact]
    public void A_score_without_weight_takes_no_step_of_the_quantifier()
    {
        var contributions = new double[3];
        RowAggregation owa = Aggregation.Owa(Quantifier.Power(2));
        Near.Relative(0.25 * 70 + 0.75 * 30, owa.Aggregate([90, 70, 30], [0, 0.5, 0.5]), 1e-14);
        owa.Contribute([90, 70, 30], [0, 0.5, 0.5], contributions);
        Near.Relative([0, 17.5, 22.5], contributions, 1e-14);
        owa.Contribute([70, 70, 30], [0, 0.5, 0.5], contributions);
        Near.Relative([0, 17.5, 22.5], contributions, 1e-14);
        owa.Contribute([70, 30, 10], [0.5, 0.5, 0], contributions);
        Near.Relative([17.5, 22.5, 0], contributions, 1e-14);
    }

    [Fact]
    public void Contributions_to_a_penalised_mean_are_scores_times_slopes()
    {
        // mean 80, variance 400: x·½(1 − 2(x − 80)/80 + 400/6400)
        double[] half = [0.5, 0.5], contributions = new double[2];
        Aggregation.ImbalancePenalty().Contribute([60, 100], half, contributions);
        Near.Relative([46.875, 28.125], contributions, 1e-14);
        new ImbalancePenaltyAggregation { Sign = ImbalanceSign.Reward }.Contribute([60, 100], half, contributions);
        Near.Relative([13.125, 71.875], contributions, 1e-14);
        // of the sample both terms double: x·½(1 − 4(x − 80)/80 + 800/6400)
        new ImbalancePenaltyAggregation { Denominator = VarianceDenominator.Sample }.Contribute([60, 100], half, contributions);
        Near.Relative([63.75, 6.25], contributions, 1e-14);
    }

    [Fact]
    public void The_sample_is_of_the_scores_with_weight()
    {
        var sample = new ImbalancePenaltyAggregation { Denominator = VarianceDenominator.Sample };
        Near.Relative(70, sample.Aggregate([60, 100, 7], [0.5, 0.5, 0]), 1e-14);
        // 60, 80, 100: variance (400 + 0 + 400)/2
        Near.Relative(80 - 5, sample.Aggregate([60, 80, 100], [1.0 / 3, 1.0 / 3, 1.0 / 3]), 1e-14);
        Assert.True(double.IsNaN(sample.Aggregate([60, 100], [1, 0])));
    }
}
