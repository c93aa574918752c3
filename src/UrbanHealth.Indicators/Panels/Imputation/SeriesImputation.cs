namespace UrbanHealth.Indicators;

/// <summary>An imputation that looks at one indicator of one area through the years (按时间插补).</summary>
public abstract record SeriesImputation : Imputation
{
    private readonly int? maxGap;

    private protected SeriesImputation() { }

    /// <summary>The largest gap in calendar years that is bridged, whether or not the panel has those years; null for any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxGap
    {
        get => maxGap;
        init => maxGap = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(value), "A gap is at least 1 year.") : value;
    }

    /// <summary>Copies <paramref name="values"/> to <paramref name="filled"/> and fills what is NaN; what cannot be filled stays NaN.</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">A figure a year.</param>
    /// <param name="filled">As long as <paramref name="values"/>, and other memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the years do not rise.</exception>
    public void Fill(ReadOnlySpan<int> years, ReadOnlySpan<double> values, Span<double> filled)
    {
        CheckLength(years.Length, values.Length, nameof(values));
        CheckLength(years.Length, filled.Length, nameof(filled));
        for (int i = 1; i < years.Length; i++)
            if (years[i] <= years[i - 1]) throw new ArgumentException("The years must rise.", nameof(years));
        values.CopyTo(filled);
        int before = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i])) { before = i; continue; }
            int after = i + 1;
            while (after < values.Length && double.IsNaN(values[after])) after++;
            for (; i < after; i++) filled[i] = FillOf(years, values, i, before, after < values.Length ? after : -1);
            i--;
        }
    }

    /// <summary>The figure at a place whose nearest figures lie at <paramref name="before"/> and <paramref name="after"/>, −1 for none.</summary>
    private protected abstract double FillOf(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int at, int before, int after);

    private protected bool Bridges(int gap) => MaxGap is not { } most || gap <= most;

    private protected sealed override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        int[] years = [.. panel.Years];
        double[] series = new double[years.Length], filled = new double[years.Length];
        foreach (int c in columns)
            for (int a = 0; a < panel.Areas.Count; a++)
            {
                bool open = false;
                for (int y = 0; y < years.Length; y++)
                {
                    series[y] = panel.ColumnAt(y, c).Span[a];
                    open |= double.IsNaN(series[y]);
                }
                if (!open) continue;
                Fill(years, series, filled);
                for (int y = 0; y < years.Length; y++)
                    if (!double.IsNaN(filled[y]) && panel.StateAt(a, y, c) == ObservationState.Missing) draft.Set(a, y, c, filled[y], ObservationState.Imputed);
            }
    }
}
