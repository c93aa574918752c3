using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Correlations of columns (相关分析).</summary>
/// <remarks>Pearson's rests on exact sums of squares and products, so the order of the rows does not show in a bit.</remarks>
public static class Correlation
{
    /// <summary>The correlation of two columns over the rows that have both.</summary>
    /// <exception cref="ArgumentException">The lengths differ, fewer than two pairs are present, a figure is infinite, or a column is constant over them.</exception>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationMethod method = CorrelationMethod.Pearson)
    {
        (double[] a, double[] b) = Paired(x, y);
        if (a.Length < 2) throw new ArgumentException("At least two pairs must be present.", nameof(x));
        if (IsConstant(a)) throw new ArgumentException("A correlation with a constant is not defined.", nameof(x));
        if (IsConstant(b)) throw new ArgumentException("A correlation with a constant is not defined.", nameof(y));
        return method switch
        {
            CorrelationMethod.Pearson => Pearson(a, b),
            CorrelationMethod.Spearman => Pearson(MeanRanks(a), MeanRanks(b)),
            _ => Kendall(ConcordantPairs.Of(a, b), method),
        };
    }

    /// <summary>The correlation with a two-sided p-value against none.</summary>
    /// <remarks>
    /// Pearson: Student's t with n − 2 degrees of freedom. Spearman: exact or t. Kendall: exact, or normal with the variance corrected
    /// for ties (Kendall, 1970) and no continuity correction. Exact needs a series without ties on at least one side. Three pairs at the least.
    /// </remarks>
    /// <param name="x">One column.</param>
    /// <param name="y">The other.</param>
    /// <param name="method">Which correlation.</param>
    /// <param name="rule">How the p-value of a rank correlation is found; exact when small by default.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>; or exact was asked for and is not at hand.</exception>
    public static CorrelationTest Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationMethod method = CorrelationMethod.Pearson, PValueRule rule = PValueRule.ExactWhenSmall)
    {
        double r = Of(x, y, method);
        (double[] a, double[] b) = Paired(x, y);
        int n = a.Length;
        if (n < 3) throw new ArgumentException("A test needs three pairs.", nameof(x));
        double? exact = method == CorrelationMethod.Pearson || rule == PValueRule.Approximate ? null
            : method == CorrelationMethod.Spearman ? RankTests.SpearmanExact(a, b) : RankTests.KendallExact(ConcordantPairs.Of(a, b));
        if (rule == PValueRule.Exact && exact is null)
            throw new ArgumentException("No exact distribution is at hand: Spearman up to 10 and Kendall up to 20 pairs, ties on one side at most; none for Pearson.", nameof(rule));
        double p = exact ?? (method is CorrelationMethod.Pearson or CorrelationMethod.Spearman ? RankTests.StudentT(r, n) : RankTests.KendallNormal(ConcordantPairs.Of(a, b)));
        return new CorrelationTest(r, p, n);
    }

    /// <summary>The correlations of all columns with each other; a pair for which it is not defined (too few rows, a constant) is NaN.</summary>
    /// <exception cref="ArgumentException">A figure is infinite.</exception>
    public static Matrix Among(Matrix columns, CorrelationMethod method = CorrelationMethod.Pearson, MissingPairs missing = MissingPairs.Pairwise)
    {
        Matrix data = Rows(columns, missing);
        if (method == CorrelationMethod.Pearson) return Pearsons(data);
        // where nothing is missing, all pairs share a column's ranks
        if (method == CorrelationMethod.Spearman && ReferenceEquals(data.CompleteRows(), data)) return Pearsons(Ranked(data));
        return Each(data, 2, (x, y) => Of(x, y, method), diagonal: 1);
    }

    /// <summary>The p-values of all columns with each other; 0 on the diagonal; NaN where <see cref="Test"/> is not defined.</summary>
    public static Matrix PValuesAmong(Matrix columns, CorrelationMethod method = CorrelationMethod.Pearson, MissingPairs missing = MissingPairs.Pairwise, PValueRule rule = PValueRule.ExactWhenSmall) =>
        Each(Rows(columns, missing), 3, (x, y) => Test(x, y, method, rule).PValue, diagonal: 0);

    /// <summary>The covariances of all columns with each other, of the sample by default; NaN where fewer than two rows have both.</summary>
    /// <exception cref="ArgumentException">A figure is infinite.</exception>
    public static Matrix CovariancesAmong(Matrix columns, VarianceDenominator denominator = VarianceDenominator.Sample, MissingPairs missing = MissingPairs.Pairwise)
    {
        ExactPairs pairs = Pairs(Rows(columns, missing));
        var result = new double[pairs.Columns][];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = new double[result.Length];
            for (int j = 0; j < result.Length; j++)
            {
                long n = pairs.Count(i, j);
                result[i][j] = n < 2 ? double.NaN : pairs.Comoment(i, j) / (denominator == VarianceDenominator.Sample ? n - 1 : n);
            }
        }
        return Matrix.FromColumns(result);
    }

    private static Matrix Pearsons(Matrix columns)
    {
        ExactPairs pairs = Pairs(columns);
        double[][] r = pairs.Correlations();
        for (int j = 0; j < r.Length; j++) if (pairs[j].Count < 2 || !(pairs[j].Minimum < pairs[j].Maximum)) r[j][j] = double.NaN;
        return Matrix.FromColumns(r);
    }

    private static Matrix Ranked(Matrix columns)
    {
        var ranks = new double[columns.Columns][];
        for (int j = 0; j < ranks.Length; j++)
        {
            double[] x = columns.Column(j).ToArray();
            CheckFinite(x);
            ranks[j] = MeanRanks(x);
        }
        return Matrix.FromColumns(ranks);
    }

    private static ExactPairs Pairs(Matrix columns)
    {
        var memory = new ReadOnlyMemory<double>[columns.Columns];
        for (int j = 0; j < memory.Length; j++)
        {
            memory[j] = columns.ColumnMemory(j);
            CheckFinite(memory[j].Span);
        }
        return ExactPairs.Of(memory);
    }

    private static void CheckFinite(ReadOnlySpan<double> columns)
    {
        foreach (double x in columns) if (double.IsInfinity(x)) throw new ArgumentException("A figure is infinite.", nameof(columns));
    }

    private static Matrix Rows(Matrix columns, MissingPairs missing)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return missing == MissingPairs.CompleteRows ? columns.CompleteRows() : columns;
    }

    private static Matrix Each(Matrix data, int least, Func<double[], double[], double> statistic, double diagonal)
    {
        int k = data.Columns;
        var result = new double[k][];
        for (int i = 0; i < k; i++) result[i] = new double[k];
        for (int i = 0; i < k; i++)
        {
            for (int j = i; j < k; j++)
            {
                (double[] x, double[] y) = Paired(data.Column(i), data.Column(j));
                bool isDefined = x.Length >= least && !IsConstant(x) && !IsConstant(y);
                result[i][j] = result[j][i] = !isDefined ? double.NaN : i == j ? diagonal : statistic(x, y);
            }
        }
        return Matrix.FromColumns(result);
    }

    internal static (double[] X, double[] Y) Paired(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("The columns differ in length.", nameof(y));
        var a = new double[x.Length];
        var b = new double[x.Length];
        int n = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            if (double.IsInfinity(x[i]) || double.IsInfinity(y[i])) throw new ArgumentException("A figure is infinite.", double.IsInfinity(x[i]) ? nameof(x) : nameof(y));
            (a[n], b[n++]) = (x[i], y[i]);
        }
        return (a[..n], b[..n]);
    }

    private static bool IsConstant(double[] x)
    {
        foreach (double v in x) if (v != x[0]) return false;
        return true;
    }

    private static double Pearson(double[] x, double[] y) => ExactPairs.Of(x, y).Correlations()[0][1];

    private static double[] MeanRanks(double[] x) => Ranking.Of(x, TieRule.Average);

    private static double Kendall(ConcordantPairs p, CorrelationMethod method) => method switch
    {
        CorrelationMethod.KendallA => (double)p.Score / p.Pairs,
        CorrelationMethod.KendallC => 2.0 * p.Score * Math.Min(p.X.Length, p.Y.Length) / ((double)p.Count * p.Count * (Math.Min(p.X.Length, p.Y.Length) - 1)),
        _ => p.Score / Math.Sqrt((double)(p.Pairs - p.TiedX) * (p.Pairs - p.TiedY)),
    };
}
