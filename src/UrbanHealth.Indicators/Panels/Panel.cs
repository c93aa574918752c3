using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>What was observed (历年体检数据): areas × indicators × years, stored so that one indicator's areas are contiguous.</summary>
/// <remarks>
/// Immutable and thread-safe. A missing figure is NaN. Columns are the framework's indicators, then the components
/// of compound indicators, then the quantities; each is found by its code.
/// </remarks>
public sealed partial class Panel
{
    private readonly PanelColumn[][] columns; // [year][code]
    private readonly ObservationScope[] scopes;
    private Dictionary<string, int>? areaIndex; // made when first asked for: panels of many areas are often only walked
    private readonly FrozenDictionary<string, int> codeIndex;
    private readonly FrozenDictionary<int, int> yearIndex;

    internal Panel(IndicatorFramework framework, IReadOnlyList<Area> areas, IReadOnlyList<int> years, PanelColumn[][] columns, ObservationScope[]? scopes = null)
    {
        Framework = framework;
        Areas = areas;
        Years = years;
        Codes = CodesOf(framework);
        this.columns = columns;
        this.scopes = scopes ?? [];
        codeIndex = Codes.Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        yearIndex = years.Select((y, i) => (y, i)).ToFrozenDictionary(p => p.y, p => p.i);
    }

    internal Panel(IndicatorFramework framework, IReadOnlyList<Area> areas, IReadOnlyList<int> years, ReadOnlyMemory<double>[][] columns)
        : this(framework, areas, years, Array.ConvertAll(columns, year => Array.ConvertAll(year, c => new PanelColumn(c))))
    {
    }

    /// <summary>What the columns mean.</summary>
    public IndicatorFramework Framework { get; }

    /// <summary>The areas, in the order of every column.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>The years, rising.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The codes of the columns: indicators, components, quantities.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>One figure; NaN when there is none.</summary>
    /// <param name="area">The code or the name of the area.</param>
    /// <param name="year">The year.</param>
    /// <param name="code">The code of the indicator, component or quantity.</param>
    /// <exception cref="KeyNotFoundException">The panel has no such area, year or code.</exception>
    public double this[string area, int year, string code] => ColumnMemory(code, year).Span[IndexOfArea(area)];

    /// <summary>One indicator's figures in a year, one an area; NaN is missing.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such year or code.</exception>
    public ReadOnlySpan<double> Column(string code, int year) => ColumnMemory(code, year).Span;

    /// <summary>As <see cref="Column"/>, to be kept; the memory never changes.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such year or code.</exception>
    public ReadOnlyMemory<double> ColumnMemory(string code, int year) => columns[IndexOfYear(year)][IndexOfCode(code)].Values;

    /// <summary>What is known of a cell.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such area, year or code.</exception>
    public ObservationState State(string area, int year, string code) => StateAt(IndexOfArea(area), IndexOfYear(year), IndexOfCode(code));

    /// <summary>The stated scope of a figure; null when none was stated.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such area, year or code.</exception>
    public ObservationScope? Scope(string area, int year, string code) => ScopeAt(IndexOfArea(area), IndexOfYear(year), IndexOfCode(code));

    /// <summary>The row of an area, by code first and by name second.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int IndexOfArea(string area) => AreaIndex.TryGetValue(area ?? throw new ArgumentNullException(nameof(area)), out int i) ? i : throw new KeyNotFoundException($"The panel has no area {area}.");

    /// <summary>True when the panel has the year.</summary>
    public bool HasYear(int year) => yearIndex.ContainsKey(year);

    /// <summary>True when the panel has the area, by code or name.</summary>
    public bool HasArea(string area) => AreaIndex.ContainsKey(area ?? throw new ArgumentNullException(nameof(area)));

    /// <summary>True when the panel has a column of the code: an indicator, component or quantity of the framework.</summary>
    public bool HasCode(string code) => codeIndex.ContainsKey(code ?? throw new ArgumentNullException(nameof(code)));

    /// <summary>Every cell that has a figure or says why it has none, by area, year and column; what is merely missing is left out.</summary>
    /// <remarks><see cref="Of(IndicatorFramework, IEnumerable{Area}, IEnumerable{Observation}, Reconciliation)"/> of the same areas makes the same panel of it, but for areas and years that nothing was observed of.</remarks>
    public IEnumerable<Observation> ToObservations()
    {
        for (int a = 0; a < Areas.Count; a++)
            for (int y = 0; y < Years.Count; y++)
                for (int c = 0; c < Codes.Count; c++)
                {
                    PanelColumn column = columns[y][c];
                    ObservationState state = column.StateAt(a);
                    ObservationScope? scope = ScopeAt(a, y, c);
                    if (state != ObservationState.Missing || scope is not null)
                        yield return new Observation(Areas[a].Code, Years[y], Codes[c], column.Values.Span[a]) { State = state, Scope = scope };
                }
    }

    /// <summary>What the panel has and what it lacks (缺什么).</summary>
    public PanelProfile Profile() => new(this);

    internal int IndexOfYear(int year) => yearIndex.TryGetValue(year, out int i) ? i : throw new KeyNotFoundException($"The panel has no year {year}.");

    internal int IndexOfCode(string code) => codeIndex.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int i) ? i : throw new KeyNotFoundException($"The panel has no column {code}.");

    internal ReadOnlyMemory<double> ColumnAt(int year, int code) => columns[year][code].Values;

    internal ObservationState StateAt(int area, int year, int code) => columns[year][code].StateAt(area);

    internal ObservationScope? ScopeAt(int area, int year, int code) => columns[year][code].ScopeAt(area) is > 0 and int place ? scopes[place - 1] : null;

    internal bool HasScopes(int year, int code) => columns[year][code].Scopes is not null;

    internal PanelColumn FullColumnAt(int year, int code) => columns[year][code];

    internal IReadOnlyList<ObservationScope> ScopeTable => scopes;

    internal static IReadOnlyList<string> CodesOf(IndicatorFramework framework) =>
    [
        .. framework.Indicators.Select(i => i.Code),
        .. framework.Indicators.SelectMany(i => i.Components).Select(c => c.Code),
        .. framework.Quantities.Select(q => q.Code),
    ];

    private Dictionary<string, int> AreaIndex => areaIndex ??= IndexAreas(Areas);

    private static Dictionary<string, int> IndexAreas(IReadOnlyList<Area> areas)
    {
        var index = new Dictionary<string, int>(areas.Count, StringComparer.Ordinal);
        for (int i = 0; i < areas.Count; i++) index.Add(areas[i].Code, i);
        foreach (IGrouping<string, int> name in Enumerable.Range(0, areas.Count).GroupBy(i => areas[i].Name, StringComparer.Ordinal))
            if (name.Take(2).Count() == 1) index.TryAdd(name.Key, name.First()); // a name that several share finds none of them
        return index;
    }

    /// <summary>Such as <c>Panel 23 areas × 6 indicators × 2 years</c>.</summary>
    public override string ToString() => $"Panel {Areas.Count} areas × {Framework.Indicators.Count} indicators × {Years.Count} years";
}
