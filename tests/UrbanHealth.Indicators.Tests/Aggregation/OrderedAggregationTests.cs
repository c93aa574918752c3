using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>OWA, the Choquet integral and the penalty for imbalance, by hand.</summary>
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
    public void Grabisch_s_students_choquet_integral()
    {
        // Grabisch (1996): maths and physics (weight 0.45 each as single criteria) are redundant, each complements literature (0.3);
        // capacities {M}=.45 {P}=.45 {L}=.3 {M,P}=.5 {M,L}=.9 {P,L}=.9: the students score 13.9, 13.6 and 14.6.
        // Möbius: m(MP)=-.4, m(ML)=.15, m(PL)=.15, m(MPL)=-.1; two-additive part here: I = m, φ from it
        double[] shapley = [0.325, 0.325, 0.35];
        RowAggregation choquet = Indicators.Aggregation.Choquet(new Interaction(0, 1, -0.3), new Interaction(0, 2, 0.2), new Interaction(1, 2, 0.2));
        // by the definition, sorted: 10·1 + (14 − 10)·μ(MP) + (18 − 14)·μ(M) with
        // μ(M) = φ − ½ΣI = .325 + .15 − .1 = .375, μ(MP) = .65 − ½(.2 + .2) = .45
        Near.Relative(10 + 4 * 0.45 + 4 * 0.375, choquet.Aggregate([18, 14, 10], shapley), 1e-14);
    }

    [Fact]
    public void Interactions_stronger_than_the_weights_allow_are_an_error()
    {
        RowAggregation choquet = Indicators.Aggregation.Choquet(new Interaction(0, 1, 0.9));
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => choquet.Aggregate([1, 2], [0.3, 0.7])).ParamName);
        Near.Relative(0.5 * 10 + 0.5 * 20 - 0.45 * 10, choquet.Aggregate([10, 20], [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void A_pair_with_a_missing_score_does_not_interact() =>
        Near.Relative(20, Indicators.Aggregation.Choquet(new Interaction(0, 1, 0.5)).Aggregate([double.NaN, 20], [0.5, 0.5]), 1e-14);

    [Fact]
    public void Interactions_are_checked_when_given()
    {
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Choquet(new Interaction(1, 1, 0.5)));
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Choquet(new Interaction(0, 1, 1.5)));
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Choquet(new Interaction(0, 1, 0.1), new Interaction(1, 0, 0.1)));
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
}
