namespace UrbanHealth.Indicators;

/// <summary>What can only be seen in the whole panel: years that are not there, and series that change what they mean.</summary>
internal static class PanelChecks
{
    public static void Whole(Panel panel, PanelFindings findings)
    {
        const long End = PanelFindings.AtTheEnd;
        bool any = false;
        for (int y = 0; y < panel.Years.Count && !any; y++)
            for (int c = 0; c < panel.Codes.Count && !any; c++)
                any = panel.ColumnAt(y, c).Span.ContainsAnyInRange(double.NegativeInfinity, double.PositiveInfinity);
        if (!any) findings.Error(End, "panel.no-data", Place.Whole, "没有任何可用的数值", "there is not one figure that can be used");

        for (int y = 1; y < panel.Years.Count; y++)
        {
            int before = panel.Years[y - 1], after = panel.Years[y];
            if (after == before + 2) findings.Warning(End, "panel.year-missing", new Place { Year = before + 1 }, $"{before} 与 {after} 年之间缺少 {before + 1} 年", $"{before + 1} is missing between {before} and {after}");
            else if (after > before + 2) findings.Warning(End, "panel.year-missing", new Place { Year = before + 1 }, $"{before} 与 {after} 年之间缺少 {before + 1} 至 {after - 1} 年", $"{before + 1} to {after - 1} are missing between {before} and {after}");
        }
        for (int c = 0; c < panel.Codes.Count; c++)
        {
            Gaps(panel, c, findings);
            Scopes(panel, c, findings);
        }
    }

    /// <summary>Years inside a series in which an area has no figure, one finding an indicator and year.</summary>
    private static void Gaps(Panel panel, int code, PanelFindings findings)
    {
        if (panel.Years.Count < 3) return;
        var first = new int[panel.Areas.Count];
        var last = new int[panel.Areas.Count];
        Array.Fill(first, -1);
        for (int y = 0; y < panel.Years.Count; y++)
        {
            ReadOnlySpan<double> values = panel.ColumnAt(y, code).Span;
            for (int a = 0; a < values.Length; a++)
            {
                if (double.IsNaN(values[a])) continue;
                if (first[a] < 0) first[a] = y;
                last[a] = y;
            }
        }
        for (int y = 1; y < panel.Years.Count - 1; y++)
        {
            ReadOnlySpan<double> values = panel.ColumnAt(y, code).Span;
            List<string>? gaps = null;
            for (int a = 0; a < values.Length; a++)
                if (double.IsNaN(values[a]) && first[a] >= 0 && first[a] < y && y < last[a] && panel.StateAt(a, y, code) == ObservationState.Missing)
                    (gaps ??= []).Add(panel.Areas[a].Code);
            if (gaps is null) continue;
            (string chinese, string english) = PanelFindings.Few(gaps);
            findings.Notice(PanelFindings.AtTheEnd, "panel.gap", new Place { Year = panel.Years[y], Indicator = panel.Codes[code] }, $"前后年份有值而本年缺失：{chinese}", $"missing between years that have a figure: {english}");
        }
    }

    /// <summary>What the stated scopes of a series say: carried over, coverage or definition that changes.</summary>
    private static void Scopes(Panel panel, int code, PanelFindings findings)
    {
        const long End = PanelFindings.AtTheEnd;
        string indicator = panel.Codes[code];
        string? version = code < panel.Framework.Indicators.Count ? panel.Framework.Indicators[code].Version : null;
        var coverage = new (string Text, int Year)?[panel.Areas.Count];
        var definition = new (string Text, int Year)?[panel.Areas.Count];
        var otherVersions = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        for (int y = 0; y < panel.Years.Count; y++)
        {
            if (!panel.HasScopes(y, code) && version is null) continue;
            ReadOnlySpan<double> values = panel.ColumnAt(y, code).Span;
            bool scoped = panel.HasScopes(y, code);
            for (int a = 0; a < values.Length; a++)
            {
                if (double.IsNaN(values[a])) continue;
                ObservationScope? scope = scoped ? panel.ScopeAt(a, y, code) : null;
                int year = panel.Years[y];
                Place Here() => new() { Area = panel.Areas[a].Code, Year = year, Indicator = indicator };
                if (scope?.CarriedOverFrom is { } from)
                {
                    if (from < year) findings.Notice(End, "panel.carried-over", Here(), $"沿用 {from} 年的数值", $"carried over from {from}");
                    else findings.Warning(End, "panel.carried-over-from-later", Here(), $"沿用年份 {from} 不早于本年", $"said to be carried over from {from}, which is not earlier");
                }
                if (scope?.Coverage is { } covered)
                {
                    if (coverage[a] is { } before && before.Text != covered)
                        findings.Warning(End, "panel.scope-changed", Here(), $"范围由 {before.Year} 年的“{before.Text}”变为“{covered}”，两年不可直接比较", $"the coverage changes from '{before.Text}' in {before.Year} to '{covered}'; the years cannot be compared as they stand");
                    coverage[a] = (covered, year);
                }
                if ((scope?.DefinitionVersion ?? version) is { } defined)
                {
                    if (definition[a] is { } before && before.Text != defined)
                        findings.Warning(End, "panel.definition-changed", Here(), $"口径版本由 {before.Year} 年的 {before.Text} 变为 {defined}，两年不可直接比较", $"the definition changes from version {before.Text} in {before.Year} to {defined}; the years cannot be compared as they stand");
                    definition[a] = (defined, year);
                    if (version is not null && defined != version)
                    {
                        if (!otherVersions.TryGetValue(defined, out List<string>? where)) otherVersions.Add(defined, where = []);
                        where.Add($"{panel.Areas[a].Code} {year}");
                    }
                }
            }
        }
        foreach ((string other, List<string> where) in otherVersions)
        {
            (string chinese, string english) = PanelFindings.Few(where);
            findings.Warning(End, "panel.definition-version", new Place { Indicator = indicator }, $"口径版本 {other} 与指标体系的 {version} 不同：{chinese}", $"made by version {other} of the definition, not the framework's {version}: {english}");
        }
    }
}
