using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Uncertain weights, draw by draw.</summary>
public class WeightDistributionTests
{
    private const int Draws = 10_000;

    [Fact]
    public void Draws_around_given_weights_have_their_mean_and_the_variance_of_the_concentration()
    {
        double[] mean = [0.5, 0.3, 0.15, 0.05];
        double[][] w = Sample(WeightDistribution.Around(mean, 40), 4);
        for (int j = 0; j < 4; j++)
        {
            double variance = mean[j] * (1 - mean[j]) / 41;
            Near.Absolute(mean[j], Descriptive.Mean(Column(w, j)), 4 * Math.Sqrt(variance / Draws));
            Near.Relative(variance, Descriptive.Variance(Column(w, j)), 0.08 * variance);
        }
        Assert.All(w, x => Assert.Equal(1, x.Sum(), 12));
    }

    [Fact]
    public void A_weight_of_zero_stays_zero_and_small_concentrations_do_not_break()
    {
        Assert.All(Sample(WeightDistribution.Around([0.5, 0, 0.5], 0.01), 3), w => Assert.True(w[1] == 0 && Math.Abs(w.Sum() - 1) < 1e-12));
    }

    [Fact]
    public void Any_weights_are_uniform_on_the_simplex()
    {
        // one of n uniform weights exceeds x with chance (1 − x)^(n − 1)
        double[][] w = Sample(WeightDistribution.Any(), 4);
        foreach (double x in (double[])[0.1, 0.25, 0.5]) Near.Absolute(Math.Pow(1 - x, 3), w.Count(d => d[2] > x) / (double)Draws, 0.02);
    }

    [Fact]
    public void Orders_hold_and_a_full_order_has_the_rank_order_centroid_as_its_mean()
    {
        double[][] w = Sample(WeightDistribution.Any() with { Orders = [new(0, 1), new(1, 2)] }, 3);
        Assert.All(w, d => Assert.True(d[0] >= d[1] && d[1] >= d[2]));
        // Barron & Barrett (1996): 11/18, 5/18, 2/18
        Near.Absolute(11 / 18.0, Descriptive.Mean(Column(w, 0)), 0.006);
        Near.Absolute(5 / 18.0, Descriptive.Mean(Column(w, 1)), 0.005);
        Near.Absolute(2 / 18.0, Descriptive.Mean(Column(w, 2)), 0.004);
    }

    [Fact]
    public void A_partial_order_is_drawn_by_rejection_to_the_same_law()
    {
        // 0 ≥ 1 and 0 ≥ 2: the largest is 0, whose mean is 11/18; the others share the rest
        double[][] w = Sample(WeightDistribution.Any() with { Orders = [new(0, 1), new(0, 2)] }, 3);
        Assert.All(w, d => Assert.True(d[0] >= d[1] && d[0] >= d[2]));
        Near.Absolute(11 / 18.0, Descriptive.Mean(Column(w, 0)), 0.006);
        Near.Absolute(7 / 36.0, Descriptive.Mean(Column(w, 1)), 0.006);
    }

    [Fact]
    public void Ranges_hold_and_the_rest_is_uniform()
    {
        // w₀ in 0.2…0.5 of two: uniform there
        double[][] w = Sample(WeightDistribution.Any() with { Ranges = [new(0, 0.2, 0.5)] }, 2);
        Assert.All(w, d => Assert.InRange(d[0], 0.2, 0.5));
        Near.Absolute(0.35, Descriptive.Mean(Column(w, 0)), 0.0035);
        Near.Absolute(0.09 / 12, Descriptive.Variance(Column(w, 0)), 0.0004);
    }

    [Fact]
    public void Constraints_that_cannot_hold_are_refused()
    {
        Span<double> weights = stackalloc double[2];
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Any() with { Ranges = [new(0, 0.6, 1), new(1, 0.5, 1)] }, 2));
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Any() with { Ranges = [new(0, 0, 0.3), new(1, 0, 0.3)] }, 2));
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Any() with { Ranges = [new(2, 0, 1)] }, 2));
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Any() with { Orders = [new(0, 1), new(1, 0)] }, 2));
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Around([0.5, 0.5], -1), 2));
        Assert.Throws<ArgumentException>(() => Sample(WeightDistribution.Around([0.5, 0.5], 1), 3));
        Assert.Throws<ArgumentException>(() => Sample(new FixedWeights { Weights = [1] }, 2));
    }

    [Fact]
    public void A_draw_depends_on_its_number_alone()
    {
        double[] a = new double[3], b = new double[3];
        WeightDistribution around = WeightDistribution.Around([0.2, 0.3, 0.5], 20);
        around.Draw(9, 1234, a);
        around.Draw(9, 1, b);
        around.Draw(9, 1234, b);
        Assert.Equal(a, b);
        around.Draw(10, 1234, b);
        Assert.NotEqual(a, b);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000_000_004)]
    public void Eight_draws_together_have_the_bits_of_each_alone(long first)
    {
        double[] mean = [.. Enumerable.Range(0, 45).Select(i => i == 7 ? 0 : 1.0 + i % 5)];
        WeightDistribution[] all = [WeightDistribution.Around(mean, 400), WeightDistribution.Around(mean, 20), WeightDistribution.Any(), WeightDistribution.Any() with { Orders = [new(0, 1), new(1, 2)] },
            WeightDistribution.Around([1, 1, 0], 50), WeightDistribution.Around(mean, 300), new FixedWeights { Weights = [0.25, 0.75] }, WeightDistribution.Around([1, 2, 3, 4], 10)];
        int[] counts = [45, 45, 7, 5, 3, 45, 2, 4];
        var tree = TreeWeights.Of(all, counts);
        var random = new UrbanHealth.Indicators.Numerics.Philox(5);
        double[] together = new double[8 * tree.Count], alone = new double[tree.Count];
        for (int group = 0; group < 40; group++)
        {
            long[] draws = [.. Enumerable.Range(0, 8).Select(g => first + 8 * group + g * g % 31)];
            Assert.Equal(0xFFu, tree.DrawEight(random, draws, together) & 0xFF);
            for (int g = 0; g < 8; g++)
            {
                Assert.True(tree.Draw(random, draws[g], alone));
                Assert.Equal(alone.Select(BitConverter.DoubleToInt64Bits), Enumerable.Range(0, tree.Count).Select(i => BitConverter.DoubleToInt64Bits(together[8 * i + g])));
                var node = new double[45];
                Assert.True(all[0].Draw(5, draws[g], node));
                Assert.Equal(node, alone[..45]); // the other nodes have other numbers of the draw
            }
        }
    }

    private static double[][] Sample(WeightDistribution distribution, int count) =>
        [.. Enumerable.Range(0, Draws).Select(i =>
        {
            var w = new double[count];
            Assert.True(distribution.Draw(1, i, w));
            return w;
        })];

    private static double[] Column(double[][] w, int j) => [.. w.Select(x => x[j])];
}
