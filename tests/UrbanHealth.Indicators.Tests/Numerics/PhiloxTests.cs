using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Random numbers that depend on the seed and their own number alone.</summary>
public class PhiloxTests
{
    [Fact]
    public void Blocks_are_those_of_the_authors_known_answers()
    {
        // Random123, kat_vectors, philox4x32 10
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Block(0, 0, 0, 0, 0, 0));
        Assert.Equal((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu), Philox.Block(~0u, ~0u, ~0u, ~0u, ~0u, ~0u));
        Assert.Equal((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u), Philox.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
    }

    [Fact]
    public void Uniform_and_normal_numbers_have_their_moments()
    {
        var random = new Philox(42);
        double[] u = [.. Enumerable.Range(0, 20_000).Select(i => random.Uniform(i, 3))], z = [.. Enumerable.Range(0, 20_000).Select(i => random.Normal(i, 4))];
        Assert.All(u, x => Assert.True(x is > 0 and < 1));
        Near.Absolute(0.5, Descriptive.Mean(u), 0.008); // four standard errors
        Near.Absolute(1 / 12.0, Descriptive.Variance(u), 0.0022);
        Near.Absolute(0, Descriptive.Mean(z), 0.03);
        Near.Absolute(1, Descriptive.Variance(z), 0.04);
        Near.Absolute(0, Descriptive.Skewness(z), 0.07);
        Near.Absolute(0, Descriptive.Kurtosis(z), 0.14);
    }

    [Theory]
    [InlineData(0, 0, 1, 1000)]
    [InlineData(3_000_000_004, 17, 82, 301)]
    [InlineData(-5, int.MaxValue - 3, 1, 9)]
    public void Normal_numbers_together_have_the_bits_of_each_alone(long draw, int first, int step, int count)
    {
        var random = new Philox(11);
        var together = new double[count + 200];
        Array.Fill(together, 99, count, 200);
        NormalLanes.Fill(random, draw, first, step, together.AsSpan(0, count));
        Assert.All(together[count..], x => Assert.Equal(99, x));
        for (int i = 0; i < count; i++) Assert.Equal(BitConverter.DoubleToInt64Bits(random.Normal(draw, unchecked(first + i * step))), BitConverter.DoubleToInt64Bits(together[i]));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(80)]
    public void Gamma_numbers_have_their_mean_and_variance(double shape)
    {
        var random = new Philox(7);
        double[] g = [.. Enumerable.Range(0, 20_000).Select(i => Math.Exp(random.LogGamma(shape, i, 0)))];
        Near.Absolute(shape, Descriptive.Mean(g), 4 * Math.Sqrt(shape / 20_000));
        Near.Absolute(1, Descriptive.Variance(g) / shape, 4 * Math.Sqrt((2 + 6 / shape) / 20_000));
    }

    [Fact]
    public void Numbers_of_other_draws_dimensions_and_seeds_differ()
    {
        var random = new Philox(1);
        double[] all = [random.Uniform(0, 0), random.Uniform(1, 0), random.Uniform(0, 1), random.Uniform(0, 0, 1), new Philox(2).Uniform(0, 0), new Philox(1L << 32 | 1).Uniform(0, 0), random.Uniform(1L << 32, 0)];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all[0], new Philox(1).Uniform(0, 0));
    }
}
