using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>Reads a panel from CSV text, in the long form (<c>area,year,indicator,value</c>) or the wide form (<c>area,year</c> and a column an indicator).</summary>
    /// <remarks>
    /// Headers may be English or Chinese (地区, 年份, 指标, 指标值, 来源 ...); indicators are found by code or by their Chinese
    /// or English name. Numbers may have thousands separators, full-width digits, and % 万 亿 or their unit behind them.
    /// Blank, <c>-</c>, NA and 缺失 are missing; <c>——</c>, <c>—</c>, <c>/</c> and 不适用 are not applicable; 不评价 is not evaluated.
    /// The separator is a comma, a tab or a semicolon, whichever the header has most of.
    /// </remarks>
    /// <param name="text">The text; a leading byte order mark is skipped.</param>
    /// <param name="framework">What the columns mean.</param>
    /// <param name="areas">The areas, in the order of every column; null to take those of the text, in order of first appearance.</param>
    /// <param name="reconciliation">How several rows for one cell, each with its source, are brought to one; null when there must be one.</param>
    /// <returns>The panel and every finding with its line; what could not be read is missing and stands in the report. No exception for bad data.</returns>
    public static PanelReading ReadCsv(string text, IndicatorFramework framework, IEnumerable<Area>? areas = null, Reconciliation? reconciliation = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadCsv(new StringReader(text), framework, areas, reconciliation);
    }

    /// <summary>As <see cref="ReadCsv(string, IndicatorFramework, IEnumerable{Area}, Reconciliation)"/>, from a reader, which is left open.</summary>
    public static PanelReading ReadCsv(TextReader text, IndicatorFramework framework, IEnumerable<Area>? areas = null, Reconciliation? reconciliation = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(framework);
        return new PanelCsvReader(text, framework, areas).Read(null, reconciliation);
    }

    /// <summary>As <see cref="ReadCsv(string, IndicatorFramework, IEnumerable{Area}, Reconciliation)"/>, from bytes, which must be UTF-8; the stream is left open.</summary>
    /// <remarks>Bytes that are not UTF-8, such as GBK, are reported (<c>csv.wrong-encoding</c>) and nothing is read from there on.</remarks>
    public static PanelReading ReadCsv(Stream utf8, IndicatorFramework framework, IEnumerable<Area>? areas = null, Reconciliation? reconciliation = null)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(framework);
        using var bytes = new Utf8Reader(utf8);
        return new PanelCsvReader(bytes, framework, areas).Read(bytes, reconciliation);
    }

    /// <summary>The panel as CSV in the long form, which <see cref="ReadCsv(string, IndicatorFramework, IEnumerable{Area}, Reconciliation)"/> reads back to the same panel.</summary>
    /// <remarks>Only the columns that something stands in are written; an area or a year without a figure gets a row without an indicator.</remarks>
    public string ToCsv()
    {
        bool Any(Func<Area, bool> has) => Areas.Any(has);
        bool Scoped(Func<ObservationScope, bool> has) => Array.Exists(scopes, s => has(s));
        bool statuses = Enumerable.Range(0, Years.Count).SelectMany(y => columns[y]).Any(c => c.States is not null);
        (PanelField Field, Func<Area, string?> Of)[] ofArea = [.. new (PanelField, Func<Area, string?>, bool)[]
        {
            (PanelField.AreaName, a => a.Name == a.Code ? null : a.Name, Any(a => a.Name != a.Code)),
            (PanelField.Level, a => a.Level, Any(a => a.Level is not null)),
            (PanelField.Parent, a => a.Parent, Any(a => a.Parent is not null)),
            (PanelField.Size, a => a.Size?.ToString("R", CultureInfo.InvariantCulture), Any(a => a.Size is not null)),
            (PanelField.Class, a => a.Class, Any(a => a.Class is not null)),
        }.Where(f => f.Item3).Select(f => (f.Item1, f.Item2))];
        (PanelField Field, Func<ObservationScope, string?> Of)[] ofScope = [.. new (PanelField, Func<ObservationScope, string?>, bool)[]
        {
            (PanelField.Coverage, s => s.Coverage, Scoped(s => s.Coverage is not null)),
            (PanelField.DataDate, s => s.DataDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Scoped(s => s.DataDate is not null)),
            (PanelField.Source, s => s.Source, Scoped(s => s.Source is not null)),
            (PanelField.CarriedOverFrom, s => s.CarriedOverFrom?.ToString(CultureInfo.InvariantCulture), Scoped(s => s.CarriedOverFrom is not null)),
            (PanelField.DefinitionVersion, s => s.DefinitionVersion, Scoped(s => s.DefinitionVersion is not null)),
            (PanelField.StandardError, s => s.StandardError?.ToString("R", CultureInfo.InvariantCulture), Scoped(s => s.StandardError is not null)),
            (PanelField.Parts, s => s.Parts?.ToString(), Scoped(s => s.Parts is not null)),
            (PanelField.Note, s => s.Note, Scoped(s => s.Note is not null)),
        }.Where(f => f.Item3).Select(f => (f.Item1, f.Item2))];

        var text = new StringBuilder();
        PanelField[] heads = [PanelField.Area, PanelField.Year, PanelField.Indicator, PanelField.Value, .. statuses ? [PanelField.Status] : Array.Empty<PanelField>(), .. ofScope.Select(f => f.Field), .. ofArea.Select(f => f.Field)];
        for (int i = 0; i < heads.Length; i++) CsvText.Field(text, PanelFieldNames.NameOf(heads[i]), i == heads.Length - 1);

        var yearSeen = new bool[Years.Count];
        for (int a = 0; a < Areas.Count; a++)
        {
            bool areaSeen = false;
            for (int y = 0; y < Years.Count; y++)
                for (int c = 0; c < Codes.Count; c++)
                {
                    ObservationState state = StateAt(a, y, c);
                    ObservationScope? scope = ScopeAt(a, y, c);
                    if (state == ObservationState.Missing && scope is null) continue;
                    areaSeen = yearSeen[y] = true;
                    double value = columns[y][c].Values.Span[a];
                    Row(Areas[a], Years[y], Codes[c], double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture), state == Observation.DefaultState(value, scope) ? null : state.ToString(), scope);
                }
            if (!areaSeen && Years.Count > 0) Row(Areas[a], Years[0], null, null, null, null);
            if (!areaSeen && Years.Count > 0) yearSeen[0] = true;
        }
        for (int y = 0; y < Years.Count && Areas.Count > 0; y++)
            if (!yearSeen[y]) Row(Areas[0], Years[y], null, null, null, null);
        return text.ToString();

        void Row(Area area, int year, string? code, string? value, string? status, ObservationScope? scope)
        {
            int left = heads.Length;
            Put(area.Code);
            Put(year.ToString(CultureInfo.InvariantCulture));
            Put(code);
            Put(value);
            if (statuses) Put(status);
            foreach ((_, Func<ObservationScope, string?> of) in ofScope) Put(scope is null ? null : of(scope));
            foreach ((_, Func<Area, string?> of) in ofArea) Put(of(area));

            void Put(string? field) => CsvText.Field(text, field, --left == 0);
        }
    }
}
