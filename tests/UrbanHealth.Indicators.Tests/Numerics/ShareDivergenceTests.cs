using System.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>w·ln w − (w − 1), the terms of entropy weights: some units in the last place, near even shares too.</summary>
public class ShareDivergenceTests
{
    [Fact]
    public void A_share_far_from_even_is_within_eight_units()
    {
        var random = new Random(8);
        double[] shares = [.. Enumerable.Range(0, 2000).Select(_ => 0.5 * random.NextDouble()), .. Enumerable.Range(0, 2000).Select(_ => 1.5 + 300 * random.NextDouble()), 1e-300, 1e-20, Math.Sqrt(2), Math.Sqrt(0.5)];
        foreach (double w in shares) Check(w, new ShareScale(0, Math.Max(1, w), double.NaN, 0, 1, 0), 8);
    }

    [Fact]
    public void A_share_near_even_is_within_eight_units_however_near()
    {
        foreach (int places in Enumerable.Range(2, 50))
        {
            double t = Math.ScaleB(1.25, -places);
            foreach (double w in new[] { 1 + t, 1 - t }) Check(w, new ShareScale(1 - t, 1 + t, 1, 0, 1, 0), 8);
        }
    }

    [Fact]
    public void A_share_of_nothing_counts_one_and_a_missing_figure_nothing()
    {
        var scale = new ShareScale(0, 2, 1, 0, 1, 0);
        Assert.Equal(1, Sum([0], scale));
        Assert.Equal(0, Sum([1], scale));
        Assert.Equal(0, Sum([double.NaN, double.NaN], scale));
        Assert.Equal(2, Sum([0, double.NaN, 1, 0], scale));
    }

    [Fact]
    public void No_cut_of_a_column_shows_in_a_bit()
    {
        double[] figures = [.. Enumerable.Range(0, 1003).Select(i => i % 17 == 3 ? double.NaN : (i * 0.37 + 0.1) % 2)];
        var scale = new ShareScale(0, 2, 1, 0, 1, 0);
        var parts = new ExactSum();
        for (int start = 0, length = 1; start < figures.Length; start += length, length = length % 40 + 3)
        {
            var part = new ExactSum();
            ShareDivergence.Add(figures.AsSpan(start, Math.Min(length, figures.Length - start)), scale, part);
            parts.Add(part);
        }
        Array.Reverse(figures);
        Assert.Equal(Sum(figures, scale), parts.Value);
    }

    [Fact]
    public void A_hundred_thousand_small_terms_beside_a_large_one_keep_their_digits()
    {
        var figures = new double[100_001];
        Array.Fill(figures, 1 + Math.ScaleB(1, -20));
        figures[0] = 0; // counts one
        BigInteger expected = WholeNumberFunctions.One + 100_000 * Divergence(figures[1]);
        Assert.InRange(WholeNumberFunctions.Ulps(Sum(figures, new ShareScale(0, 2, 1, 0, 1, 0)), expected), 0, 0.6);
    }

    private static void Check(double w, ShareScale scale, double units)
    {
        double actual = Sum([w], scale);
        Assert.True(WholeNumberFunctions.Ulps(actual, Divergence(w)) <= units, $"{w:R}: {actual:R}");
    }

    private static BigInteger Divergence(double w) =>
        (WholeNumberFunctions.Of(w) * WholeNumberFunctions.Log(w) >> WholeNumberFunctions.Bits) - (WholeNumberFunctions.Of(w) - WholeNumberFunctions.One);

    private static double Sum(double[] figures, ShareScale scale)
    {
        var sum = new ExactSum();
        ShareDivergence.Add(figures, scale, sum);
        return sum.Value;
    }
}
