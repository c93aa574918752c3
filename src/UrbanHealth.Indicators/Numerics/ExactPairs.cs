using System.Globalization;
using System.Numerics;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Every pair of columns over the rows that have both: counts, sums, sums of squares and of products, exact; parts merge to the bits of the whole.</summary>
/// <remarks>A column's sums are kept once; a pair has its sum of products, and the moments of the rows that it lacks because the other figure is missing.</remarks>
internal sealed class ExactPairs
{
    private readonly ExactMoments[] columns;
    private readonly ExactProducts[] products; // (1, 0), (2, 0), (2, 1) …
    private readonly ExactGaps?[] gaps; // null where neither column has a figure without the other's

    public ExactPairs(int columns)
        : this(new ExactMoments[columns], new ExactProducts[columns * (columns - 1) / 2])
    {
        for (int j = 0; j < columns; j++) this.columns[j] = new ExactMoments();
        for (int p = 0; p < products.Length; p++) products[p] = new ExactProducts();
    }

    private ExactPairs(ExactMoments[] columns, ExactProducts[] products) => (this.columns, this.products, gaps) = (columns, products, new ExactGaps?[products.Length]);

    public int Columns => columns.Length;

    /// <summary>The moments of a column, whether or not another has the row.</summary>
    public ExactMoments this[int column] => columns[column];

    /// <summary>Two columns as one pair.</summary>
    public static ExactPairs Of(double[] x, double[] y) => Of([x, y]);

    /// <summary>The pairs of the columns of a table; NaN is missing.</summary>
    public static ExactPairs Of(params ReadOnlySpan<ReadOnlyMemory<double>> columns)
    {
        var pairs = new ExactPairs(columns.Length);
        pairs.Add(columns);
        return pairs;
    }

    /// <summary>Adds rows.</summary>
    public void Add(ReadOnlySpan<ReadOnlyMemory<double>> rows)
    {
        for (int j = 0; j < rows.Length; j++)
        {
            if (rows[j].Length != rows[0].Length) throw new ArgumentException("The columns differ in length.", nameof(rows));
            columns[j].Add(rows[j].Span);
        }
        ExactPairBlocks.Add(rows, products, gaps);
    }

    /// <summary>Adds other rows.</summary>
    public void Add(ExactPairs other)
    {
        for (int j = 0; j < columns.Length; j++) columns[j].Add(other.columns[j]);
        for (int p = 0; p < products.Length; p++)
        {
            products[p].Add(other.products[p]);
            if (other.gaps[p] is { } lacking) (gaps[p] ??= new ExactGaps()).Add(lacking);
        }
    }

    /// <summary>The pairs of some columns.</summary>
    public ExactPairs At(IReadOnlyList<int> some)
    {
        var pairs = new ExactPairs([.. some.Select(j => columns[j])], new ExactProducts[some.Count * (some.Count - 1) / 2]);
        for (int j = 1, p = 0; j < some.Count; j++)
            for (int k = 0; k < j; k++, p++) (pairs.products[p], pairs.gaps[p]) = (products[Place(some[j], some[k])], gaps[Place(some[j], some[k])]);
        return pairs;
    }

    /// <summary>Σ (x − x̄)(y − ȳ) about the exact means of the rows that have both, rounded once; NaN without a row or with an infinite figure.</summary>
    public double Comoment(int j, int k)
    {
        if (j == k) return columns[j].SquaredDeviations();
        int p = Place(j, k);
        ExactMoments x = Of(Math.Max(j, k), gaps[p]?.Larger), y = Of(Math.Min(j, k), gaps[p]?.Smaller);
        return Centred(products[p], x, x.Sum.Estimate(), y, y.Sum.Estimate());
    }

    /// <summary>How many rows have both.</summary>
    public long Count(int j, int k) => j == k ? columns[j].Count : columns[Math.Max(j, k)].Count - (gaps[Place(j, k)]?.Larger.Count ?? 0);

    /// <summary>Pearson's correlations of all columns, 1 of each with itself; NaN where fewer than two rows have both, or a column is constant over them.</summary>
    public double[][] Correlations()
    {
        var result = new double[Columns][];
        ExactEstimate[] sums = new ExactEstimate[Columns], squares = new ExactEstimate[Columns];
        var deviations = new double[Columns]; // of whole columns, for the pairs that lack no row
        for (int j = 0; j < Columns; j++)
        {
            result[j] = new double[Columns];
            result[j][j] = 1;
            (sums[j], squares[j]) = (columns[j].Sum.Estimate(), columns[j].Squares.Estimate());
            deviations[j] = Math.Sqrt(columns[j].SquaredDeviations());
        }
        for (int j = 1, p = 0; j < Columns; j++)
            for (int k = 0; k < j; k++, p++)
            {
                result[j][k] = result[k][j] = gaps[p] is { } lacking ? Correlation(p, lacking, j, sums[j], squares[j], k, sums[k], squares[k])
                    : Correlation(products[p], columns[j], sums[j], deviations[j], columns[k], sums[k], deviations[k]);
            }
        return result;
    }

    /// <summary>All of it as lines that <see cref="Read"/> reads back.</summary>
    public void Write(List<string> text)
    {
        foreach (ExactMoments column in columns) text.Add(column.ToString());
        for (int p = 0; p < products.Length; p++) text.Add(string.Create(CultureInfo.InvariantCulture, $"{products[p]}{(gaps[p] is null ? "" : "|")}{gaps[p]}"));
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text)
    {
        for (int j = 0; j < Columns; j++) columns[j] = ExactMoments.Parse(text.Dequeue());
        for (int p = 0; p < products.Length; p++)
        {
            string[] parts = text.Dequeue().Split('|', 2);
            products[p] = ExactProducts.Parse(parts[0]);
            gaps[p] = parts.Length > 1 ? ExactGaps.Parse(parts[1]) : null;
        }
    }

    private static int Place(int j, int k) => j > k ? j * (j - 1) / 2 + k : k * (k - 1) / 2 + j;

    /// <summary>A column without the rows that a pair lacks.</summary>
    private ExactMoments Of(int column, ExactMoments? lacking) => lacking is null || lacking.Count == 0 ? columns[column] : columns[column].Without(lacking);

    /// <summary>Over the rows that both columns have, by estimates where those can tell.</summary>
    private double Correlation(int pair, ExactGaps lacking, int j, ExactEstimate sumJ, ExactEstimate squaresJ, int k, ExactEstimate sumK, ExactEstimate squaresK)
    {
        double n = columns[j].Count - lacking.Larger.Count;
        ExactEstimate x = sumJ - lacking.Larger.Sum.Estimate(), y = sumK - lacking.Smaller.Sum.Estimate();
        if ((n * (squaresJ - lacking.Larger.Squares.Estimate()) - x * x).TryDivide(n, out double dx) && (n * (squaresK - lacking.Smaller.Squares.Estimate()) - y * y).TryDivide(n, out double dy)
            && (n * products[pair].Estimate() - x * y).TryDivide(n, out double comoment) && n >= 2 && dx > 0 && dy > 0) return Math.Clamp(comoment / (Math.Sqrt(dx) * Math.Sqrt(dy)), -1, 1);
        ExactMoments first = Of(j, lacking.Larger), second = Of(k, lacking.Smaller);
        return Correlation(products[pair], first, x, Math.Sqrt(first.SquaredDeviations()), second, y, Math.Sqrt(second.SquaredDeviations()));
    }

    /// <remarks>Exact sums are 0 for a constant, and for nothing else; rounding alone can pass 1 by a bit.</remarks>
    private static double Correlation(ExactProducts products, ExactMoments x, ExactEstimate sumX, double deviationX, ExactMoments y, ExactEstimate sumY, double deviationY) =>
        x.Count >= 2 && deviationX > 0 && deviationY > 0 ? Math.Clamp(Centred(products, x, sumX, y, sumY) / (deviationX * deviationY), -1, 1) : double.NaN;

    /// <summary>Σxy − Σx·Σy/n, rounded once.</summary>
    private static double Centred(ExactProducts products, ExactMoments x, ExactEstimate sumX, ExactMoments y, ExactEstimate sumY)
    {
        if (x.Count == 0 || !x.Sum.IsFinite || !y.Sum.IsFinite) return double.NaN;
        if (((double)x.Count * products.Estimate() - sumX * sumY).TryDivide(x.Count, out double near)) return near;
        (BigInteger numerator, int exponent) = ExactRatio.Centred(x.Count, products.Exact(), x.Sum.Exact(), y.Sum.Exact());
        return ExactRatio.ToDouble(numerator, x.Count, exponent);
    }
}
