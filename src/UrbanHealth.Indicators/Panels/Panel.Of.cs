using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>A panel of records, whose areas are those the records name, in order of first appearance.</summary>
    /// <param name="framework">What the columns mean.</param>
    /// <param name="observations">The figures, in any order.</param>
    /// <returns>The panel and every finding; a figure that cannot be used is missing and stands in the report.</returns>
    public static PanelReading Of(IndicatorFramework framework, IEnumerable<Observation> observations) => Of(framework, null, observations);

    /// <summary>A panel of records over given areas.</summary>
    /// <param name="framework">What the columns mean.</param>
    /// <param name="areas">The areas, in the order of every column; null to take those the records name.</param>
    /// <param name="observations">The figures, in any order; an area by code or name, an indicator by code.</param>
    /// <param name="reconciliation">How several records for one cell, each with its source, are brought to one; null when there must be one.</param>
    /// <returns>The panel and every finding; a figure that cannot be used is missing and stands in the report.</returns>
    public static PanelReading Of(IndicatorFramework framework, IEnumerable<Area>? areas, IEnumerable<Observation> observations, Reconciliation? reconciliation = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(observations);
        var findings = new PanelFindings();
        var table = new AreaTable(areas, findings);
        var assembly = new PanelAssembly(framework, table, findings, hasLines: false);
        var check = new FigureCheck(framework, findings);
        var codes = new TextIndex();
        foreach (string code in CodesOf(framework)) codes.TryAdd(code, codes.Count);

        var unknownAreas = new UnknownNames();
        var unknownCodes = new UnknownNames();
        long number = 0;
        foreach (Observation o in observations)
        {
            number++;
            if (o is null) throw new ArgumentException($"Observation {number} is null.", nameof(observations));
            int code = codes.Find(o.Indicator), area = string.IsNullOrWhiteSpace(o.Area) ? -1 : table.Find(o.Area);
            if (code < 0) unknownCodes.Add(o.Indicator ?? "", number);
            if (area < 0) unknownAreas.Add(o.Area ?? "", number);
            bool year = o.Year is >= 1 and <= 9999;
            if (!year) findings.Error(number, "panel.not-a-year", new Place { Area = o.Area, Year = o.Year, Indicator = o.Indicator }, $"{o.Year} 不是年份", $"{o.Year} is not a year");
            if (code < 0 || area < 0 || !year) continue;
            if (check.Passes(o.Value, o.State, code))
            {
                assembly.Add(new PanelEntry(area, o.Year, code, o.Value, o.State, assembly.ScopeOf(o.Scope), number));
                continue;
            }
            assembly.DeclareYear(o.Year);
            check.Report(o.Value, o.State, code, number, new Place { Area = table[area].Code, Year = o.Year, Indicator = o.Indicator });
        }
        unknownAreas.Report(findings, "panel.unknown-area", "没有或有多个以此为代码或名称的区域", "no area, or several, of this code or name", n => new Place { Area = n }, lines: false);
        unknownCodes.Report(findings, "panel.unknown-indicator", "指标体系中没有此指标", "the framework has no such indicator", n => new Place { Indicator = n }, lines: false);
        return assembly.Build(reconciliation);
    }
}
