using UrbanHealth.Indicators.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>Sums of products in blocks of a fixed number of rows.</summary>
public class CrossProductsTests
{
    [Fact]
    public void Products_are_about_the_means_of_the_rows_both_columns_have()
    {
        // x: 1 2 3 –, y: 2 4 9 1 → both have three rows, means 2 and 5: (−1)(−3) + 0 + (1)(4) = 7
        CrossProducts products = Of([0, 0], [[1, 2, 3, double.NaN], [2, 4, 9, 1]]);
        Assert.Equal(7, products.Comoment(0, 1));
        Assert.Equal(7, products.Comoment(1, 0));
        Assert.Equal(2, products.Comoment(0, 0));
        Assert.Equal(38, products.Comoment(1, 1)); // mean 4: 4 + 0 + 25 + 9
        Assert.Equal((3, 4), (products.Count(0, 1), products.Count(1, 1)));
    }

    [Fact]
    public void An_origin_near_the_mean_keeps_the_digits()
    {
        CrossProducts products = Of([1e9, 1e9], [[1e9 + 1, 1e9 + 2, 1e9 + 3], [1e9 + 2, 1e9 + 4, 1e9 + 9]]);
        Assert.Equal(7, products.Comoment(0, 1));
    }

    [Fact]
    public void Parts_split_at_block_boundaries_merge_in_any_order_to_the_bits_of_the_whole()
    {
        double[][] columns = ScoringKernelTests.Columns(5 * CrossProducts.BlockRows + 300, 0.1);
        double[] origins = [.. columns.Select(c => Descriptive.Mean(c))];
        CrossProducts whole = Of(origins, columns), a = Of(origins, Rows(columns, 0, 2)), b = Of(origins, Rows(columns, 2, 3)), c = Of(origins, Rows(columns, 3, 6));
        c.Add(a);
        c.Add(b);
        for (int j = 0; j < columns.Length; j++)
            for (int k = 0; k < columns.Length; k++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(whole.Comoment(j, k)), BitConverter.DoubleToInt64Bits(c.Comoment(j, k)));
                Assert.Equal(whole.Count(j, k), c.Count(j, k));
                double[] x = [.. Enumerable.Range(0, columns[0].Length).Where(i => !double.IsNaN(columns[j][i] + columns[k][i])).Select(i => columns[j][i])];
                double[] y = [.. Enumerable.Range(0, columns[0].Length).Where(i => !double.IsNaN(columns[j][i] + columns[k][i])).Select(i => columns[k][i])];
                double mx = x.Average(), my = y.Average();
                Near.Relative(x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum(), whole.Comoment(j, k), 1e-9);
            }
    }

    private static CrossProducts Of(double[] origins, double[][] columns)
    {
        var products = new CrossProducts(origins);
        products.Add([.. columns.Select(c => (ReadOnlyMemory<double>)c)]);
        return products;
    }

    private static double[][] Rows(double[][] columns, int first, int end) =>
        [.. columns.Select(c => c[(first * CrossProducts.BlockRows)..Math.Min(end * CrossProducts.BlockRows, c.Length)])];
}
