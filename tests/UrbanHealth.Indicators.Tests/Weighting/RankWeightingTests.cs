using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

public class RankWeightingTests
{
    [ReferenceFact]
    public void Reproduces_the_three_formulas()
    {
        JsonElement checks = Example.Checks("rank_weights");
        foreach (int n in Example.Numbers(Example.Input("rank_weights").GetProperty("n")))
        {
            Near.Check(checks, $"ROC_n{n}", Weigh(RankFormula.OrderCentroid, [.. Enumerable.Range(1, n).Select(k => (double)k)]));
            Near.Check(checks, $"RS_n{n}", Weigh(RankFormula.Sum, [.. Enumerable.Range(1, n).Select(k => (double)k)]));
            Near.Check(checks, $"RR_n{n}", Weigh(RankFormula.Reciprocal, [.. Enumerable.Range(1, n).Select(k => (double)k)]));
        }
    }

    [Fact]
    public void Siblings_keep_their_order_and_only_the_order_of_ranks_counts()
    {
        Near.Relative([5.0 / 18, 2.0 / 18, 11.0 / 18], Weigh(RankFormula.OrderCentroid, 20, 30, 1), 1e-14); // 11/18, 5/18, 2/18 for three
        Near.Relative([2.0 / 6, 1.0 / 6, 3.0 / 6], Weigh(RankFormula.Sum, 20, 30, 1), 1e-14);
    }

    [Fact]
    public void Ties_share_the_mean_of_their_places()
    {
        Near.Relative([8.0 / 18, 8.0 / 18, 2.0 / 18], Weigh(RankFormula.OrderCentroid, 1, 1, 3), 1e-14);
        Near.Relative([2.5 / 6, 2.5 / 6, 1.0 / 6], Weigh(RankFormula.Sum, 1, 1, 2), 1e-14);
        Near.Relative([9.0 / 22, 9.0 / 22, 4.0 / 22], Weigh(RankFormula.Reciprocal, 1, 1, 3), 1e-14); // (1 + 1/2)/2 and 1/3 over 11/6
    }

    [Fact]
    public void A_rank_for_each_sibling_is_needed()
    {
        Assert.Throws<ArgumentException>(() => Weighting.RankOrder([1, 2]).Weigh(Matrix.FromRows([1, 2, 3])));
        Assert.Throws<ArgumentException>(() => Weighting.RankOrder([1, double.NaN]).Weigh(Matrix.FromRows([1, 2])));
    }

    [Fact]
    public void Direct_rating_divides_points_by_their_sum()
    {
        Near.Relative([0.5, 0.3, 0.2], Weighting.DirectRating(50, 30, 20).Weigh(Matrix.FromRows([1, 2, 3])).Values, 1e-15);
        Assert.Throws<ArgumentException>(() => Weighting.DirectRating(50, -30).Weigh(Matrix.FromRows([1, 2])));
        Assert.Throws<ArgumentException>(() => Weighting.DirectRating(0, 0).Weigh(Matrix.FromRows([1, 2])));
        Assert.Throws<ArgumentException>(() => Weighting.DirectRating(1, 2, 3).Weigh(Matrix.FromRows([1, 2])));
    }

    private static double[] Weigh(RankFormula formula, params double[] ranks) => [.. Weighting.RankOrder(ranks, formula).Weigh(Matrix.FromRows(ranks)).Values];
}
