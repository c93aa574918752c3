using CsCheck;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Many sets of weights over the same scores: the bits of scoring with each of them.</summary>
public class DrawKernelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void Composites_have_the_bits_of_the_scoring_kernel(double missing)
    {
        double[][] columns = ScoringKernelTests.Columns(77, missing);
        var random = new Random(9);
        ScoringNode[][] trees = [.. Enumerable.Range(0, DrawKernel.Draws).Select(_ => new ScoringNode[]
        {
            new([0, 1, 2], [random.NextDouble(), random.NextDouble(), random.NextDouble()], 0.5), new([3, 4], [random.NextDouble(), random.NextDouble()], 1),
            new([7, 5, 8, 6], [random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble()], 0.75),
        })];
        var kernel = new DrawKernel(trees[0], [.. columns.Select(c => (ReadOnlyMemory<double>)c)]);
        double[] weights = new double[kernel.Weights * DrawKernel.Draws], composites = new double[kernel.Stride * DrawKernel.Draws];
        for (int d = 0; d < DrawKernel.Draws; d++)
        {
            double[] own = [.. trees[d].SelectMany(n => n.Weights)];
            for (int i = 0; i < own.Length; i++) weights[i * DrawKernel.Draws + d] = own[i];
        }
        kernel.Score(weights, composites, kernel.Workspace());
        for (int d = 0; d < DrawKernel.Draws; d++)
        {
            double[][] expected = [new double[77], new double[77], new double[77]];
            ScoringKernel.Score(new ScoringProgram(new ScoreMap[7], trees[d]), [.. columns.Select(c => (ReadOnlyMemory<double>)c)], [.. expected.Select(c => (Memory<double>)c)]);
            Assert.Equal(expected[2].Select(BitConverter.DoubleToInt64Bits), composites[(d * kernel.Stride)..(d * kernel.Stride + 77)].Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Ranks_of_a_draw_are_those_of_the_sorted_scores() =>
        Gen.Frequency((4, Gen.Double[0, 100]), (2, Gen.Int[0, 5].Select(i => (double)i)), (1, Gen.Const(double.NaN)), (1, Gen.Double[1e-9, 1e-8]), (1, Gen.Double[50, 50.01])).Array[1, 300].Sample(x =>
        {
            var room = new double[x.Length + 8];
            x.CopyTo(room, 0);
            var ranks = new int[x.Length];
            new DrawRanks(x.Length).Rank(room, ranks);
            for (int i = 0; i < x.Length; i++) Assert.Equal(double.IsNaN(x[i]) ? 0 : 1 + x.Count(y => y > x[i]), ranks[i]);
        }, iter: 300);

    [Theory]
    [InlineData(8_192)]
    [InlineData(9_001)]
    public void Many_areas_are_ranked_as_by_sorting(int areas)
    {
        var random = new Random(3);
        double[] room = [.. Enumerable.Range(0, areas).Select(i => i % 50 == 7 ? double.NaN : Math.Floor(2000 * random.NextDouble())), .. new double[8]];
        double[] expected = Ranking.Of(room.AsSpan(0, areas));
        var ranks = new int[areas];
        new DrawRanks(areas).Rank(room, ranks);
        Assert.Equal(expected.Select(r => double.IsNaN(r) ? 0 : (int)r), ranks);
    }

    [Fact]
    public void Ranks_do_not_remember_the_draw_before()
    {
        var ranker = new DrawRanks(3);
        var ranks = new int[3];
        ranker.Rank([1, 5, 3, 0, 0, 0, 0, 0], ranks);
        Assert.Equal([3, 1, 2], ranks);
        ranker.Rank([double.NaN, 2, 2, 0, 0, 0, 0, 0], ranks);
        Assert.Equal([0, 1, 1], ranks);
        ranker.Rank([9, 4, 6, 0, 0, 0, 0, 0], ranks);
        Assert.Equal([1, 3, 2], ranks);
    }

    [Fact]
    public void The_order_of_a_draw_is_that_of_the_radix_sort() =>
        Gen.Frequency((4, Gen.Double[0, 100]), (2, Gen.Int[0, 5].Select(i => (double)i)), (1, Gen.Const(double.NaN)), (1, Gen.Double[1e-9, 1e-8])).Array[0, 300].Sample(x =>
        {
            int[] a = new int[x.Length], b = new int[x.Length];
            int n = new DrawOrder(x.Length).Descending(x, a);
            Assert.Equal(RadixOrder.Descending(x, b), n);
            Assert.Equal(b[..n], a[..n]);
        }, iter: 300);
}
