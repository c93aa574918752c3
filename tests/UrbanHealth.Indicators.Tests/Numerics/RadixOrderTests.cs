using CsCheck;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Ranks by radix sort: the order of a stable comparison sort.</summary>
public class RadixOrderTests
{
    private static readonly Gen<double> Value = Gen.Frequency(
        (4, Gen.Int[-5, 5].Select(i => (double)i)), (4, Gen.Double[-1e3, 1e3]), (1, Gen.Double), (1, Gen.Int[0, 4].Select(i => new[] { -0.0, 0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity }[i])));

    [Fact]
    public void Rows_come_from_the_largest_value_down_and_equal_ones_in_their_order() =>
        Value.Array[0, 600].Sample(x =>
        {
            var order = new int[x.Length];
            int n = RadixOrder.Descending(x, order);
            int[] expected = [.. Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i])).OrderByDescending(i => x[i] + 0.0)];
            Assert.Equal(expected, order[..n]);
        }, iter: 300);

    [Fact]
    public void Long_columns_are_ordered_by_longer_digits_alike()
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(i => i % 17 == 0 ? double.NaN : Math.Round((random.NextDouble() - 0.5) * 5000))];
        var order = new int[x.Length];
        int n = RadixOrder.Descending(x, order);
        Assert.Equal(Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i])).OrderByDescending(i => x[i] + 0.0), order[..n]);
    }

    [Theory]
    [InlineData(TieRule.Smallest, new double[] { 2, 1, double.NaN, 2, 4 })]
    [InlineData(TieRule.Largest, new double[] { 3, 1, double.NaN, 3, 4 })]
    [InlineData(TieRule.Average, new double[] { 2.5, 1, double.NaN, 2.5, 4 })]
    [InlineData(TieRule.Dense, new double[] { 2, 1, double.NaN, 2, 3 })]
    [InlineData(TieRule.InOrder, new double[] { 2, 1, double.NaN, 3, 4 })]
    public void Equal_values_share_a_rank_by_rule(TieRule ties, double[] expected) =>
        Assert.Equal(expected, Ranking.Of([7, 9, double.NaN, 7, -1], ties));

    [Fact]
    public void Ranks_within_groups_are_those_of_each_group_alone() =>
        (from x in Value.Array[0, 120] from g in Gen.Int[-1, 4].Array[120] from t in Gen.Int[0, 4] select (x, g: g[..x.Length], ties: (TieRule)t)).Sample(c =>
        {
            double[] ranks = Ranking.WithinGroups(c.x, c.g, c.ties);
            for (int group = 0; group < 5; group++)
            {
                int[] rows = [.. Enumerable.Range(0, c.x.Length).Where(i => c.g[i] == group)];
                Assert.Equal(Ranking.Of([.. rows.Select(i => c.x[i])], c.ties), rows.Select(i => ranks[i]));
            }
            Assert.All(Enumerable.Range(0, c.x.Length).Where(i => c.g[i] < 0), i => Assert.True(double.IsNaN(ranks[i])));
        }, iter: 200);
}
