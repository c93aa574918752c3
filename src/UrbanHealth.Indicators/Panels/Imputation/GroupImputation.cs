namespace UrbanHealth.Indicators;

/// <summary>An imputation that looks at one indicator in one year within groups of areas (分组插补).</summary>
/// <remarks>An area without a group, or whose group has no figure, stays missing.</remarks>
public abstract record GroupImputation : Imputation
{
    private protected GroupImputation() { }

    /// <summary>What makes a group; the class of city by default. Not looked at when <see cref="Groups"/> are given.</summary>
    public AreaGrouping By { get; init; }

    /// <summary>The group of each area by its code; null to group by <see cref="By"/>.</summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>Copies <paramref name="values"/> to <paramref name="filled"/> and fills what is NaN from its group.</summary>
    /// <param name="values">A figure an area.</param>
    /// <param name="groups">The group of each area; null for none.</param>
    /// <param name="filled">As long as <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a figure is infinite.</exception>
    public void Fill(ReadOnlySpan<double> values, IReadOnlyList<string?> groups, Span<double> filled)
    {
        ArgumentNullException.ThrowIfNull(groups);
        CheckLength(values.Length, groups.Count, nameof(groups));
        CheckLength(values.Length, filled.Length, nameof(filled));
        var members = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (groups[i] is not { } group || double.IsNaN(values[i])) continue;
            if (!members.TryGetValue(group, out List<double>? list)) members.Add(group, list = []);
            list.Add(values[i]);
        }
        var fills = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string group, List<double> list) in members) fills.Add(group, FillOf([.. list]));
        for (int i = 0; i < values.Length; i++)
            filled[i] = !double.IsNaN(values[i]) ? values[i] : groups[i] is { } group && fills.TryGetValue(group, out double fill) ? fill : double.NaN;
    }

    /// <summary>The figures of the baseline's years together, one a column and group.</summary>
    public override Imputation Fit(Panel baseline, YearRange years)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        string?[] groups = [.. baseline.Areas.Select(a => GroupOf(a, Groups, By))];
        return new FrozenImputation
        {
            Only = Only,
            By = By,
            Groups = Groups,
            GroupFills = ColumnsOf(baseline, Only, nameof(Only)).ToDictionary(c => baseline.Codes[c], c => (IReadOnlyDictionary<string, double>)groups.OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(g => (Group: g, Figures: FrozenImputation.Pooled(baseline, years, c, a => groups[a] == g)))
                .Where(g => g.Figures.Length > 0).ToDictionary(g => g.Group, g => FillOf(g.Figures), StringComparer.Ordinal), StringComparer.Ordinal),
        };
    }

    /// <summary>The figure for what is missing in a group of at least one figure.</summary>
    private protected abstract double FillOf(ReadOnlySpan<double> values);

    private protected sealed override void Fill(Panel panel, int[] columns, PanelDraft draft)
    {
        string?[] groups = [.. panel.Areas.Select(a => GroupOf(a, Groups, By))];
        var filled = new double[groups.Length];
        for (int y = 0; y < panel.Years.Count; y++)
            foreach (int c in columns)
            {
                Fill(panel.ColumnAt(y, c).Span, groups, filled);
                Take(panel, draft, y, c, filled);
            }
    }

    internal static string? GroupOf(Area area, IReadOnlyDictionary<string, string>? groups, AreaGrouping by) => groups is not null ? groups.GetValueOrDefault(area.Code) : by switch
    {
        AreaGrouping.Parent => area.Parent,
        AreaGrouping.Level => area.Level,
        _ => Applicability.ClassesOf(area.Class) is [string first, ..] ? first : null,
    };
}
