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
        ExactPair pair = ExactPair.Of([1, 2, 3, double.NaN, 8], [2, 4, 9, 1, double.NaN]);
        Assert.Equal(7, pair.Comoment());
        Near.Relative(7 / Math.Sqrt(2 * 26), pair.Correlation(), 1e-15);
    }

    [Fact]
    public void An_offset_costs_no_digit()
    {
        // 1e9 + 1 … are whole: the exact comoment is that of 1, 2, 3 and 2, 4, 9
        Assert.Equal(7, ExactPair.Of([1e9 + 1, 1e9 + 2, 1e9 + 3], [1e15 + 2, 1e15 + 4, 1e15 + 9]).Comoment());
    }

    [Fact]
    public void A_constant_or_a_single_row_has_no_correlation_and_an_infinite_figure_no_comoment()
    {
        Assert.True(double.IsNaN(ExactPair.Of([1, 1], [1, 2]).Correlation()));
        Assert.True(double.IsNaN(ExactPair.Of([1], [1]).Correlation()));
        Assert.True(double.IsNaN(ExactPair.Of([], []).Comoment()));
        Assert.True(double.IsNaN(ExactPair.Of([1, double.PositiveInfinity], [1, 2]).Comoment()));
    }

    [Fact]
    public void Parts_merge_in_any_order_to_the_bits_of_the_whole()
    {
        Gen.Select(Gen.OneOf(Gen.Double[-1e3, 1e3], Gen.Double[-1e-130, 1e-130], Gen.Const(double.NaN)), Gen.Double[-1e3, 1e3]).Array[2, 200].Sample(rows =>
        {
            double[] x = [.. rows.Select(r => r.Item1)], y = [.. rows.Select(r => r.Item2)];
            int cut = rows.Length / 3;
            ExactPair whole = ExactPair.Of(x, y), a = ExactPair.Of(x[..cut], y[..cut]), b = ExactPair.Parse(ExactPair.Of(x[cut..], y[cut..]).ToString());
            b.Add(a);
            return whole.Products.Exact() == b.Products.Exact() && whole.Comoment().Equals(b.Comoment());
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
        ExactPair[] pairs = [.. Enumerable.Range(0, 6).Select(_ => new ExactPair())], plain = [.. Enumerable.Range(0, 6).Select(_ => new ExactPair())];
        ExactPairBlocks.Add([.. columns.Select(c => (ReadOnlyMemory<double>)c)], pairs);
        for (int j = 1, p = 0; j < 4; j++)
            for (int k = 0; k < j; k++, p++)
                for (int i = 0; i < 2500; i++) plain[p].Add(columns[j][i], columns[k][i]);
        for (int p = 0; p < pairs.Length; p++)
        {
            Assert.Equal(plain[p].Count, pairs[p].Count);
            Assert.Equal(plain[p].Products.Exact(), pairs[p].Products.Exact());
            Assert.Equal(plain[p].SquaresX.Exact(), pairs[p].SquaresX.Exact());
            Assert.Equal(plain[p].SquaresY.Exact(), pairs[p].SquaresY.Exact());
            Assert.Equal((plain[p].SumX.Value, plain[p].SumY.Value), (pairs[p].SumX.Value, pairs[p].SumY.Value));
            Assert.Equal(plain[p].Correlation(), pairs[p].Correlation());
        }
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
