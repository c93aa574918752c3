namespace UrbanHealth.Indicators;

/// <summary>Makes a panel of figures that come one by one, and finds what is wrong with them.</summary>
internal sealed class PanelAssembly(IndicatorFramework framework, AreaTable areas, PanelFindings findings, bool hasLines)
{
    private readonly List<PanelEntry> entries = [];
    private readonly HashSet<int> declaredYears = [];
    private readonly List<ObservationScope> scopes = [];
    private readonly Dictionary<ObservationScope, int> scopeIndex = [];
    private readonly IReadOnlyList<string> codes = Panel.CodesOf(framework);

    public void Add(in PanelEntry entry) => entries.Add(entry);

    /// <summary>The panel has the year, even if nothing was observed in it.</summary>
    public void DeclareYear(int year) => declaredYears.Add(year);

    public int ScopeOf(ObservationScope? scope)
    {
        if (scope is null) return 0;
        if (!scopeIndex.TryGetValue(scope, out int place))
        {
            scopes.Add(scope);
            scopeIndex.Add(scope, place = scopes.Count);
        }
        return place;
    }

    public ObservationScope Scope(int place) => scopes[place - 1];

    public PanelReading Build(Reconciliation? reconciliation = null)
    {
        if (reconciliation is not null) Reconcile(reconciliation);
        int last = int.MinValue;
        foreach (PanelEntry e in entries)
        {
            if (e.Year != last) declaredYears.Add(e.Year);
            last = e.Year;
        }
        int[] years = [.. declaredYears.Order()];
        var yearIndex = new Dictionary<int, int>();
        for (int i = 0; i < years.Length; i++) yearIndex.Add(years[i], i);
        IReadOnlyList<Area> all = areas.Complete();

        // the entries by column, each column's in the order they came
        var from = new int[years.Length * codes.Count + 1];
        var column = new int[entries.Count];
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = yearIndex[entries[i].Year] * codes.Count + entries[i].Code;
            from[column[i] + 1]++;
        }
        for (int k = 1; k < from.Length; k++) from[k] += from[k - 1];
        var order = new int[column.Length];
        int[] fill = [.. from];
        for (int i = 0; i < column.Length; i++) order[fill[column[i]]++] = i;

        var none = new double[all.Count];
        Array.Fill(none, double.NaN);
        var empty = new PanelColumn(none);
        var firstOf = new int[all.Count];
        var columns = new PanelColumn[years.Length][];
        for (int y = 0; y < years.Length; y++)
        {
            columns[y] = new PanelColumn[codes.Count];
            for (int c = 0; c < codes.Count; c++)
            {
                int k = y * codes.Count + c;
                columns[y][c] = from[k] == from[k + 1] ? empty : ColumnOf(c, order.AsSpan(from[k], from[k + 1] - from[k]), firstOf, all);
            }
        }
        var panel = new Panel(framework, all, years, columns, [.. scopes]);
        PanelChecks.Whole(panel, findings);
        return new PanelReading(panel, findings.ToReport());
    }

    /// <summary>Brings the records of each cell to one.</summary>
    private void Reconcile(Reconciliation reconciliation)
    {
        var settled = new List<PanelEntry>();
        foreach (IGrouping<(int, int, int), PanelEntry> cell in entries.GroupBy(e => (e.Area, e.Year, e.Code)))
        {
            PanelEntry first = cell.First();
            Observation[] said = [.. cell.Select(e => new Observation(areas[e.Area].Code, e.Year, codes[e.Code], e.Value) { State = e.State, Scope = e.Scope == 0 ? null : Scope(e.Scope) })];
            (Observation one, _, ValidationIssue? issue) = said.Length == 1 ? (said[0], null, null) : reconciliation.SettleCell(said);
            declaredYears.Add(first.Year);
            if (issue is not null) findings.Add(first.Line, issue.Code, issue.Severity, PlaceOf(first, one.Area), issue.Message.Chinese, issue.Message.English);
            if (one.State != ObservationState.Missing || one.Scope is not null) settled.Add(first with { Value = one.Value, State = one.State, Scope = ScopeOf(one.Scope) });
        }
        entries.Clear();
        entries.AddRange(settled);
    }

    private PanelColumn ColumnOf(int code, ReadOnlySpan<int> places, int[] firstOf, IReadOnlyList<Area> all)
    {
        Array.Fill(firstOf, -1);
        var values = new double[all.Count];
        Array.Fill(values, double.NaN);
        bool states = false, scoped = false;
        HashSet<int>? conflicts = null;
        foreach (int i in places)
        {
            PanelEntry e = entries[i];
            if (firstOf[e.Area] < 0) firstOf[e.Area] = i;
            else Duplicate(i, ref firstOf[e.Area], all[e.Area].Code, ref conflicts);
        }
        foreach (int i in places)
        {
            PanelEntry e = entries[i];
            if (firstOf[e.Area] != i || conflicts?.Contains(e.Area) == true) continue;
            values[e.Area] = e.Value;
            states |= e.State is not (ObservationState.Observed or ObservationState.Missing);
            scoped |= e.Scope != 0;
        }
        ObservationState[]? stateOf = states ? new ObservationState[all.Count] : null;
        int[]? scopeOf = scoped ? new int[all.Count] : null;
        if (states || scoped)
            foreach (int i in places)
            {
                PanelEntry e = entries[i];
                if (firstOf[e.Area] != i || conflicts?.Contains(e.Area) == true) continue;
                if (states) stateOf![e.Area] = e.State;
                if (scoped) scopeOf![e.Area] = e.Scope;
            }
        return new PanelColumn(values, stateOf, scopeOf);

        // a blank beside a figure says nothing; any other two that differ contradict each other
        void Duplicate(int i, ref int first, string area, ref HashSet<int>? conflicts)
        {
            PanelEntry a = entries[first], b = entries[i];
            Place place = PlaceOf(b, area);
            string number = hasLines ? $"第 {a.Line} 行" : $"第 {a.Line} 个观测", english = hasLines ? $"line {a.Line}" : $"observation {a.Line}";
            string where = hasLines ? $"第 {b.Line} 行" : $"第 {b.Line} 个观测", whereEnglish = hasLines ? $"line {b.Line}" : $"observation {b.Line}";
            if (a.State == ObservationState.Missing || b.State == ObservationState.Missing || (a.Value.Equals(b.Value) && a.State == b.State))
            {
                findings.Warning(b.Line, "panel.duplicate-observation", place, $"{where}与{number}重复，不矛盾，只采用一个", $"{whereEnglish} repeats {english} without contradicting it; one is used");
                if (a.State == ObservationState.Missing) first = i;
            }
            else
            {
                findings.Error(b.Line, "panel.contradicting-observations", place,
                    $"{where}的值 {Say(b)} 与{number}的值 {Say(a)} 矛盾，两者均未采用", $"the value {Say(b)} of {whereEnglish} contradicts {Say(a)} of {english}; neither is used");
                (conflicts ??= []).Add(a.Area);
            }
        }

        static string Say(PanelEntry e) => double.IsNaN(e.Value) ? e.State.ToString() : PanelFindings.Text(e.Value);
    }

    private Place PlaceOf(PanelEntry e, string area) => new() { Line = hasLines ? e.Line : null, Area = area, Year = e.Year, Indicator = codes[e.Code] };
}
