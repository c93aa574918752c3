using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>TOPSIS by hand.</summary>
public class TopsisTests
{
    private static readonly Matrix Three = Matrix.FromRows([0, 0], [5, 5], [10, 10]);
    private static readonly double[] Weights = [0.6, 0.8];

    /// <summary>Unscaled, weights 0.6/1.4 and 0.8/1.4: the ideals lie √(6² + 8²)/1.4 = 50/7 apart, and the second area half-way.</summary>
    [Fact]
    public void Distances_are_euclidean_over_weighted_columns()
    {
        TopsisResult result = new TopsisAggregation { Scaling = TopsisScaling.None }.Detail(Three, Weights);
        Near.Relative([50.0 / 7, 25.0 / 7, 0], result.DistanceToBest, 1e-14);
        Near.Relative([0, 25.0 / 7, 50.0 / 7], result.DistanceToWorst, 1e-14);
        Near.Relative([0, 0.5, 1], result.Closeness, 1e-14);
        Assert.Equal([3, 2, 1], result.Ranks);
        Assert.Equal("""
            area      d+        d-  closeness  rank
               0    7.1429    0.0000     0.0000     3
               1    3.5714    3.5714     0.5000     2
               2    0.0000    7.1429     1.0000     1
            """.ReplaceLineEndings("\n"), result.ToString());
        Assert.Equal(result, new TopsisAggregation { Scaling = TopsisScaling.None }.Detail(Three, Weights));
    }

    [Fact]
    public void What_is_frozen_are_norms_and_ideals_in_the_scores_own_unit()
    {
        var frozen = (FittedTopsis)Aggregation.Topsis().Fit(Matrix.FromRows([3, double.NaN], [4, double.NaN], [0, double.NaN]), [0.5, 0.5])!;
        Assert.Equal([4, double.NaN], frozen.Best);
        Assert.Equal([0, double.NaN], frozen.Worst);
        Assert.Equal(5, frozen.Norms[0]);
        Assert.Equal(((FittedTopsis)Aggregation.Topsis(TopsisScaling.None).Fit(Three, Weights)!).Norms, [1, 1]);
        // 3 is 1 from the best and 3 from the worst
        Near.Relative(0.75, frozen.Aggregate([3, double.NaN], [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void A_later_score_beyond_the_best_is_as_far_from_it_as_one_below()
    {
        RowAggregation frozen = Aggregation.Topsis(TopsisScaling.None).Fit(Matrix.FromRows([0.0], [10]), [1])!;
        Near.Relative(12.0 / 14, frozen.Aggregate([12], [1]), 1e-14);
        Near.Relative(8.0 / 10, frozen.Aggregate([8], [1]), 1e-14);
    }

    [Fact]
    public void A_column_without_weight_is_far_from_nothing()
    {
        var frozen = (FittedTopsis)Aggregation.Topsis(TopsisScaling.None).Fit(Three, Weights)!;
        Assert.Equal((10.0, 0.0), frozen.Distances([0, 7], [2, 0]));
        Assert.Equal((double.NaN, double.NaN), frozen.Distances([0, 7], [0, 0]));
        Assert.Equal((double.NaN, double.NaN), frozen.Distances([double.NaN, 7], [1, 0]));
    }

    [Fact]
    public void A_column_of_zeros_needs_no_norm_without_scaling() =>
        Near.Relative([0, 1], Tai.Composites(Aggregation.Topsis(TopsisScaling.None), Matrix.FromRows([0, 1], [0, 2]), [0.5, 0.5]), 1e-14);
}
