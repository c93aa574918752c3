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
    public void Only_zeros_have_the_mean_zero_whatever_the_exponent()
    {
        foreach (double p in new[] { 2, 0.05, 0, -1 }) Assert.Equal(0, Aggregation.PowerMean(p).Aggregate([0, 0], Half));
    }

    [Fact]
    public void A_zero_is_an_ordinary_score_of_a_positive_exponent_unless_told_otherwise()
    {
        // (½·0 + ½·4ᵖ)^(1/p) = 4·2^(−1/p)
        Near.Relative(4 * Math.Pow(2, -20), Aggregation.PowerMean(0.05).Aggregate([0, 4], Half), 1e-14);
        Near.Relative(Math.Sqrt(25.0 / 3), Aggregation.PowerMean(2).Aggregate([0, 3, 4], [1.0 / 3, 1.0 / 3, 1.0 / 3]), 1e-14);
        Near.Relative(4 * Math.Pow(2, -10), Aggregation.PowerMean(0.1).Aggregate([0, 4], Half), 1e-14);
        Assert.True(double.IsNaN(new PowerMeanAggregation { Exponent = 2, Zeros = NonPositiveRule.Undefined }.Aggregate([0, 4], Half)));
        Assert.Throws<ArgumentException>(() => new PowerMeanAggregation { Exponent = 2, Zeros = NonPositiveRule.Throw }.Aggregate([0, 4], Half));
        Near.Relative(5, new PowerMeanAggregation { Exponent = 2, Zeros = NonPositiveRule.RaiseToFloor, Floor = 1 }.Aggregate([0, 7], Half), 1e-14);
    }

    [Fact]
    public void What_a_zero_does_is_asked_of_zeros_alone()
    {
        var undefined = new GeometricAggregation { Zeros = NonPositiveRule.Undefined };
        Near.Relative(4, undefined.Aggregate([2, 8], Half), 1e-14);
        Assert.Throws<ArgumentException>(() => undefined.Aggregate([-1, 8], Half));
        Assert.Equal(0, new GeometricAggregation { Negatives = NonPositiveRule.Undefined }.Aggregate([0, 8], Half));
        Assert.True(double.IsNaN(new GeometricAggregation { Negatives = NonPositiveRule.Undefined }.Aggregate([0, -8, 1], [0.2, 0.3, 0.5])));
        Assert.Throws<ArgumentException>(() => new GeometricAggregation { Negatives = NonPositiveRule.RaiseToFloor, Zeros = NonPositiveRule.Throw }.Aggregate([0, 8], Half));
        Near.Relative(3, new GeometricAggregation { Zeros = NonPositiveRule.Throw }.Aggregate([0, 3], [0, 1]), 1e-14);
    }

    [Fact]
    public void A_small_exponent_of_either_sign_does_not_overflow()
    {
        Near.Relative(50 * Math.Pow(2, 1.0 / 1500), Aggregation.PowerMean(-1500).Aggregate([100, 50], Half), 1e-14);
        Near.Relative(100 * Math.Pow(2, -1.0 / 1500), Aggregation.PowerMean(1500).Aggregate([50, 100], Half), 1e-14);
        var contributions = new double[2];
        Aggregation.PowerMean(-1500).Contribute([100, 50], Half, contributions);
        Near.Relative([0, 50 * Math.Pow(2, 1.0 / 1500)], contributions, 1e-14);
    }

    /// <summary>10⁻¹⁰·(10⁸)² = 10⁶, of which the root is 1000.</summary>
    [Fact]
    public void A_large_score_of_little_weight_keeps_its_digits() =>
        Near.Relative(1000, Aggregation.PowerMean(2).Aggregate([0, 1e8], [1 - 1e-10, 1e-10]), 1e-14);

    [Fact]
    public void Contributions_are_shares_of_the_terms_of_the_mean()
    {
        var contributions = new double[2];
        // terms ¼/2 = ⅛ and ¾/8 = 3/32 of 7/32: the mean is 32/7
        Aggregation.Harmonic().Contribute([2, 8], [0.25, 0.75], contributions);
        Near.Relative([32.0 / 7 * 4 / 7, 32.0 / 7 * 3 / 7], contributions, 1e-14);
        // terms ½·9 and ½·36
        Aggregation.PowerMean(2).Contribute([3, 6], Half, contributions);
        Near.Relative([3 * Math.Sqrt(2.5) / 5, 3 * Math.Sqrt(2.5) * 4 / 5], contributions, 1e-14);
        Aggregation.Geometric().Contribute([2, 8], [0.25, 0.75], contributions);
        Near.Relative([Math.Sqrt(32) / 4, Math.Sqrt(32) * 3 / 4], contributions, 1e-14);
        // raised to 1: the mean is 2, half of it each
        new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Floor = 1 }.Contribute([0, 4], Half, contributions);
        Near.Relative([1, 1], contributions, 1e-14);
        foreach (RowAggregation mean in new[] { Aggregation.Geometric(), Aggregation.Harmonic(), Aggregation.PowerMean(2), Aggregation.PowerMean(-2) })
        {
            foreach (double weightless in new[] { -5, 0, 9 })
            {
                mean.Contribute([weightless, 3], [0, 1], contributions);
                Near.Relative([0, 3], contributions, 1e-14);
                mean.Contribute([3, weightless], [1, 0], contributions);
                Near.Relative([3, 0], contributions, 1e-14);
            }
        }
    }
}
