namespace UrbanHealth.Indicators;

/// <summary>Fills a panel by whole columns (按列构建面板): one indicator in one year, a figure an area.</summary>
/// <remarks>Not thread-safe; used once. A column that is not set is missing.</remarks>
public sealed class PanelBuilder
{
    private readonly IndicatorFramework framework;
    private readonly PanelFindings findings = new();
    private readonly IReadOnlyList<Area> areas;
    private readonly int[] years;
    private readonly Dictionary<string, int> codeIndex;
    private readonly Dictionary<string, int> areaIndex;
    private readonly PanelColumn[][] columns;
    private readonly List<ObservationScope> scopes = [];
    private readonly Dictionary<(int Year, int Code, int Area), ObservationState> states = [];
    private bool built;

    internal PanelBuilder(IndicatorFramework framework, IEnumerable<Area> areas, IEnumerable<int> years)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(years);
        this.framework = framework;
        Area[] given = [.. areas];
        foreach (Area area in given)
            if (string.IsNullOrWhiteSpace(area?.Code) || area.Code != area.Code.Trim()) throw new ArgumentException("An area has no code, or blanks around it.", nameof(areas));
        if (given.DistinctBy(a => a.Code, StringComparer.Ordinal).Count() != given.Length) throw new ArgumentException("An area is given twice.", nameof(areas));
        this.years = [.. years.Order()];
        if (this.years.Distinct().Count() != this.years.Length) throw new ArgumentException("A year is given twice.", nameof(years));
        if (this.years is [< 1, ..] or [.., > 9999]) throw new ArgumentException("A year lies between 1 and 9999.", nameof(years));
        this.areas = new AreaTable(given, findings).Complete();
        codeIndex = Panel.CodesOf(framework).Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        areaIndex = this.areas.Select((a, i) => (a, i)).ToDictionary(p => p.a.Code, p => p.i, StringComparer.Ordinal);
        var none = new double[given.Length];
        Array.Fill(none, double.NaN);
        var empty = new PanelColumn(none);
        columns = new PanelColumn[this.years.Length][];
        for (int y = 0; y < columns.Length; y++)
        {
            columns[y] = new PanelColumn[codeIndex.Count];
            Array.Fill(columns[y], empty);
        }
    }

    /// <summary>Sets a column; the figures are copied, NaN is missing.</summary>
    /// <param name="code">The code of the indicator, component or quantity.</param>
    /// <param name="year">The year.</param>
    /// <param name="values">A figure an area.</param>
    /// <exception cref="ArgumentException">The panel has no such code or year, or the length is not the number of areas.</exception>
    public PanelBuilder Set(string code, int year, params ReadOnlySpan<double> values) => SetMemory(code, year, values.ToArray());

    /// <summary>Sets a column over existing memory, without a copy; the memory must not change afterwards.</summary>
    /// <inheritdoc cref="Set" path="/exception"/>
    public PanelBuilder SetMemory(string code, int year, ReadOnlyMemory<double> values)
    {
        if (values.Length != areas.Count) throw new ArgumentException($"There are {areas.Count} areas and {values.Length} figures.", nameof(values));
        ref PanelColumn column = ref At(code, year);
        column = column with { Values = values };
        return this;
    }

    /// <summary>Says what is known of one cell.</summary>
    /// <exception cref="ArgumentException">The panel has no such code, year or area.</exception>
    public PanelBuilder SetState(string area, string code, int year, ObservationState state)
    {
        int row = RowOf(area);
        _ = At(code, year);
        states[(Array.BinarySearch(years, year), codeIndex[code], row)] = state;
        return this;
    }

    /// <summary>Says what one figure covers and where it comes from.</summary>
    /// <exception cref="ArgumentException">The panel has no such code, year or area.</exception>
    public PanelBuilder SetScope(string area, string code, int year, ObservationScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        int row = RowOf(area);
        ref PanelColumn column = ref At(code, year);
        int place = scopes.IndexOf(scope) + 1;
        if (place == 0) { scopes.Add(scope); place = scopes.Count; }
        int[] places = column.Scopes ?? new int[areas.Count];
        places[row] = place;
        column = column with { Scopes = places };
        return this;
    }

    /// <summary>The panel and every finding; a figure that cannot be used is missing and stands in the report.</summary>
    /// <exception cref="InvalidOperationException">It was built before.</exception>
    public PanelReading Build()
    {
        if (built) throw new InvalidOperationException("The panel was built before.");
        built = true;
        var check = new FigureCheck(framework, findings);
        IReadOnlyList<string> codes = Panel.CodesOf(framework);
        var stated = states.ToLookup(s => (s.Key.Year, s.Key.Code), s => (s.Key.Area, State: s.Value));
        for (int y = 0; y < columns.Length; y++)
            for (int c = 0; c < codes.Count; c++)
            {
                PanelColumn column = columns[y][c];
                bool carried = column.Scopes is { } places && Array.Exists(places, p => p > 0 && scopes[p - 1].CarriedOverFrom is not null);
                if (carried || stated.Contains((y, c)))
                {
                    ObservationState[] own = StatesOf(column);
                    foreach ((int area, ObservationState state) in stated[(y, c)]) own[area] = state;
                    column = column with { States = own };
                }
                columns[y][c] = Checked(column, check, years[y], codes[c], c);
            }
        var panel = new Panel(framework, areas, years, columns, [.. scopes]);
        PanelChecks.Whole(panel, findings);
        return new PanelReading(panel, findings.ToReport());
    }

    private PanelColumn Checked(PanelColumn column, FigureCheck check, int year, string code, int place)
    {
        double[]? mended = null;
        ReadOnlySpan<double> values = column.Values.Span;
        for (int a = 0; a < values.Length; a++)
        {
            ObservationState state = column.StateAt(a);
            if (check.Passes(values[a], state, place)) continue;
            check.Report(values[a], state, place, PanelFindings.AtTheEnd, new Place { Area = areas[a].Code, Year = year, Indicator = code });
            mended ??= values.ToArray(); // the caller's memory is not touched
            mended[a] = double.NaN;
            if (column.States is { } own) own[a] = ObservationState.Missing;
        }
        return mended is null ? column : column with { Values = mended };
    }

    private ObservationState[] StatesOf(PanelColumn column)
    {
        var own = new ObservationState[areas.Count];
        for (int i = 0; i < own.Length; i++) own[i] = Observation.DefaultState(column.Values.Span[i], column.ScopeAt(i) is > 0 and int place ? scopes[place - 1] : null);
        return own;
    }

    private ref PanelColumn At(string code, int year)
    {
        if (!codeIndex.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int c)) throw new ArgumentException($"The framework has no indicator, component or quantity {code}.", nameof(code));
        int y = Array.BinarySearch(years, year);
        if (y < 0) throw new ArgumentException($"The panel has no year {year}.", nameof(year));
        return ref columns[y][c];
    }

    private int RowOf(string area) =>
        areaIndex.TryGetValue(area ?? throw new ArgumentNullException(nameof(area)), out int row) ? row : throw new ArgumentException($"The panel has no area {area}.", nameof(area));
}
