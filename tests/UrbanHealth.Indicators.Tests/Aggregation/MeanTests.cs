using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The means one by one, by hand.</summary>
public class MeanTests
{
    private static readonly double[] Half = [0.5, 0.5];

    [Fact]
    public void The_weighted_geometric_mean_is_the_product_of_powers() =>
        Near.Relative(Math.Pow(2, 0.25) * Math.Pow(8, 0.75), Indicators.Aggregation.Geometric().Aggregate([2, 8], [0.25, 0.75]), 1e-14);

    [Fact]
    public void The_weighted_harmonic_mean_is_the_reciprocal_of_the_mean_reciprocal() =>
        Near.Relative(1 / (0.25 / 2 + 0.75 / 8), Indicators.Aggregation.Harmonic().Aggregate([2, 8], [0.25, 0.75]), 1e-14);

    [Fact]
    public void The_power_mean_has_the_named_means_as_special_cases()
    {
        double[] x = [3, 11, 40], w = [0.2, 0.5, 0.3];
        Near.Relative(Indicators.Aggregation.Arithmetic().Aggregate(x, w), Indicators.Aggregation.PowerMean(1).Aggregate(x, w), 1e-14);
        Near.Relative(Indicators.Aggregation.Geometric().Aggregate(x, w), Indicators.Aggregation.PowerMean(0).Aggregate(x, w), 1e-14);
        Near.Relative(Indicators.Aggregation.Harmonic().Aggregate(x, w), Indicators.Aggregation.PowerMean(-1).Aggregate(x, w), 1e-14);
        Near.Relative(3 * Math.Sqrt(2.5), Indicators.Aggregation.PowerMean(2).Aggregate([3, 6], Half), 1e-14);
    }

    [Fact]
    public void A_power_mean_with_an_exponent_near_zero_keeps_its_digits()
    {
        // ln M = mean of ln x + p/2 · variance of ln x + O(p²)
        double[] x = [1, Math.E * Math.E], w = Half;
        Near.Relative(Math.Exp(1 + 0.5e-9), Indicators.Aggregation.PowerMean(1e-9).Aggregate(x, w), 1e-14);
        Near.Relative(Math.Exp(1 - 0.5e-9), Indicators.Aggregation.PowerMean(-1e-9).Aggregate(x, w), 1e-14);
    }

    [Fact]
    public void A_large_exponent_does_not_overflow() =>
        Near.Relative(100 * Math.Pow(0.5, 1.0 / 500), Indicators.Aggregation.PowerMean(500).Aggregate([100, 50], Half), 1e-14);

    [Fact]
    public void A_zero_makes_the_mean_zero_unless_told_otherwise()
    {
        double[] x = [0, 4];
        Assert.Equal(0, Indicators.Aggregation.Geometric().Aggregate(x, Half));
        Assert.Equal(0, Indicators.Aggregation.Harmonic().Aggregate(x, Half));
        Assert.Equal(0, Indicators.Aggregation.PowerMean(-2).Aggregate(x, Half));
        Near.Relative(Math.Sqrt(8), Indicators.Aggregation.PowerMean(2).Aggregate(x, Half), 1e-14);
        Assert.Throws<ArgumentException>(() => new GeometricAggregation { Zeros = NonPositiveRule.Throw }.Aggregate(x, Half));
        Assert.True(double.IsNaN(new GeometricAggregation { Zeros = NonPositiveRule.Undefined }.Aggregate(x, Half)));
        Near.Relative(0.2, new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Floor = 0.01 }.Aggregate(x, Half), 1e-14);
    }

    [Fact]
    public void The_contributions_to_a_mean_of_zero_are_zero()
    {
        var contributions = new double[2];
        Indicators.Aggregation.Harmonic().Contribute([0, 4], Half, contributions);
        Assert.Equal([0, 0], contributions);
    }

    [Fact]
    public void Raising_to_the_floor_raises_all_below_it_so_that_order_is_kept()
    {
        var mean = new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Negatives = NonPositiveRule.RaiseToFloor, Floor = 1 };
        Near.Relative(2, mean.Aggregate([0.5, 4], Half), 1e-14);
        Near.Relative(2, mean.Aggregate([0, 4], Half), 1e-14);
        Near.Relative(2, mean.Aggregate([-3, 4], Half), 1e-14);
    }

    [Fact]
    public void A_raised_negative_score_does_not_end_up_above_a_zero()
    {
        var mean = new GeometricAggregation { Negatives = NonPositiveRule.RaiseToFloor, Floor = 1 };
        Near.Relative(2, mean.Aggregate([0, 4], Half), 1e-14);
    }

    [Fact]
    public void A_negative_score_is_an_error_unless_told_otherwise()
    {
        foreach (RowAggregation mean in new[] { Indicators.Aggregation.Geometric(), Indicators.Aggregation.Harmonic(), Indicators.Aggregation.PowerMean(2) })
            Assert.Throws<ArgumentException>(() => mean.Aggregate([-1, 4], Half));
        Assert.True(double.IsNaN(new HarmonicAggregation { Negatives = NonPositiveRule.Undefined }.Aggregate([-1, 4], Half)));
        Assert.Throws<ArgumentException>(() => new GeometricAggregation { Negatives = NonPositiveRule.Limit });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricAggregation { Floor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerMeanAggregation { Exponent = double.PositiveInfinity });
    }

    [Fact]
    public void A_score_without_weight_may_be_anything()
    {
        double[] x = [-5, 0, 3], w = [0, 0, 1];
        Near.Relative(3, Indicators.Aggregation.Geometric().Aggregate(x, w), 1e-14);
        Near.Relative(3, Indicators.Aggregation.Harmonic().Aggregate(x, w), 1e-14);
        Near.Relative(3, Indicators.Aggregation.PowerMean(3).Aggregate(x, w), 1e-14);
        Assert.Equal(3, Indicators.Aggregation.Minimum().Aggregate(x, w));
        Assert.Equal(3, Indicators.Aggregation.Median().Aggregate(x, w));
    }

    [Fact]
    public void The_median_is_where_half_of_the_weight_is_reached()
    {
        Assert.Equal(30, Indicators.Aggregation.Median().Aggregate([10, 30, 90], [1.0 / 3, 1.0 / 3, 1.0 / 3]));
        Assert.Equal(20, Indicators.Aggregation.Median().Aggregate([30, 10, 90, 10], [0.25, 0.25, 0.25, 0.25]));
        Assert.Equal(90, Indicators.Aggregation.Median().Aggregate([10, 30, 90], [0.2, 0.2, 0.6]));
        Assert.Equal(35, Indicators.Aggregation.Median().Aggregate([10, 20, 30, 40], [0.1, 0.2, 0.2, 0.5]));
        // 0.1 + 0.7 is half of 1.6 but for rounding, below it
        Near.Relative(1.6 * 25, Indicators.Aggregation.Median().Aggregate([10, 20, 30], [0.1, 0.7, 0.8]), 1e-14);
    }

    [Fact]
    public void The_median_s_contribution_belongs_to_the_scores_that_make_it()
    {
        var contributions = new double[4];
        Indicators.Aggregation.Median().Contribute([40, 10, 30, 20], [0.25, 0.25, 0.25, 0.25], contributions);
        Assert.Equal([0, 0, 15, 10], contributions);
        Indicators.Aggregation.Median().Contribute([30, 10, 30, 90], [0.2, 0.2, 0.4, 0.2], contributions);
        Near.Relative([10, 0, 20, 0], contributions, 1e-14);
    }

    [Fact]
    public void The_lowest_scores_share_the_minimum_by_weight()
    {
        var contributions = new double[3];
        Indicators.Aggregation.Minimum().Contribute([30, 10, 10], [0.5, 0.3, 0.2], contributions);
        Near.Relative([0, 6, 4], contributions, 1e-14);
    }
}
