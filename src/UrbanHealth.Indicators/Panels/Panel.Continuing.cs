namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>This panel with the years of an older one put before its own (历年数据衔接), though the catalogues differ: under this framework's codes, by what a mapping says became of each indicator.</summary>
    /// <remarks>
    /// Figures of an indicator that is comparable take the newer code. Those of one that is not keep their older definition in their scope
    /// (<see cref="ObservationScope.DefinitionVersion"/>, such as <c>accidents@1</c>), so that changes have no label and reviews show a break there. What the newer
    /// catalogue has no place for is not taken over and stands in the report with how many figures it had.
    /// </remarks>
    /// <param name="earlier">The older panel.</param>
    /// <param name="mapping">What became of the indicators from the older catalogue to this one.</param>
    /// <returns>The panel of all years and areas of both, and every finding.</returns>
    /// <exception cref="ArgumentException">The mapping does not fit the two catalogues, or a year stands in both panels.</exception>
    public PanelReading Continuing(Panel earlier, CatalogueMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(mapping);
        ValidationReport fit = mapping.Check(earlier.Framework, Framework);
        if (!fit.IsValid) throw new ArgumentException(fit.ToString(), nameof(mapping));
        foreach (int year in earlier.Years)
            if (HasYear(year)) throw new ArgumentException($"The year {year} stands in both panels.", nameof(earlier));

        var entries = mapping.Entries.Where(e => e.From is not null).ToDictionary(e => e.From!.Code, StringComparer.Ordinal);
        var taken = new List<Observation>();
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Observation o in earlier.ToObservations())
        {
            if (entries.TryGetValue(o.Indicator, out IndicatorMapping? entry) && entry.To is { } now) taken.Add(o with { Indicator = now.Code, Scope = ScopeUnder(entry, o.Scope) });
            else if (entry is null && earlier.Framework.FindIndicator(o.Indicator) is null && HasCode(o.Indicator)) taken.Add(o); // a component or a quantity both have
            else left[o.Indicator] = left.GetValueOrDefault(o.Indicator) + 1;
        }
        PanelReading reading = Of(Framework, [.. Areas, .. earlier.Areas.Where(a => !HasArea(a.Code))], taken.Concat(ToObservations()));
        return reading with
        {
            Report = reading.Report.With(left.Select(l => new ValidationIssue("panel.not-continued", Severity.Notice, new Place { Indicator = l.Key }, new BilingualText(
                $"新指标体系没有与“{l.Key}”对应的指标，其 {l.Value} 个数值未并入", $"the newer catalogue has no place for '{l.Key}'; its {l.Value} figures are not taken over")))),
        };
    }

    private static ObservationScope? ScopeUnder(IndicatorMapping entry, ObservationScope? scope)
    {
        string? stated = scope?.DefinitionVersion;
        // a version that the older catalogue has itself is what the mapping speaks of; another one the mapping knows nothing of
        bool own = stated is null || stated == entry.From!.Version;
        if (entry.IsComparable && own) return stated is null ? scope : scope! with { DefinitionVersion = null };
        return (scope ?? new ObservationScope()) with { DefinitionVersion = own ? entry.From!.ToString() : stated };
    }
}
