namespace UrbanHealth.Indicators;

/// <summary>A panel that some cells of are filled; columns that nothing changes in are shared with the panel it came from.</summary>
internal sealed class PanelDraft
{
    private readonly Panel panel;
    private readonly PanelColumn[][] columns;
    private readonly double[]?[][] values;
    private readonly List<ObservationScope> scopes;
    private readonly Dictionary<ObservationScope, int> places = [];

    public PanelDraft(Panel panel)
    {
        this.panel = panel;
        scopes = [.. panel.ScopeTable];
        for (int i = 0; i < scopes.Count; i++) places.TryAdd(scopes[i], i + 1);
        columns = new PanelColumn[panel.Years.Count][];
        values = new double[]?[panel.Years.Count][];
        for (int y = 0; y < columns.Length; y++)
        {
            columns[y] = new PanelColumn[panel.Codes.Count];
            values[y] = new double[]?[panel.Codes.Count];
            for (int c = 0; c < columns[y].Length; c++) columns[y][c] = panel.FullColumnAt(y, c);
        }
    }

    /// <summary>The figures of a column as they are now.</summary>
    public ReadOnlySpan<double> Column(int year, int code) => columns[year][code].Values.Span;

    public ObservationState State(int area, int year, int code) => columns[year][code].StateAt(area);

    /// <summary>Fills a cell; its scope is replaced.</summary>
    public void Set(int area, int year, int code, double value, ObservationState state, ObservationScope? scope = null)
    {
        PanelColumn column = columns[year][code];
        if (values[year][code] is not { } own)
        {
            values[year][code] = own = column.Values.ToArray();
            var states = (ObservationState[]?)column.States?.Clone();
            if (states is null)
            {
                states = new ObservationState[own.Length];
                for (int a = 0; a < states.Length; a++) states[a] = column.StateAt(a);
            }
            columns[year][code] = column = new PanelColumn(own, states, (int[]?)column.Scopes?.Clone());
        }
        own[area] = value;
        column.States![area] = state;
        if (scope is null && column.Scopes is null) return;
        if (column.Scopes is null) columns[year][code] = column = column with { Scopes = new int[own.Length] };
        column.Scopes![area] = scope is null ? 0 : PlaceOf(scope);
    }

    public Panel ToPanel() => new(panel.Framework, panel.Areas, panel.Years, columns, [.. scopes]);

    private int PlaceOf(ObservationScope scope)
    {
        if (places.TryGetValue(scope, out int place)) return place;
        scopes.Add(scope);
        places.Add(scope, scopes.Count);
        return scopes.Count;
    }
}
