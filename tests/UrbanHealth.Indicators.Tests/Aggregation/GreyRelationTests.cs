using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Grey relation by hand.</summary>
public class GreyRelationTests
{
    /// <summary>To (1, 2): differences 0, 1; 1, 0; 2, 2. ρΔmax is 1: coefficients 1, ½; ½, 1; ⅓, ⅓.</summary>
    private static readonly Matrix Series = Matrix.FromColumns([1, 3], [2, 2], [3, 4]);

    [Fact]
    public void Degrees_are_means_of_coefficients_over_the_points()
    {
        GreyRelation relation = GreyRelation.Of([1, 2], Series);
        Near.Relative([0.75, 0.75, 1.0 / 3], relation.Degrees, 1e-14);
        Near.Relative([1, 0.5], relation.Coefficients.Column(0).ToArray(), 1e-14);
        Assert.Equal((0.0, 2.0), (relation.SmallestDifference, relation.LargestDifference));
        Assert.Equal("grey relational degrees: 0.7500 0.7500 0.3333", relation.ToString());
    }

    [Fact]
    public void Points_may_have_weights() =>
        Near.Relative([(3 + 0.5) / 4, (1.5 + 1) / 4, 1.0 / 3], GreyRelation.Of([1, 2], Series, [3, 1]).Degrees, 1e-14);

    [Fact]
    public void A_larger_resolution_tells_less_apart()
    {
        // ρΔmax = 2: 1, ⅔ … and with ρ = ¼: ½: 1, ⅓; ⅕
        Near.Relative([5.0 / 6, 5.0 / 6, 0.5], GreyRelation.Of([1, 2], Series, rho: 1).Degrees, 1e-14);
        Near.Relative([2.0 / 3, 2.0 / 3, 0.2], GreyRelation.Of([1, 2], Series, rho: 0.25).Degrees, 1e-14);
    }

    /// <summary>Alone, the first two have extremes 0 and 1: 1 and ⅓; the third 2 and 2: 1.</summary>
    [Fact]
    public void Extremes_of_each_pair_give_other_degrees() =>
        Near.Relative([2.0 / 3, 2.0 / 3, 1], GreyRelation.Of([1, 2], Series, extremes: GreyExtremes.Pairwise).Degrees, 1e-14);

    [Fact]
    public void A_missing_figure_is_left_out_of_the_degree_and_of_the_extremes()
    {
        foreach (GreyExtremes extremes in new[] { GreyExtremes.Global, GreyExtremes.Pairwise })
        {
            // differences ·, 1 and 2, 4 (and none): over all ρΔmax = 2; coefficients (1 + 2)/(1 + 2) and 3/4, 3/6
            GreyRelation relation = GreyRelation.Of([1, 2, double.NaN], Matrix.FromColumns([double.NaN, 3, 7], [3, 6, 7], [double.NaN, double.NaN, 7]), [1, 1, 5], extremes: extremes);
            Near.Relative([1, extremes == GreyExtremes.Global ? 0.625 : (1 + 4.0 / 6) / 2, double.NaN], relation.Degrees, 1e-14);
            Assert.True(double.IsNaN(relation.Coefficients[0, 0]) && double.IsNaN(relation.Coefficients[2, 1]));
            Assert.Equal((1.0, 4.0), (relation.SmallestDifference, relation.LargestDifference));
        }
    }

    [Fact]
    public void The_smallest_difference_lifts_every_coefficient()
    {
        // differences 1 and 2: (1 + 1)/(1 + 1) and 2/3
        Near.Relative([1, 2.0 / 3], GreyRelation.Of([0.0], Matrix.FromRows([1, 2])).Degrees, 1e-14);
    }

    /// <summary>Best (10, 4), worst (0, 0): ρ·10 = 5; the second area differs by 10 and 2: 5/15, 5/7.</summary>
    [Fact]
    public void What_is_frozen_is_the_best_of_each_column_and_the_largest_range()
    {
        var frozen = (FittedGreyRelation)Aggregation.GreyRelation().Fit(Matrix.FromRows([10, 4, double.NaN], [0, 2, double.NaN], [3, 0, double.NaN]), [0.5, 0.3, 0.2])!;
        Assert.Equal([10, 4, double.NaN], frozen.Reference);
        Assert.Equal((0.0, 10.0, 0.5), (frozen.SmallestDifference, frozen.LargestDifference, frozen.Resolution));
        var contributions = new double[3];
        Near.Relative((0.5 / 3 + 0.3 * 5 / 7) / 0.8, frozen.Aggregate([0, 2, double.NaN], [0.5, 0.3, 0.2]), 1e-14);
        Assert.True(frozen.Contribute([0, 2, double.NaN], [0.5, 0.3, 0.2], contributions));
        Near.Relative([0.5 / 3 / 0.8, 0.3 * 5 / 7 / 0.8, 0], contributions, 1e-14);
        frozen.Contribute([0, 2, double.NaN], [1, 0.6, 0.4], contributions);
        Near.Relative([1 / 3.0 / 0.8, 0.6 * 5 / 7 / 0.8, 0], contributions, 1e-14);
        Assert.Equal(GreyExtremes.Pairwise, ((FittedGreyRelation)new GreyRelationAggregation { Extremes = GreyExtremes.Pairwise }.Fit(Matrix.FromRows([1.0]), [1])).Extremes);
    }

    [Fact]
    public void Where_nothing_differed_a_later_lower_score_bears_no_relation()
    {
        RowAggregation frozen = Aggregation.GreyRelation().Fit(Matrix.FromRows([2.0, 2], [2, 2]), [0.5, 0.5])!;
        Assert.Equal(1, frozen.Aggregate([2, 2], [0.5, 0.5]));
        Assert.Equal(0.5, frozen.Aggregate([2, 1], [0.5, 0.5]));
        var none = (FittedGreyRelation)Aggregation.GreyRelation().Fit(Matrix.FromRows([double.NaN]), [1])!;
        Assert.Equal((0.0, 0.0), (none.SmallestDifference, none.LargestDifference));
    }
}
