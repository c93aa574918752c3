using CsCheck;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Ranks of a column found without sorting it.</summary>
public class OrderStatisticsTests
{
    private static readonly Gen<double[]> Columns = Gen.OneOf(
        Gen.Int[0, 20].Select(i => (double)i).Array[1, 300],
        Gen.Double[-1, 1].Array[1, 300],
        Gen.Int[1, 300].Select(n => Enumerable.Range(0, n).Select(i => (double)i).ToArray()),
        Gen.Int[1, 300].Select(n => Enumerable.Range(0, n).Select(i => (double)Math.Min(i, n - i)).ToArray()));

    [Fact]
    public void Selection_finds_the_order_statistic_of_a_sort() =>
        (from x in Columns from k in Gen.Int[0, 299] select (x, k: k % x.Length)).Sample(c =>
        {
            double[] sorted = [.. c.x.Order()], selected = [.. c.x];
            double found = OrderStatistics.Select(selected, c.k);
            return found == sorted[c.k] && selected[..c.k].All(v => v <= found) && selected[c.k..].All(v => v >= found);
        }, iter: 500);

    [Fact]
    public void Several_ranks_have_what_a_sort_puts_there() =>
        Gen.Select(Columns, Gen.Int[0, 299].Array[0, 12]).Sample((x, chosen) =>
        {
            int[] ranks = [.. chosen.Select(k => k % x.Length).Order()];
            double[] sorted = [.. x.Order()], placed = [.. x];
            OrderStatistics.Place(placed, ranks);
            return ranks.All(k => placed[k] == sorted[k]) && placed.Order().SequenceEqual(sorted);
        }, iter: 500);
}
