namespace UrbanHealth.Indicators;

/// <summary>The mean of the areas that are most alike in the year (最近邻插补).</summary>
/// <remarks>
/// Two areas are compared over the other indicators both have in the year, each divided by its sample standard deviation of that
/// year; an indicator that does not vary is left out. The distance is a mean over those indicators, so that areas which
/// share few are not favoured. Areas as near as the last neighbour count too. With fewer neighbours than asked for, all of
/// them count; with none the cell stays missing. Source: Troyanskaya et al. (2001), Bioinformatics 17(6), without their weights.
/// </remarks>
public sealed record NearestNeighboursImputation : Imputation
{
    /// <inheritdoc/>
    public override bool IsRelative => true;

    private readonly int neighbours = 5;

    /// <summary>How many areas are averaged; 5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Neighbours
    {
        get => neighbours;
        init => neighbours = value < 1 ? throw new ArgumentOutOfRangeException(nameof(value), "At least one neighbour is needed.") : value;
    }

    /// <summary>The distance; Euclidean by default.</summary>
    public NeighbourDistance Distance { get; init; }

    /// <summary>The rows with what is NaN filled from the nearest other rows.</summary>
    /// <param name="rows">Rows are areas, columns are indicators.</param>
    /// <returns>A matrix of the same shape; what cannot be filled stays NaN.</returns>
    public Matrix Fill(Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var scales = new double[rows.Columns];
        for (int j = 0; j < scales.Length; j++) scales[j] = ScaleOf(rows.Column(j));
        var filled = new ReadOnlyMemory<double>[rows.Columns];
        for (int j = 0; j < filled.Length; j++) filled[j] = FillColumn(rows, scales, j);
        return Matrix.FromMemory(filled);
    }

    private protected override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        int last = panel.Codes.Count - panel.Framework.Quantities.Count;
        if (panel.Areas.Count == 0 || last == 0) return;
        for (int y = 0; y < panel.Years.Count; y++)
        {
            Matrix rows = Matrix.FromMemory([.. Enumerable.Range(0, last).Select(c => panel.ColumnAt(y, c))]);
            double[] scales = [.. Enumerable.Range(0, last).Select(c => ScaleOf(rows.Column(c)))];
            foreach (int c in columns) Take(panel, draft, y, c, FillColumn(rows, scales, c));
        }
    }

    /// <summary>The standard deviation of a column; 0 when it has none to speak of.</summary>
    private static double ScaleOf(ReadOnlySpan<double> column)
    {
        int present = 0;
        foreach (double x in column) if (!double.IsNaN(x)) present++;
        return present < 2 ? 0 : Descriptive.StandardDeviation(column);
    }

    private double[] FillColumn(Matrix rows, double[] scales, int column)
    {
        double[] filled = rows.Column(column).ToArray();
        var near = new List<(double Distance, int Row)>();
        for (int a = 0; a < filled.Length; a++)
        {
            if (!double.IsNaN(rows[a, column])) continue;
            near.Clear();
            for (int b = 0; b < filled.Length; b++)
                if (!double.IsNaN(rows[b, column]) && DistanceOf(rows, scales, a, b) is double d && !double.IsNaN(d)) near.Add((d, b));
            if (near.Count == 0) continue;
            near.Sort();
            // whoever is as near as the last counts too, or the order of the areas would decide
            double farthest = near[Math.Min(Neighbours, near.Count) - 1].Distance * (1 + 1e-12);
            filled[a] = Descriptive.Mean([.. near.TakeWhile(n => n.Distance <= farthest).Select(n => rows[n.Row, column])]);
        }
        return filled;
    }

    private double DistanceOf(Matrix rows, double[] scales, int a, int b)
    {
        double sum = 0;
        int shared = 0;
        for (int j = 0; j < scales.Length; j++)
        {
            double d = (rows[a, j] - rows[b, j]) / scales[j];
            if (scales[j] == 0 || double.IsNaN(d)) continue;
            sum += Distance == NeighbourDistance.Euclidean ? d * d : Math.Abs(d);
            shared++;
        }
        return shared == 0 ? double.NaN : Distance == NeighbourDistance.Euclidean ? Math.Sqrt(sum / shared) : sum / shared;
    }
}
