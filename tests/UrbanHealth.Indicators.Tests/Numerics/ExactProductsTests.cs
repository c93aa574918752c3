using System.Numerics;
using CsCheck;
using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Sums of products without rounding.</summary>
public class ExactProductsTests
{
    [Fact]
    public void Products_of_any_size_are_summed_as_whole_numbers()
    {
        // against whole numbers: every double is an integer times a power of two
        double[] sizes = [1, 3.7, -0.1, 1e-310, -5e-324, 1e-200, 1e-121, 2.5e-120, 1e149, 3e150, -1.7e308, 1.3e300, 0];
        var products = new ExactProducts();
        BigInteger exact = BigInteger.Zero; // of units of 2^−2148
        foreach (double x in sizes)
            foreach (double y in sizes)
            {
                products.Add(x, y);
                exact += Integer(x) * Integer(y);
            }
        (BigInteger integer, int exponent) = products.Exact();
        Assert.Equal(exact, integer << (exponent + 2148));
        (integer, exponent) = ExactProducts.Parse(products.ToString()).Exact();
        Assert.Equal(exact, integer << (exponent + 2148));
    }

    // means 2 and 5 over the three rows both have: (−1)(−3) + 0 + (1)(4) = 7; r = 7/√(2·26)
    [Fact]
    public void A_comoment_and_a_correlation_are_over_the_rows_both_columns_have()
    {
        ExactPairs pair = ExactPairs.Of([1, 2, 3, double.NaN, 8], [2, 4, 9, 1, double.NaN]);
        Assert.Equal(7, pair.Comoment(0, 1));
        Near.Relative(7 / Math.Sqrt(2 * 26), pair.Correlations()[0][1], 1e-15);
    }

    [Fact]
    public void An_offset_costs_no_digit()
    {
        // 1e9 + 1 … are whole: the exact comoment is that of 1, 2, 3 and 2, 4, 9
        Assert.Equal(7, ExactPairs.Of([1e9 + 1, 1e9 + 2, 1e9 + 3], [1e15 + 2, 1e15 + 4, 1e15 + 9]).Comoment(0, 1));
    }

    [Fact]
    public void A_constant_or_a_single_row_has_no_correlation_and_an_infinite_figure_no_comoment()
    {
        Assert.True(double.IsNaN(ExactPairs.Of([1, 1], [1, 2]).Correlations()[0][1]));
        Assert.True(double.IsNaN(ExactPairs.Of([1], [1]).Correlations()[0][1]));
        Assert.True(double.IsNaN(ExactPairs.Of([], []).Comoment(0, 1)));
        Assert.True(double.IsNaN(ExactPairs.Of([1, double.PositiveInfinity], [1, 2]).Comoment(0, 1)));
    }

    [Fact]
    public void Parts_merge_in_any_order_to_the_bits_of_the_whole()
    {
        Gen.Select(Gen.OneOf(Gen.Double[-1e3, 1e3], Gen.Double[-1e-130, 1e-130], Gen.Const(double.NaN)), Gen.Double[-1e3, 1e3]).Array[2, 200].Sample(rows =>
        {
            double[] x = [.. rows.Select(r => r.Item1)], y = [.. rows.Select(r => r.Item2)];
            int cut = rows.Length / 3;
            ExactPairs whole = ExactPairs.Of(x, y), a = ExactPairs.Of(x[..cut], y[..cut]), b = Reread(ExactPairs.Of(x[cut..], y[cut..]));
            b.Add(a);
            return Text(whole).SequenceEqual(Text(b)) && whole.Comoment(0, 1).Equals(b.Comoment(1, 0));
        }, iter: 200, threads: 1);
    }

    [Theory]
    [InlineData(0.0, 1e3)]
    [InlineData(0.1, 1e3)]
    [InlineData(0.6, 1e-3)]
    [InlineData(0.1, 1e-140)] // out of reach of slices
    public void Columns_at_once_have_the_sums_of_rows_one_by_one(double missing, double scale)
    {
        var random = new Random(5);
        double[][] columns = [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 2500).Select(_ => random.NextDouble() < missing ? double.NaN : (random.NextDouble() - 0.3) * scale * Math.Pow(10, -random.Next(j + 1))).ToArray())];
        ExactPairs pairs = ExactPairs.Of([.. columns.Select(c => (ReadOnlyMemory<double>)c)]);
        double[][] correlations = pairs.Correlations();
        for (int j = 1; j < 4; j++)
            for (int k = 0; k < j; k++)
            {
                double[] rows = [.. Enumerable.Range(0, 2500).Where(i => !double.IsNaN(columns[j][i]) && !double.IsNaN(columns[k][i])).Select(i => (double)i)];
                double[] x = [.. rows.Select(i => columns[j][(int)i])], y = [.. rows.Select(i => columns[k][(int)i])];
                var products = new ExactProducts();
                ExactMoments first = new(), second = new();
                for (int i = 0; i < x.Length; i++)
                {
                    products.Add(x[i], y[i]);
                    first.Add(x[i]);
                    second.Add(y[i]);
                }
                double comoment = Comoment(products, first, second);
                Assert.Equal(x.Length, pairs.Count(j, k));
                Assert.Equal(comoment, pairs.Comoment(j, k));
                Assert.Equal(comoment, pairs.Comoment(k, j));
                Assert.Equal(comoment / (Math.Sqrt(first.SquaredDeviations()) * Math.Sqrt(second.SquaredDeviations())), correlations[j][k]);
            }
    }

    /// <summary>Σxy − Σx·Σy/n by whole numbers, rounded once.</summary>
    private static double Comoment(ExactProducts products, ExactMoments x, ExactMoments y)
    {
        (BigInteger p, int pe) = products.Exact();
        (BigInteger a, int ae) = x.Sum.Exact();
        (BigInteger b, int be) = y.Sum.Exact();
        int exponent = Math.Min(pe, ae + be);
        return ExactRatio.ToDouble(((x.Count * p) << (pe - exponent)) - ((a * b) << (ae + be - exponent)), x.Count, exponent);
    }

    private static List<string> Text(ExactPairs pairs)
    {
        var text = new List<string>();
        pairs.Write(text);
        return text;
    }

    private static ExactPairs Reread(ExactPairs pairs)
    {
        var again = new ExactPairs(pairs.Columns);
        again.Read(new Queue<string>(Text(pairs)));
        return again;
    }

    private static BigInteger Integer(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = bits & ((1L << 52) - 1);
        if (exponent > 0) mantissa += BigInteger.One << 52;
        mantissa <<= Math.Max(exponent, 1) - 1; // units of 2^−1074
        return x < 0 ? -mantissa : mantissa;
    }
}
