using MathNet.Numerics.LinearAlgebra;

namespace UrbanHealth.Indicators;

/// <summary>Ordinary least squares on other indicators (回归插补), over all areas and years that have them.</summary>
/// <remarks>
/// x = β₀ + Σ βⱼ xⱼ, by QR on centred columns scaled to a largest entry of 1. A cell one of whose predictors is missing stays missing, and so does a column with
/// fewer rows than coefficients plus one or whose predictors depend on each other. Source: OECD/JRC (2008), step 3.
/// </remarks>
public sealed record RegressionImputation : Imputation
{
    /// <inheritdoc/>
    public override bool IsRelative => true;

    private readonly int bestCorrelated = 3;

    /// <summary>The codes of the predictors; null to take the best correlated.</summary>
    public IReadOnlyList<string>? Predictors { get; init; }

    /// <summary>How many indicators, those of the largest |Pearson correlation| over the rows both have, predict when none are named; 3 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int BestCorrelated
    {
        get => bestCorrelated;
        init => bestCorrelated = value < 1 ? throw new ArgumentOutOfRangeException(nameof(value), "At least one predictor is needed.") : value;
    }

    /// <summary>Copies <paramref name="values"/> to <paramref name="filled"/> and fills what is NaN from the predictors.</summary>
    /// <param name="values">A figure a row.</param>
    /// <param name="predictors">The predictors, as many rows.</param>
    /// <param name="filled">As long as <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Fill(ReadOnlySpan<double> values, Indicators.Matrix predictors, Span<double> filled)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        CheckLength(values.Length, predictors.Rows, nameof(predictors));
        CheckLength(values.Length, filled.Length, nameof(filled));
        values.CopyTo(filled);
        int p = predictors.Columns;
        var rows = new List<int>();
        for (int i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]) && Complete(predictors, i)) rows.Add(i);
        if (rows.Count < p + 2) return;

        // centred and scaled columns keep the digits of indicators of very different size
        double[] means = new double[p], scales = new double[p];
        for (int j = 0; j < p; j++)
        {
            means[j] = Descriptive.Mean([.. rows.Select(i => predictors[i, j])]);
            scales[j] = rows.Max(i => Math.Abs(predictors[i, j] - means[j]));
            if (scales[j] == 0) return;
        }
        var known = new double[rows.Count];
        for (int k = 0; k < known.Length; k++) known[k] = values[rows[k]];
        double mean = Descriptive.Mean(known);
        var x = Matrix<double>.Build.Dense(rows.Count, p, (k, j) => (predictors[rows[k], j] - means[j]) / scales[j]);
        var y = Vector<double>.Build.Dense(rows.Count, k => known[k] - mean);
        var qr = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        double largest = 0, smallest = double.PositiveInfinity;
        for (int j = 0; j < p; j++)
        {
            largest = Math.Max(largest, Math.Abs(qr.R[j, j]));
            smallest = Math.Min(smallest, Math.Abs(qr.R[j, j]));
        }
        if (!(smallest > 1e-10 * largest)) return;
        Vector<double> beta = qr.Solve(y);
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]) || !Complete(predictors, i)) continue;
            double fit = mean;
            for (int j = 0; j < p; j++) fit += beta[j] * ((predictors[i, j] - means[j]) / scales[j]);
            filled[i] = fit;
        }
    }

    private protected override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        int last = panel.Codes.Count - panel.Framework.Quantities.Count, areas = panel.Areas.Count;
        int[]? named = Predictors is null ? null : ColumnsOf(panel, Predictors, nameof(Predictors));
        var pooled = new double[last][];
        for (int c = 0; c < last; c++)
        {
            pooled[c] = new double[areas * panel.Years.Count];
            for (int y = 0; y < panel.Years.Count; y++) panel.ColumnAt(y, c).Span.CopyTo(pooled[c].AsSpan(y * areas));
        }
        foreach (int c in columns)
        {
            if (!Array.Exists(pooled[c], double.IsNaN)) continue;
            int[] on = named is null ? Best(pooled, c) : [.. named.Where(j => j != c)];
            if (on.Length == 0) continue;
            var filled = new double[pooled[c].Length];
            Fill(pooled[c], Indicators.Matrix.FromMemory([.. on.Select(j => (ReadOnlyMemory<double>)pooled[j])]), filled);
            for (int y = 0; y < panel.Years.Count; y++) Take(panel, draft, y, c, filled.AsSpan(y * areas, areas));
        }
    }

    private int[] Best(double[][] columns, int target) =>
        [.. Enumerable.Range(0, columns.Length).Where(j => j != target).Select(j => (j, r: Math.Abs(Correlation(columns[target], columns[j])))).Where(p => !double.IsNaN(p.r)).OrderByDescending(p => p.r).ThenBy(p => p.j).Take(BestCorrelated).Select(p => p.j)];

    /// <summary>Pearson's correlation over the rows both have; NaN for fewer than three, or where one does not vary.</summary>
    private static double Correlation(double[] a, double[] b)
    {
        int[] both = [.. Enumerable.Range(0, a.Length).Where(i => !double.IsNaN(a[i]) && !double.IsNaN(b[i]))];
        if (both.Length < 3) return double.NaN;
        double ma = Descriptive.Mean([.. both.Select(i => a[i])]), mb = Descriptive.Mean([.. both.Select(i => b[i])]);
        double ab = 0, aa = 0, bb = 0;
        foreach (int i in both)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return aa == 0 || bb == 0 ? double.NaN : ab / Math.Sqrt(aa * bb);
    }

    private static bool Complete(Indicators.Matrix predictors, int row)
    {
        for (int j = 0; j < predictors.Columns; j++)
            if (double.IsNaN(predictors[row, j])) return false;
        return true;
    }
}
