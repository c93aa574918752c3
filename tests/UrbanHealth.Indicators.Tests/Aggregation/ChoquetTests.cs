using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The Choquet integral of a two-additive capacity, by hand.</summary>
public class ChoquetTests
{
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
    public void Full_interaction_of_two_makes_the_choquet_integral_the_minimum_or_the_maximum()
    {
        double[] half = [0.5, 0.5];
        Assert.Equal(10, Aggregation.Choquet(new Interaction(0, 1, 1)).Aggregate([20, 10], half));
        Assert.Equal(20, Aggregation.Choquet(new Interaction(0, 1, -1)).Aggregate([20, 10], half));
    }

    [Fact]
    public void A_choquet_contribution_loses_to_lower_partners_and_gains_from_higher_ones()
    {
        // xᵢ(φᵢ − ½ΣIᵢⱼ·sign(xᵢ − xⱼ)): 18(.325 + .05), 14(.325 − .15 − .1), 10(.35 + .1 + .1)
        var contributions = new double[3];
        RowAggregation choquet = Aggregation.Choquet(new Interaction(0, 1, -0.3), new Interaction(0, 2, 0.2), new Interaction(1, 2, 0.2));
        choquet.Contribute([18, 14, 10], [0.325, 0.325, 0.35], contributions);
        Near.Relative([6.75, 1.05, 5.5], contributions, 1e-14);
        choquet.Contribute([18, 14, 10], [0.65, 0.65, 0.7], contributions);
        Near.Relative([13.5, 2.1, 11], contributions, 1e-14);
        // equal scores do not act on each other: 10·0.5 each
        choquet.Contribute([10, 10, double.NaN], [0.4, 0.4, 0.2], contributions);
        Near.Relative([5, 5, 0], contributions, 1e-14);
    }

    [Fact]
    public void Interactions_are_of_columns_whatever_is_missing_before_them()
    {
        // 0.5·10 + 0.5·20 − ½·0.2·10
        RowAggregation choquet = Aggregation.Choquet(new Interaction(1, 2, 0.2), new Interaction(0, 1, 0.1));
        Near.Relative(14, choquet.Aggregate([double.NaN, 10, 20], [0.4, 0.3, 0.3]), 1e-14);
        var contributions = new double[3];
        choquet.Contribute([double.NaN, 10, 20], [0.4, 0.3, 0.3], contributions);
        Near.Relative([0, 6, 8], contributions, 1e-14);
    }

    [Fact]
    public void Interactions_add_up_against_the_weight_they_act_on()
    {
        // ½(0.3 + 0.3) = 0.3 is all of the first weight; a little more is too much
        Near.Relative(20 - 0.15 * 10 + 0.15 * 20, Aggregation.Choquet(new Interaction(0, 1, 0.3), new Interaction(2, 0, -0.3)).Aggregate([10, 20, 30], [0.3, 0.4, 0.3]), 1e-14);
        Assert.Throws<ArgumentException>(() => Aggregation.Choquet(new Interaction(0, 1, 0.3), new Interaction(2, 0, -0.31)).Aggregate([10, 20, 30], [0.3, 0.4, 0.3]));
    }

    [Fact]
    public void Choquet_integrals_are_equal_when_their_interactions_are()
    {
        RowAggregation one = Aggregation.Choquet(new Interaction(0, 1, 0.1), new Interaction(0, 2, 0.1)), same = Aggregation.Choquet(new Interaction(0, 1, 0.1), new Interaction(0, 2, 0.1));
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Aggregation.Choquet(new Interaction(0, 1, 0.1), new Interaction(0, 2, 0.2)));
        Assert.NotEqual(one, Aggregation.Choquet(new Interaction(0, 1, 0.1)));
        Assert.Equal(Aggregation.Choquet().GetHashCode(), new ChoquetAggregation().GetHashCode());
    }
}
