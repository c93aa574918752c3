using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The weighted median and the minimum, by hand.</summary>
public class MedianAndMinimumTests
{
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
    public void The_median_passes_over_scores_without_weight()
    {
        Assert.Equal(20, Aggregation.Median().Aggregate([10, 20, 30], [0.5, 0, 0.5]));
        Assert.Equal(15, Aggregation.Median().Aggregate([5, 10, 20], [0, 0.5, 0.5]));
        Assert.Equal(20, Aggregation.Median().Aggregate([5, 10, 20], [0, 0.25, 0.75]));
        var contributions = new double[3];
        Aggregation.Median().Contribute([10, 20, 30], [0.5, 0, 0.5], contributions);
        Assert.Equal([5, 0, 15], contributions);
        // 0.1 + 0.2 + 0.3 is half of 1.2 but for rounding, above it
        Near.Relative(1.2 * 35, Aggregation.Median().Aggregate([40, 10, 20, 30], [0.6, 0.1, 0.2, 0.3]), 1e-14);
    }

    [Fact]
    public void The_lowest_scores_share_the_minimum_by_weight()
    {
        var contributions = new double[3];
        Indicators.Aggregation.Minimum().Contribute([30, 10, 10], [0.5, 0.3, 0.2], contributions);
        Near.Relative([0, 6, 4], contributions, 1e-14);
    }

    [Fact]
    public void Weights_that_sum_to_one_but_for_rounding_leave_the_mean_as_it_is()
    {
        Assert.Equal(10, Aggregation.Minimum().Aggregate([10, 20], [0.5, 0.5 + 5e-10]));
        Assert.Equal(10, Aggregation.Minimum().Aggregate([10, 20], [0.5, 0.5 - 5e-10]));
        Near.Absolute(10 + 4e-8, Aggregation.Minimum().Aggregate([10, 20], [0.5, 0.5 + 4e-9]), 1e-12);
        Near.Absolute(10 - 4e-8, Aggregation.Minimum().Aggregate([10, 20], [0.5, 0.5 - 4e-9]), 1e-12);
    }
}
