using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>The file of a mapping between two versions of a catalogue.</summary>
internal static class CatalogueMappingDocument
{
    private const string Format = "catalogue-mapping/1";

    public static CatalogueMappingReading Read(string json)
    {
        var reading = new DocumentReading();
        using JsonDocument? document = reading.Open(json);
        if (document is null || reading.Object(document.RootElement, "$") is not { } from) return new CatalogueMappingReading(null, reading.Report);
        from.Find("$schema");
        if (from.Text("format") is { } format && format != Format)
            reading.Error("mapping.unknown-format", "$.format", new($"文件格式是“{format}”，本版本只能读“{Format}”", $"the document is of the format '{format}', and this version reads '{Format}'"));
        IndicatorVersion? older = Catalogue("from"), newer = Catalogue("to");
        List<IndicatorMapping> entries = from.List("entries", Entry);
        if (!from.Has("entries")) from.Missing("entries");
        from.Close();
        Twice(reading, entries, e => e.From, "from");
        Twice(reading, entries, e => e.To, "to");
        return new CatalogueMappingReading(reading.HasErrors ? null : new CatalogueMapping { From = older!, To = newer!, Entries = entries }, reading.Report);

        IndicatorVersion? Catalogue(string name)
        {
            if (!from.Has(name)) from.Missing(name);
            return from.Find(name) is { } e ? Version(reading, e, from.PathOf(name)) : null;
        }
    }

    public static string Write(CatalogueMapping mapping)
    {
        return DocumentText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            Version("from", mapping.From);
            Version("to", mapping.To);
            writer.WriteStartArray("entries");
            foreach (IndicatorMapping e in mapping.Entries)
            {
                writer.WriteStartObject();
                Version("from", e.From);
                Version("to", e.To);
                writer.WriteBoolean("isComparable", e.IsComparable);
                if (e.Reason is { } reason) writer.WriteString("reason", reason);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();

            void Version(string name, IndicatorVersion? version)
            {
                if (version is null) return;
                writer.WriteStartObject(name);
                writer.WriteString("code", version.Code);
                writer.WriteString("version", version.Version);
                writer.WriteEndObject();
            }
        });
    }

    private static IndicatorMapping Entry(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new IndicatorMapping();
        if (!from.Has("isComparable")) from.Missing("isComparable");
        var made = new IndicatorMapping
        {
            From = from.Find("from") is { } f ? Version(reading, f, from.PathOf("from")) : null,
            To = from.Find("to") is { } t ? Version(reading, t, from.PathOf("to")) : null,
            IsComparable = from.Flag("isComparable", false),
            Reason = from.Text("reason"),
        };
        from.Close();
        if (!from.Has("from") && !from.Has("to")) reading.Error("mapping.names-no-indicator", path, new("from 和 to 至少写一个", "name the indicator it comes from, the one it becomes, or both"));
        else if (made.IsComparable && !(from.Has("from") && from.Has("to"))) reading.Error("mapping.comparable-with-nothing", path, new("新增或取消的指标没有可比对象", "an indicator that is new or gone has nothing to be compared with"));
        if (!made.IsComparable && string.IsNullOrWhiteSpace(made.Reason)) reading.Error("mapping.no-reason", path, new("不可比的要写明原因 reason", "where figures are not comparable, the reason is needed"));
        return made;
    }

    private static IndicatorVersion? Version(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return null;
        var version = new IndicatorVersion(from.RequiredText("code"), from.Text("version") ?? "1");
        from.Close();
        return version;
    }

    private static void Twice(DocumentReading reading, List<IndicatorMapping> entries, Func<IndicatorMapping, IndicatorVersion?> side, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < entries.Count; i++)
            if (side(entries[i]) is { } version && !seen.Add(version.Code))
                reading.Error("mapping.duplicate-indicator", $"$.entries[{i}].{name}", new($"{version.Code} 写了两次", $"{version.Code} stands twice"), version.Code);
    }
}
