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
        for (int draw = 0; draw < 20; draw++)
        {
            ScoringNode[] tree =
            [
                new([0, 1, 2], [random.NextDouble(), random.NextDouble(), random.NextDouble()], 0.5), new([3, 4], [random.NextDouble(), random.NextDouble()], 1),
                new([7, 5, 8, 6], [random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble()], 0.75),
            ];
            var kernel = new DrawKernel(tree, [.. columns.Select(c => (ReadOnlyMemory<double>)c)]);
            double[] composites = new double[77];
            kernel.Score([.. tree.SelectMany(n => n.Weights)], composites, kernel.Workspace());
            double[][] expected = [new double[77], new double[77], new double[77]];
            ScoringKernel.Score(new ScoringProgram(new ScoreMap[7], tree), [.. columns.Select(c => (ReadOnlyMemory<double>)c)], [.. expected.Select(c => (Memory<double>)c)]);
            Assert.Equal(expected[2], composites);
        }
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
