using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>Ranks, Borda counts, percentile ranks, and categories by percentile.</summary>
public class RankNormalizationTests
{
    private static readonly double[] Figures = [30, 10, 20, 20, double.NaN];

    [Fact]
    public void The_worst_ranks_1_and_ties_share_by_name()
    {
        Assert.Equal([4, 1, 2, 2, double.NaN], Scored.By(Normalization.Rank(), Figures));
        Assert.Equal([4, 1, 2.5, 2.5, double.NaN], Scored.By(Normalization.Rank(TieRule.Average), Figures));
        Assert.Equal([4, 1, 3, 3, double.NaN], Scored.By(Normalization.Rank(TieRule.Largest), Figures));
        Assert.Equal([3, 1, 2, 2, double.NaN], Scored.By(Normalization.Rank(TieRule.Dense), Figures));
        Assert.Throws<InvalidOperationException>(() => Normalization.Rank(TieRule.InOrder).Fit(Figures));
    }

    [Fact]
    public void Where_less_is_better_the_largest_ranks_1()
    {
        Assert.Equal([1, 4, 2, 2, double.NaN], Scored.By(Normalization.Rank(), Figures, Direction.LowerIsBetter));
        Assert.Equal([1, 4, 3, 3, double.NaN], Scored.By(Normalization.Rank(TieRule.Largest), Figures, Direction.LowerIsBetter));
    }

    [Fact]
    public void The_nearest_to_a_target_ranks_best() =>
        Assert.Equal([3, 1, 4, 2], Scored.By(Normalization.Rank(), [22, 5, 20, 12], Preference.Range(19, 21)));

    [Fact]
    public void Borda_counts_those_left_behind_and_percentile_ranks_divide_them()
    {
        Assert.Equal([3, 0, 1, 1, double.NaN], Scored.By(Normalization.Borda(), Figures));
        Near.Relative([1, 0, 1 / 3.0, 1 / 3.0, double.NaN], Scored.By(Normalization.PercentileRank(), Figures));
        Near.Relative([1, 0.25, 0.5, 0.5, double.NaN], Scored.By(new RankNormalization { Score = RankScore.Percentile }, Figures));
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.PercentileRank().Fit([3, double.NaN])).ParamName);
    }

    [Fact]
    public void A_later_figure_takes_its_place_in_the_frozen_distribution()
    {
        FittedNormalization fitted = Normalization.Rank().Fit(Figures);
        Assert.Equal(2, fitted.Apply(20)); // equal to a fitted one
        Assert.Equal(3, fitted.Apply(29)); // between rank 2 and rank 4, wherever it stands
        Assert.Equal(3, fitted.Apply(21));
        Assert.Equal(1, fitted.Apply(-5));
        Assert.Equal(4, fitted.Apply(99));
        FittedNormalization lower = Normalization.Rank().Fit(Figures, Direction.LowerIsBetter);
        Assert.Equal([1, 1.5, 4], new[] { lower.Apply(99), lower.Apply(25), lower.Apply(0) });
    }

    [Fact]
    public void Categories_go_by_percentile_of_the_fitted_figures()
    {
        // 20 figures: r/20 = 0.05 … 1; 0.05 reaches the second category already
        double[] x = [.. Enumerable.Range(1, 20).Select(i => (double)i)];
        double[] expected = [20, 20, 40, 40, 40, 40, 50, 50, 50, 50, 50, 50, 60, 60, 60, 60, 80, 80, 100, 100];
        Assert.Equal(expected, Scored.By(Normalization.Category(), x));
        Assert.Equal(expected.Reverse(), Scored.By(Normalization.Category(), x, Direction.LowerIsBetter));
    }

    [Fact]
    public void A_later_figure_earns_the_category_whose_worst_member_it_reaches()
    {
        var half = new CategoryNormalization { Percentiles = [0.75], Scores = [0, 1] };
        FittedNormalization higher = half.Fit([1, 2, 3, 4]), lower = half.Fit([1, 2, 3, 4], Direction.LowerIsBetter);
        Assert.Equal([0, 0, 1, 1], new[] { higher.Apply(-1), higher.Apply(2.9), higher.Apply(3), higher.Apply(9) });
        Assert.Equal([1, 1, 0, 0], new[] { lower.Apply(-1), lower.Apply(2), lower.Apply(2.1), lower.Apply(9) });
        Assert.Equal(double.NaN, higher.Apply(double.NaN));
        Assert.Throws<InvalidOperationException>(() => new CategoryNormalization { Percentiles = [0.5], Scores = [1] }.Fit([1, 2]));
        Assert.Throws<InvalidOperationException>(() => new CategoryNormalization { Percentiles = [0.5, 0.5], Scores = [1, 2, 3] }.Fit([1, 2]));
    }

    [Fact]
    public void About_the_mean_includes_both_ends()
    {
        // mean 10: about it from 8 to 12
        FittedNormalization higher = Normalization.AboveBelowMean().Fit([5, 15]), lower = Normalization.AboveBelowMean().Fit([5, 15], Direction.LowerIsBetter);
        Assert.Equal([-1, 0, 0, 1], new[] { higher.Apply(7.99), higher.Apply(8), higher.Apply(12), higher.Apply(12.01) });
        Assert.Equal([1, 0, 0, -1], new[] { lower.Apply(7.99), lower.Apply(8), lower.Apply(12), lower.Apply(12.01) });
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.AboveBelowMean().Fit([-5, 5])).ParamName);
        Assert.Throws<InvalidOperationException>(() => Normalization.AboveBelowMean(-0.1).Fit([5, 15]));
    }

    [Fact]
    public void Only_order_counts() =>
        Gen.Double[0.1, 50].Array[2, 15].Sample(x =>
        {
            double[] y = Array.ConvertAll(x, v => v * v * v);
            foreach (Normalization n in new[] { Normalization.Rank(TieRule.Average), Normalization.PercentileRank(), Normalization.Category() })
                Assert.Equal(Scored.By(n, x, Direction.LowerIsBetter), Scored.By(n, y, Direction.LowerIsBetter));
        }, iter: 200);

    [Fact]
    public void Both_directions_add_up_to_n_plus_1_with_average_ties() =>
        Gen.Int[0, 6].Array[1, 12].Sample(ints =>
        {
            double[] x = Array.ConvertAll(ints, i => (double)i);
            double[] up = Scored.By(Normalization.Rank(TieRule.Average), x), down = Scored.By(Normalization.Rank(TieRule.Average), x, Direction.LowerIsBetter);
            Assert.All(up.Zip(down, (a, b) => a + b), s => Assert.Equal(x.Length + 1, s));
        }, iter: 200);
}
