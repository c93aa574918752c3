using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Benefit of the doubt and the Mazziotta-Pareto indices at their edges, by hand.</summary>
public class BenefitOfTheDoubtTests
{
    private static readonly double[] Half = [0.5, 0.5];

    private static FittedBenefitOfTheDoubt Frozen(double least, double largest, params double[][] yardsticks) => new() { Frontier = yardsticks, LeastShare = least, LargestShare = largest };

    /// <summary>Against (4, 1), (1, 1) takes all of the second weight, 1; with shares .4 and .6, t(4·.4 + .6) = 1.</summary>
    [Fact]
    public void A_bound_on_either_side_holds_the_shares()
    {
        Near.Relative(1, Frozen(0, 1, [4, 1]).Aggregate([1, 1], Half), 1e-14);
        Near.Relative(1 / 2.2, Frozen(0.4, 1, [4, 1]).Aggregate([1, 1], Half), 1e-14);
        Near.Relative(1 / 2.2, Frozen(0, 0.6, [4, 1]).Aggregate([1, 1], Half), 1e-14);
        Near.Relative([0.4 / 2.2, 0.6 / 2.2], Frozen(0, 0.6, [4, 1]).WeightsOf([1, 1])!, 1e-14);
    }

    /// <summary>Against (4, 2, 1), (1, 1, 1) leans to the last column: shares .2, .2, .6 with t(.8 + .4 + .6) = 1, or 0, .5, .5 with t(1 + .5) = 1.</summary>
    [Fact]
    public void A_bound_holds_each_of_three_shares()
    {
        double[] thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3];
        Near.Relative(1 / 1.8, Frozen(0.2, 1, [4, 2, 1]).Aggregate([1, 1, 1], thirds), 1e-14);
        Near.Relative(1 / 1.5, Frozen(0, 0.5, [4, 2, 1]).Aggregate([1, 1, 1], thirds), 1e-14);
    }

    /// <summary>Three columns of which two are present: 0.4 becomes 0.6, 4/15 becomes 0.4.</summary>
    [Fact]
    public void Bounds_are_stretched_over_the_present_scores()
    {
        double[] thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3];
        Near.Relative(1 / 2.2, Frozen(0, 0.4, [4, 1, 1]).Aggregate([1, 1, double.NaN], thirds), 1e-14);
        Near.Relative(1 / 2.2, Frozen(4.0 / 15, 1, [4, 1, 1]).Aggregate([1, 1, double.NaN], thirds), 1e-14);
        Near.Relative([0.4 / 2.2, 0.6 / 2.2, 0], Frozen(0, 0.4, [4, 1, 1]).WeightsOf([1, 1, double.NaN])!, 1e-14);
    }

    [Fact]
    public void Contributions_are_the_chosen_weights_times_the_scores()
    {
        var contributions = new double[3];
        Assert.True(Frozen(0, 0.4, [1, 4, 1]).Contribute([double.NaN, 1, 2], [0.2, 0.4, 0.4], contributions));
        Near.Relative([0, 0.4 / 2.2, 1.2 / 2.2], contributions, 1e-14);
        Frozen(0, 0.4, [1, 4, 1]).Contribute([double.NaN, 1, 2], [0.4, 0.8, 0.8], contributions);
        Near.Relative([0, 0.8 / 2.2, 2.4 / 2.2], contributions, 1e-14);
    }

    [Fact]
    public void Only_areas_that_no_other_equals_or_beats_are_yardsticks()
    {
        var frozen = (FittedBenefitOfTheDoubt)Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromRows([2, 2], [2, 2], [2, 1], [3, 0], [0, double.NaN]), Half)!;
        Assert.Equal([[2, 2], [3, 0]], frozen.Frontier);
        frozen = (FittedBenefitOfTheDoubt)Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromRows([0, double.NaN], [0, 5]), Half)!;
        Assert.Equal([[0, 5]], frozen.Frontier);
        frozen = (FittedBenefitOfTheDoubt)Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromRows([2.0], [2], [2]), [1])!;
        Assert.Equal([[2]], frozen.Frontier);
    }

    [Fact]
    public void A_column_without_weight_is_left_out_and_may_hold_anything()
    {
        Matrix scores = Matrix.FromRows([2, -7], [4, 9]);
        Near.Relative([0.5, 1], Tai.Composites(Aggregation.BenefitOfTheDoubt(0, 1), scores, [1, 0]), 1e-14);
        Assert.Equal([[4, 0]], ((FittedBenefitOfTheDoubt)Aggregation.BenefitOfTheDoubt().Fit(scores, [1, 0])!).Frontier);
        // shares are of the columns that count: all of one column
        Near.Relative([0.5, 1], Tai.Composites(Aggregation.BenefitOfTheDoubt(0.5, 1), scores, [1, 0]), 1e-14);
    }

    [Fact]
    public void Weights_that_nothing_bounds_give_no_composite()
    {
        FittedBenefitOfTheDoubt flat = Frozen(0, 1, [0, 1]);
        Assert.True(double.IsNaN(flat.Aggregate([1, 1], Half)));
        Assert.Null(flat.WeightsOf([1, 1]));
        Near.Relative(0.5, flat.Aggregate([0, 0.5], Half), 1e-14);
        Assert.Equal(1, flat.WeightsOf([0, 0.5])![1]);
        Assert.Equal([0, 0], flat.WeightsOf([double.NaN, double.NaN])!);
        // nor does a frontier of nobody
        RowAggregation nobody = Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromColumns([], []), Half)!;
        Assert.True(double.IsNaN(nobody.Aggregate([1, 1], Half)));
        Assert.Null(((FittedBenefitOfTheDoubt)nobody).WeightsOf([1, 1]));
    }

    [Fact]
    public void Frozen_forms_are_equal_when_their_yardsticks_and_bounds_are()
    {
        FittedBenefitOfTheDoubt one = Frozen(0, 1, [4, 1], [1, 4]);
        Assert.Equal(one, Frozen(0, 1, [4, 1], [1, 4]));
        Assert.Equal(one.GetHashCode(), Frozen(0, 1, [4, 1], [1, 4]).GetHashCode());
        Assert.NotEqual(one, Frozen(0, 1, [4, 1], [1, 5]));
        Assert.NotEqual(one, Frozen(0, 1, [4, 1]));
        Assert.NotEqual(one, Frozen(0, 0.9, [4, 1], [1, 4]));
        Assert.Equal(Frozen(0, 1).GetHashCode(), Frozen(0, 1).GetHashCode());
    }
}
