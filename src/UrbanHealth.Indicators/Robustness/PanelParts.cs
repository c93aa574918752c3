namespace UrbanHealth.Indicators;

/// <summary>Panels made from parts of another.</summary>
internal static class PanelParts
{
    public static Panel WithoutArea(Panel panel, int area)
    {
        int[] rows = [.. Enumerable.Range(0, panel.Areas.Count).Where(a => a != area)];
        return new Panel(panel.Framework, [.. rows.Select(a => panel.Areas[a])], panel.Years, Columns(panel, panel.Framework, AllYears(panel), column => new PanelColumn(
            Array.ConvertAll(rows, a => column.Values.Span[a]), column.States is null ? null : Array.ConvertAll(rows, a => column.States[a]), column.Scopes is null ? null : Array.ConvertAll(rows, a => column.Scopes[a]))), [.. panel.ScopeTable]);
    }

    public static Panel OfYears(Panel panel, int[] years) => new(panel.Framework, panel.Areas, Array.ConvertAll(years, y => panel.Years[y]), Columns(panel, panel.Framework, years, c => c), [.. panel.ScopeTable]);

    /// <summary>The same figures under a framework with some of the columns.</summary>
    public static Panel Of(Panel panel, IndicatorFramework framework) => new(framework, panel.Areas, panel.Years, Columns(panel, framework, AllYears(panel), c => c), [.. panel.ScopeTable]);

    /// <summary>One year of a panel with one figure replaced.</summary>
    public static Panel WithFigure(Panel year, int area, int column, double figure)
    {
        PanelColumn[][] columns = Columns(year, year.Framework, AllYears(year), c => c);
        double[] values = columns[0][column].Values.ToArray();
        values[area] = figure;
        columns[0][column] = columns[0][column] with { Values = values };
        return new Panel(year.Framework, year.Areas, year.Years, columns, [.. year.ScopeTable]);
    }

    private static int[] AllYears(Panel panel) => [.. Enumerable.Range(0, panel.Years.Count)];

    private static PanelColumn[][] Columns(Panel panel, IndicatorFramework framework, int[] years, Func<PanelColumn, PanelColumn> change)
    {
        int[] places = [.. Panel.CodesOf(framework).Select(panel.IndexOfCode)];
        return Array.ConvertAll(years, y => Array.ConvertAll(places, c => change(panel.FullColumnAt(y, c))));
    }
}
