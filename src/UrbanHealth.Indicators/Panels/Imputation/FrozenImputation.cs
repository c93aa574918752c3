namespace UrbanHealth.Indicators;

/// <summary>Means or medians of a baseline, kept to fill later panels with (固定填补值).</summary>
public sealed record FrozenImputation : Imputation
{
    /// <summary>What makes a group where there are figures by group; <see cref="Groups"/> wins.</summary>
    public AreaGrouping By { get; init; }

    /// <summary>The group of each area by its code; null to group by <see cref="By"/>.</summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>The figure of each column, by code; empty when figures are by group.</summary>
    public IReadOnlyDictionary<string, double> Fills { get; init; } = new Dictionary<string, double>();

    /// <summary>The figure of each group, by the column's code; empty when figures are for all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> GroupFills { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();

    private protected override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        string?[] groups = [.. panel.Areas.Select(a => GroupImputation.GroupOf(a, Groups, By))];
        var filled = new double[panel.Areas.Count];
        foreach (int c in columns)
        {
            double all = Fills.GetValueOrDefault(panel.Codes[c], double.NaN);
            IReadOnlyDictionary<string, double>? byGroup = GroupFills.GetValueOrDefault(panel.Codes[c]);
            for (int a = 0; a < filled.Length; a++)
                filled[a] = byGroup is null ? all : groups[a] is { } group ? byGroup.GetValueOrDefault(group, double.NaN) : double.NaN;
            for (int y = 0; y < panel.Years.Count; y++) Take(panel, draft, y, c, filled);
        }
    }

    /// <summary>The present figures of a column over the baseline, year after year.</summary>
    internal static double[] Pooled(Panel panel, YearRange years, int column, Func<int, bool>? area = null)
    {
        var values = new List<double>();
        for (int y = 0; y < panel.Years.Count; y++)
        {
            if (!years.Contains(panel.Years[y])) continue;
            ReadOnlySpan<double> figures = panel.ColumnAt(y, column).Span;
            for (int a = 0; a < figures.Length; a++)
                if (!double.IsNaN(figures[a]) && (area is null || area(a))) values.Add(figures[a]);
        }
        return [.. values];
    }
}
