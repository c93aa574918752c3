using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A standard as a part of a document: a text such as "≥8" when nothing else is said, an object otherwise.</summary>
internal static class StandardDocument
{
    public static Standard Read(DocumentReading reading, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            string? text = reading.Text(element, path);
            if (Standard.TryParse(text, out Standard? standard)) return standard;
            if (text is not null) reading.Error("document.not-a-standard", path, new($"“{text}”不是标准，应写成 ≥8、>8、≤8、<8、=8 或 0.7~1.5", $"'{text}' is no standard; write it as ≥8, >8, ≤8, <8, =8 or 0.7~1.5"));
            return StandIn;
        }
        if (element.ValueKind != JsonValueKind.Object)
        {
            reading.WrongType(path, element, new("标准，如 \"≥8\" 或对象 {…}", "a standard such as \"≥8\" or an object {…}"));
            return StandIn;
        }
        var from = new DocumentObject(reading, element, path);
        if (!from.Has("comparison")) from.Missing("comparison");
        var made = new Standard
        {
            Comparison = from.Word("comparison", Comparison.AtLeast),
            Value = from.RequiredNumber("value"),
            Upper = from.Number("upper"),
            AreaClass = from.Text("areaClass"),
            Document = from.Text("document"),
            FromYear = from.Integer("fromYear"),
        };
        from.Close();
        return made;
    }

    public static void Write(Utf8JsonWriter writer, Standard standard)
    {
        if (standard is { AreaClass: null, Document: null, FromYear: null })
        {
            writer.WriteStringValue(standard.ToString());
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("comparison", Words.Of(standard.Comparison));
        writer.WriteNumber("value", standard.Value);
        if (standard.Upper is { } upper) writer.WriteNumber("upper", upper);
        if (standard.AreaClass is { } areaClass) writer.WriteString("areaClass", areaClass);
        if (standard.Document is { } document) writer.WriteString("document", document);
        if (standard.FromYear is { } year) writer.WriteNumber("fromYear", year);
        writer.WriteEndObject();
    }

    private static Standard StandIn { get; } = new() { Comparison = Comparison.AtLeast, Value = double.NaN };
}
