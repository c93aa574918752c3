using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Outranking, Borda and the rank-sum ratio at their edges, by hand.</summary>
public class RankMethodTests
{
    private static readonly double[] Half = [0.5, 0.5];

    [Fact]
    public void The_matrix_shows_itself_a_line_an_area()
    {
        OutrankingMatrix matrix = OutrankingMatrix.Of(Matrix.FromRows([3, 1], [1, 2], [double.NaN, 2]), [0.75, 0.25]);
        Assert.Equal(3, matrix.Size);
        Assert.Equal("0.000 0.750 0.000\n0.250 0.000 0.500\n1.000 0.500 0.000", matrix.ToString());
        Assert.Equal(1, matrix.DominantPairs);
    }

    [Fact]
    public void Areas_that_share_no_column_are_not_compared()
    {
        OutrankingMatrix matrix = OutrankingMatrix.Of(Matrix.FromRows([3, double.NaN], [double.NaN, 2], [1, double.NaN], [double.NaN, double.NaN]), Half);
        Assert.True(double.IsNaN(matrix[0, 1]) && double.IsNaN(matrix[1, 0]));
        Assert.Equal([1, double.NaN, -1, double.NaN], matrix.CopelandScores());
        Assert.Equal(0, matrix[3, 3]);
    }

    [Fact]
    public void A_majority_needs_more_than_half_of_the_weight()
    {
        Matrix two = Matrix.FromRows([2, 1], [1, 2]);
        Assert.Equal([0, 0], Tai.Composites(Aggregation.Copeland(), two, Half));
        Assert.Equal([1, -1], Tai.Composites(Aggregation.Copeland(), two, [0.51, 0.49]));
        Assert.Equal([-1, 1], Tai.Composites(Aggregation.Copeland(), two, [0.49, 0.51]));
    }

    [Fact]
    public void A_column_with_one_score_beats_nobody_in_borda()
    {
        Near.Relative([1, 0], Tai.Composites(Aggregation.Borda(), Matrix.FromRows([1, 3], [double.NaN, 2]), [0.9, 0.1]), 1e-14);
        Assert.All(Tai.Composites(Aggregation.Borda(), Matrix.FromRows([1, double.NaN], [double.NaN, double.NaN]), Half), c => Assert.True(double.IsNaN(c)));
    }

    /// <summary>Of four areas three have a score: beating 2, 1, 0 of two rivals is worth 3, 1.5, 0 of three.</summary>
    [Fact]
    public void Points_of_a_column_with_missing_scores_are_stretched() =>
        Near.Relative([3, 1.5, 0, double.NaN], Tai.Composites(Aggregation.Borda(), Matrix.FromRows([9.0], [8], [7], [double.NaN]), [1]), 1e-14);

    /// <summary>Four different ratios ¼ … 1 with the probits 5 + Φ⁻¹ of ¼, ½, ¾ and 1 − 1/16: Φ⁻¹(¾) = 0.674490, Φ⁻¹(15/16) = 1.534121.</summary>
    [Fact]
    public void The_distribution_of_ratios_has_a_probit_regression()
    {
        RsrResult result = new RankSumRatioAggregation().Detail(Matrix.FromRows([40.0], [10], [30], [20]), [1]);
        Assert.Equal([1, 0.25, 0.75, 0.5], result.Ratios);
        Assert.Equal([0.25, 0.5, 0.75, 1], result.Distribution.Select(s => s.Ratio));
        Assert.Equal([0.25, 0.5, 0.75, 0.9375], result.Distribution.Select(s => s.CumulativeFrequency));
        Near.Relative([5 - 0.6744897501960817, 5, 5 + 0.6744897501960817, 5 + 1.5341205443525465], [.. result.Distribution.Select(s => s.Probit)], 1e-10);
        // means 5.383530 and 0.625, Sxy/Sxx, and what follows from them
        Near.Relative([-1.211506682048, 0.341134280969, 0.996155852107], [result.Intercept, result.Slope, result.RSquared], 1e-10);
        Near.Relative(-1.211506682048 + 5 * 0.341134280969, result.FittedAt(5), 1e-10);
        Assert.Equal("""
               RSR   f   sum  rank       p  probit  fitted
            0.2500   1     1   1.0  0.2500  4.3255  0.2641
            0.5000   1     2   2.0  0.5000  5.0000  0.4942
            0.7500   1     3   3.0  0.7500  5.6745  0.7243
            1.0000   1     4   4.0  0.9375  6.5341  1.0175
            RSR = -1.2115 + 0.3411 probit, R² = 0.9962
            """.ReplaceLineEndings("\n"), result.ToString());
    }

    [Fact]
    public void Areas_that_share_a_ratio_are_one_line_of_the_distribution()
    {
        // ranks 1.5, 1.5, 3, 4.5, 4.5 of 5
        RsrResult result = new RankSumRatioAggregation().Detail(Matrix.FromRows([1.0], [4], [1], [4], [double.NaN], [2]), [1]);
        Near.Relative([0.3, 0.9, 0.3, 0.9, double.NaN, 0.6], result.Ratios, 1e-14);
        Assert.Equal([(2, 2, 1.5), (1, 3, 3.0), (2, 5, 4.5)], result.Distribution.Select(s => (s.Count, s.CumulativeCount, s.AverageRank)));
        Near.Relative([0.3, 0.6, 0.95], [.. result.Distribution.Select(s => s.CumulativeFrequency)], 1e-14);
        Assert.False(double.IsNaN(result.Slope));
    }

    [Fact]
    public void Ratios_that_differ_by_rounding_are_one_line()
    {
        // 3·0.1 to the first, 0.3 to the second: both ¾, but 0.1 + 0.1 + 0.1 is not 0.3
        RsrResult result = new RankSumRatioAggregation().Detail(Matrix.FromRows([2, 2, 2, 1], [1, 1, 1, 2]), [0.1, 0.1, 0.1, 0.3]);
        Assert.NotEqual(result.Ratios[0], result.Ratios[1]);
        Assert.Single(result.Distribution);
        Assert.True(double.IsNaN(result.Intercept) && double.IsNaN(result.Slope) && double.IsNaN(result.RSquared));
    }

    [Fact]
    public void A_column_of_equal_scores_is_all_in_the_middle()
    {
        foreach (RsrRanks ranks in new[] { RsrRanks.Integral, RsrRanks.NonIntegral })
            Near.Relative([2.0 / 3, 2.0 / 3, 2.0 / 3], Tai.Composites(new RankSumRatioAggregation { Ranks = ranks }, Matrix.FromRows([7.0], [7], [7]), [1]), 1e-14);
    }

    /// <summary>Of 0, 10, 40 the middle one has the rank 1 + 2·¼ of 3; the missing one none.</summary>
    [Fact]
    public void Non_integral_ranks_are_over_the_areas_with_a_score() =>
        Near.Relative([1.0 / 3, 0.5, 1, double.NaN], Tai.Composites(new RankSumRatioAggregation { Ranks = RsrRanks.NonIntegral }, Matrix.FromRows([0.0], [10], [40], [double.NaN]), [1]), 1e-14);
}
