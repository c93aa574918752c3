using System.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Exact sums rounded by an estimate and its bound: the bits that big integers give.</summary>
public class ExactRoundingTests
{
    private static readonly Func<Random, double>[] Figures =
    [
        r => 10 + 80 * r.NextDouble(), r => r.NextDouble() - 0.5, r => r.Next(-3, 4), r => Math.ScaleB(r.NextDouble() - 0.5, r.Next(-60, 60)), r => 1e9 + r.Next(3), _ => 0.1, r => -r.NextDouble() * 1e-8, r => Math.ScaleB(r.NextDouble(), r.Next(-900, 400)),
    ];

    [Fact]
    public void Moments_and_sums_are_rounded_as_by_big_integers()
    {
        var random = new Random(21);
        for (int run = 0; run < 3000; run++)
        {
            Func<Random, double> figure = Figures[run % Figures.Length];
            double[] x = [.. Enumerable.Range(0, 2 + random.Next(run % 7 == 0 ? 300 : 12)).Select(_ => figure(random))];
            ExactMoments moments = ExactMoments.Of(x);
            (BigInteger sum, int se) = moments.Sum.Exact();
            (BigInteger squares, int qe) = moments.Squares.Exact();
            int exponent = Math.Min(2 * se, qe);
            BigInteger spread = ((x.Length * squares) << (qe - exponent)) - ((sum * sum) << (2 * se - exponent));
            Assert.Equal(ExactRatio.ToDouble(sum, 1, se), moments.Sum.Value);
            Assert.Equal(ExactRatio.ToDouble(sum, x.Length, se), moments.Mean);
            Assert.Equal(ExactRatio.ToDouble(spread, (BigInteger)x.Length * (x.Length - 1), exponent), moments.Variance(1));
            Assert.Equal(ExactRatio.ToDouble(spread, x.Length, exponent), moments.SquaredDeviations());
        }
    }

    [Fact]
    public void Comoments_are_rounded_as_by_big_integers_and_blocks_do_not_show()
    {
        var random = new Random(22);
        for (int run = 0; run < 1500; run++)
        {
            Func<Random, double> f = Figures[run % Figures.Length], g = Figures[run / 8 % Figures.Length];
            int n = run % 5 == 0 ? 1100 : 2 + random.Next(90);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => f(random))], y = [.. Enumerable.Range(0, n).Select(_ => g(random))];
            ExactPairs whole = ExactPairs.Of(x, y), blocks = new(2);
            for (int i = 0; i < n; i += 7) blocks.Add(ExactPairs.Of(x[i..Math.Min(n, i + 7)], y[i..Math.Min(n, i + 7)]));
            ExactProducts products = new();
            for (int i = 0; i < n; i++) products.Add(x[i], y[i]);
            (BigInteger p, int pe) = products.Exact();
            (BigInteger a, int ae) = ExactMoments.Of(x).Sum.Exact();
            (BigInteger b, int be) = ExactMoments.Of(y).Sum.Exact();
            int exponent = Math.Min(pe, ae + be);
            double expected = ExactRatio.ToDouble(((n * p) << (pe - exponent)) - ((a * b) << (ae + be - exponent)), n, exponent);
            Assert.Equal(expected, whole.Comoment(0, 1));
            Assert.Equal(expected, blocks.Comoment(1, 0));
        }
    }

    [Fact]
    public void Halves_are_rounded_to_even_and_a_trace_below_decides()
    {
        double half = Math.ScaleB(1, -53);
        foreach (double sign in (double[])[1, -1])
        {
            Assert.Equal(sign, Of(sign, sign * half).Value);
            Assert.Equal(sign * (1 + 4 * half), Of(sign * (1 + 2 * half), sign * half).Value);
            Assert.Equal(sign * (1 + 2 * half), Of(sign, sign * half, sign * 1e-60).Value);
            Assert.Equal(sign, Of(sign, sign * half, -sign * 1e-60).Value);
        }
        Assert.Equal(0, Of(1e17, -1e17).Value);
        Assert.Equal(1, Of(1e17, 1, -1e17).Value);
        Assert.Equal(double.Epsilon, Of(1, double.Epsilon, -1).Value);
    }

    private static ExactSum Of(params double[] x)
    {
        var sum = new ExactSum();
        foreach (double v in x) sum.Add(v);
        return sum;
    }
}
