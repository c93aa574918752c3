namespace UrbanHealth.Indicators;

/// <summary>An imputation that looks at one indicator in one year (按列插补).</summary>
public abstract record ColumnImputation : Imputation
{
    private protected ColumnImputation() { }

    /// <summary>Copies <paramref name="values"/> to <paramref name="filled"/> and fills what is NaN; what cannot be filled stays NaN.</summary>
    /// <param name="values">A figure an area.</param>
    /// <param name="filled">As long as <paramref name="values"/>; it may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a figure is infinite.</exception>
    public void Fill(ReadOnlySpan<double> values, Span<double> filled)
    {
        CheckLength(values.Length, filled.Length, nameof(filled));
        double fill = FillOf(values);
        for (int i = 0; i < values.Length; i++) filled[i] = double.IsNaN(values[i]) ? fill : values[i];
    }

    /// <summary>The figures of the baseline's years together, one a column.</summary>
    public override Imputation Fit(Panel baseline, YearRange years)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return new FrozenImputation
        {
            Only = Only,
            Fills = ColumnsOf(baseline, Only, nameof(Only)).Select(c => (Code: baseline.Codes[c], Value: FillOf(FrozenImputation.Pooled(baseline, years, c))))
                .Where(f => !double.IsNaN(f.Value)).ToDictionary(f => f.Code, f => f.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>The figure for what is missing; NaN when there is nothing to learn it from.</summary>
    private protected abstract double FillOf(ReadOnlySpan<double> values);

    private protected sealed override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        var filled = new double[panel.Areas.Count];
        for (int y = 0; y < panel.Years.Count; y++)
            foreach (int c in columns)
            {
                Fill(panel.ColumnAt(y, c).Span, filled);
                Take(panel, draft, y, c, filled);
            }
    }

    private protected static bool AnyPresent(ReadOnlySpan<double> values)
    {
        foreach (double x in values)
            if (!double.IsNaN(x)) return true;
        return false;
    }
}
