namespace UrbanHealth.Indicators;

/// <summary>The area's mean over the other indicators, each brought to 0…1 by the year's worst and best and then back (行均值插补).</summary>
/// <remarks>
/// An indicator that does not vary in the year, has a target or a range for its best, or is a component, neither speaks nor is
/// filled. It supposes that an area is as good at one thing as at the others. Source: COINr (Becker 2022), i_mean_row.
/// </remarks>
public sealed record RowMeanImputation : Imputation
{
    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <summary>Which indicators are averaged; those of the same dimension by default.</summary>
    public RowMeanScope Within { get; init; }

    private protected override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        IReadOnlyList<Indicator> indicators = panel.Framework.Indicators;
        string?[] dimension = [.. indicators.Select(i => Within == RowMeanScope.All ? "" : panel.Framework.ParentOf(i.Code))];
        for (int y = 0; y < panel.Years.Count; y++)
        {
            var ends = new (double Worst, double Best)?[indicators.Count];
            for (int c = 0; c < ends.Length; c++) ends[c] = EndsOf(panel.ColumnAt(y, c).Span, indicators[c].Direction);
            var row = new List<double>();
            foreach (int c in columns)
            {
                if (c >= ends.Length || ends[c] is not { } end) continue;
                for (int a = 0; a < panel.Areas.Count; a++)
                {
                    if (panel.StateAt(a, y, c) != ObservationState.Missing) continue;
                    row.Clear();
                    for (int j = 0; j < ends.Length; j++)
                        if (dimension[j] == dimension[c] && ends[j] is { } other && panel.ColumnAt(y, j).Span[a] is double x && !double.IsNaN(x))
                            row.Add((x - other.Worst) / (other.Best - other.Worst));
                    if (row.Count > 0) draft.Set(a, y, c, end.Worst + (Descriptive.Mean([.. row]) * (end.Best - end.Worst)), ObservationState.Imputed);
                }
            }
        }
    }

    private static (double Worst, double Best)? EndsOf(ReadOnlySpan<double> column, Direction direction)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double x in column)
        {
            if (double.IsNaN(x)) continue;
            low = Math.Min(low, x);
            high = Math.Max(high, x);
        }
        if (!(low < high)) return null;
        return direction switch
        {
            Direction.HigherIsBetter => (low, high),
            Direction.LowerIsBetter => (high, low),
            _ => null,
        };
    }
}
