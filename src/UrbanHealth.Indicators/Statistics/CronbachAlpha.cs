using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Cronbach's alpha (克朗巴哈信度系数): how far several items measure one thing. Source: Cronbach (1951); OECD/JRC Handbook (2008), step 4.</summary>
public sealed record CronbachAlpha
{
    private CronbachAlpha(AlphaForm form, double alpha, double[] ifDeleted, double[] itemRest) => (Form, Alpha, AlphaIfDeleted, ItemRest) = (form, alpha, ifDeleted, itemRest);

    /// <summary>Which form.</summary>
    public AlphaForm Form { get; }

    /// <summary>Alpha; at most 1, negative when the items oppose each other.</summary>
    public double Alpha { get; }

    /// <summary>Alpha without each item; empty for two items.</summary>
    public IReadOnlyList<double> AlphaIfDeleted { get; }

    /// <summary>The correlation of each item with the sum of the others (of the standardised others in that form).</summary>
    public IReadOnlyList<double> ItemRest { get; }

    /// <summary>Alpha of the columns of <paramref name="items"/>.</summary>
    /// <param name="items">Rows are areas, columns the items, all pointing one way.</param>
    /// <param name="form">Covariance by default.</param>
    /// <param name="missing">Which rows each covariance uses; pairwise by default.</param>
    /// <exception cref="ArgumentException">Fewer than two items, an item is constant, or two share fewer than two rows.</exception>
    public static CronbachAlpha Of(Matrix items, AlphaForm form = AlphaForm.Covariance, MissingPairs missing = MissingPairs.Pairwise)
    {
        ArgumentNullException.ThrowIfNull(items);
        int k = items.Columns;
        if (k < 2) throw new ArgumentException("Alpha needs at least two items.", nameof(items));
        Matrix c = form == AlphaForm.Standardised ? Correlation.Among(items, CorrelationMethod.Pearson, missing) : Correlation.CovariancesAmong(items, VarianceDenominator.Sample, missing);
        for (int i = 0; i < k; i++)
        {
            if (!(c[i, i] > 0)) throw new ArgumentException(FormattableString.Invariant($"Item {i} is constant or nearly empty."), nameof(items));
            for (int j = 0; j < i; j++) if (double.IsNaN(c[i, j])) throw new ArgumentException(FormattableString.Invariant($"Items {j} and {i} share fewer than two rows."), nameof(items));
        }
        var ifDeleted = new double[k > 2 ? k : 0];
        for (int d = 0; d < ifDeleted.Length; d++) ifDeleted[d] = AlphaOf(c, d);
        var itemRest = new double[k];
        for (int i = 0; i < k; i++)
        {
            // of the same matrix: cov(i, rest)/√(var i · var rest)
            double with = Sum(c, a => a == i, b => b != i), rest = Sum(c, a => a != i, b => b != i);
            itemRest[i] = with / Math.Sqrt(c[i, i] * rest);
        }
        return new CronbachAlpha(form, AlphaOf(c, -1), ifDeleted, itemRest);
    }

    private static double AlphaOf(Matrix c, int without)
    {
        double k = c.Columns - (without < 0 ? 0 : 1);
        double all = Sum(c, a => a != without, b => b != without), diagonal = 0, lost = 0;
        for (int i = 0; i < c.Columns; i++) if (i != without) Sums.Add(ref diagonal, ref lost, c[i, i]);
        if (all == 0) throw new ArgumentException("The items cancel each other out: their sum does not vary.", nameof(c));
        return k / (k - 1) * (1 - (diagonal + lost) / all);
    }

    private static double Sum(Matrix c, Func<int, bool> rows, Func<int, bool> columns)
    {
        double sum = 0, lost = 0;
        for (int i = 0; i < c.Rows; i++)
            for (int j = 0; j < c.Columns; j++)
                if (rows(i) && columns(j)) Sums.Add(ref sum, ref lost, c[i, j]);
        return sum + lost;
    }

    /// <summary>Such as <c>alpha 0.7035 of 8 items (Standardised)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"alpha {Alpha:0.####} of {ItemRest.Count} items ({Form})");
}
