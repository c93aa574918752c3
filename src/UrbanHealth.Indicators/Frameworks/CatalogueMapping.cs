using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What became of the indicators between two versions of a catalogue (指标体系版本对应表), as data.</summary>
/// <remarks>Comparing years across versions goes through such a mapping and says how many indicators could be compared. Immutable and thread-safe.</remarks>
public sealed record CatalogueMapping
{
    /// <summary>The older catalogue, by the code and version of its framework.</summary>
    public required IndicatorVersion From { get; init; }

    /// <summary>The newer catalogue, by the code and version of its framework.</summary>
    public required IndicatorVersion To { get; init; }

    /// <summary>An entry an indicator.</summary>
    public required IReadOnlyList<IndicatorMapping> Entries { get; init => field = ValueList<IndicatorMapping>.Of(value); }

    /// <summary>The pairs whose figures may be compared.</summary>
    public IEnumerable<IndicatorMapping> Comparable => Entries.Where(e => e.IsComparable);

    /// <summary>The entry of an indicator of the older catalogue; null when there is none.</summary>
    public IndicatorMapping? FindFrom(string code) => Entries.FirstOrDefault(e => e.From?.Code == (code ?? throw new ArgumentNullException(nameof(code))));

    /// <summary>The entry of an indicator of the newer catalogue; null when there is none.</summary>
    public IndicatorMapping? FindTo(string code) => Entries.FirstOrDefault(e => e.To?.Code == (code ?? throw new ArgumentNullException(nameof(code))));

    /// <summary>The mapping that codes and definition versions alone give: the same code and version is comparable, the same code with another version is not, the rest is gone or new.</summary>
    public static CatalogueMapping ByCode(IndicatorFramework from, IndicatorFramework to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new CatalogueMapping
        {
            From = new(from.Code, from.Version),
            To = new(to.Code, to.Version),
            Entries =
            [
                .. from.Indicators.Select(old => to.FindIndicator(old.Code) is { } now
                    ? new IndicatorMapping { From = IndicatorVersion.Of(old), To = IndicatorVersion.Of(now), IsComparable = old.Version == now.Version, Reason = old.Version == now.Version ? null : "口径版本不同 (the definition has another version)" }
                    : new IndicatorMapping { From = IndicatorVersion.Of(old), Reason = "取消 (gone)" }),
                .. to.Indicators.Where(now => from.FindIndicator(now.Code) is null).Select(now => new IndicatorMapping { To = IndicatorVersion.Of(now), Reason = "新增 (new)" }),
            ],
        };
    }

    /// <summary>Reads a mapping file (对应表文件) and reports every mistake at once, each with its path in the file.</summary>
    public static CatalogueMappingReading Read(string json) => CatalogueMappingDocument.Read(json);

    /// <summary>As <see cref="Read"/>, for a file that is known to be valid.</summary>
    /// <exception cref="InvalidDocumentException">The file has an error; the exception has every finding.</exception>
    public static CatalogueMapping Parse(string json)
    {
        CatalogueMappingReading reading = Read(json);
        return reading.Mapping ?? throw new InvalidDocumentException(reading.Report);
    }

    /// <summary>The mapping as a file that reads back to an equal mapping.</summary>
    public string ToJson() => CatalogueMappingDocument.Write(this);

    /// <summary>Whether the mapping fits two frameworks: every indicator it names is there in that version, and every indicator that is there is named.</summary>
    public ValidationReport Check(IndicatorFramework from, IndicatorFramework to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var issues = new List<ValidationIssue>();
        Side(From, from, e => e.From, "from");
        Side(To, to, e => e.To, "to");
        return new ValidationReport(issues);

        void Side(IndicatorVersion catalogue, IndicatorFramework framework, Func<IndicatorMapping, IndicatorVersion?> side, string name)
        {
            if (catalogue != new IndicatorVersion(framework.Code, framework.Version))
                issues.Add(new("mapping.other-catalogue", Severity.Error, new Place { Path = $"$.{name}" }, new($"对应表是 {catalogue} 的，不是 {framework.Code}@{framework.Version} 的", $"the mapping is of {catalogue}, not of {framework.Code}@{framework.Version}")));
            for (int i = 0; i < Entries.Count; i++)
                if (side(Entries[i]) is { } named && framework.FindIndicator(named.Code)?.Version != named.Version)
                    issues.Add(new("mapping.unknown-indicator", Severity.Error, new Place { Path = string.Create(CultureInfo.InvariantCulture, $"$.entries[{i}].{name}"), Indicator = named.Code }, new($"指标体系中没有 {named}", $"the framework has no {named}")));
            HashSet<string> known = Entries.Select(side).Where(v => v is not null).Select(v => v!.Code).ToHashSet(StringComparer.Ordinal);
            foreach (Indicator x in framework.Indicators.Where(x => !known.Contains(x.Code)))
                issues.Add(new("mapping.unmapped-indicator", Severity.Warning, new Place { Path = "$.entries", Indicator = x.Code }, new($"对应表没有提到 {x.Code}（{x.Name}）", $"the mapping does not mention {x.Code}")));
        }
    }

    /// <summary>Such as <c>city 2023 → city 2025: 55 of 61 comparable</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From.Code} {From.Version} → {To.Code} {To.Version}: {Comparable.Count()} of {Entries.Count(e => e.From is not null)} comparable");
}
