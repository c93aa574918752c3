using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Bands as a part of a document.</summary>
internal static class BandsDocument
{
    public static Bands Read(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new Bands { Steps = [] };
        var made = new Bands
        {
            Scale = from.Find("scale") is { } scale ? GradeScaleDocument.Read(reading, scale, from.PathOf("scale")) : GradeScale.OfIndicator,
            Steps = from.List("steps", StandardDocument.Read),
            AreaClass = from.Text("areaClass"),
            Document = from.Text("document"),
            FromYear = from.Integer("fromYear"),
        };
        from.Close();
        return made;
    }

    public static void Write(Utf8JsonWriter writer, Bands bands)
    {
        writer.WriteStartObject();
        if (!bands.Scale.Equals(GradeScale.OfIndicator))
        {
            writer.WritePropertyName("scale");
            GradeScaleDocument.Write(writer, bands.Scale);
        }
        writer.WriteStartArray("steps");
        foreach (Standard step in bands.Steps) StandardDocument.Write(writer, step);
        writer.WriteEndArray();
        if (bands.AreaClass is { } areaClass) writer.WriteString("areaClass", areaClass);
        if (bands.Document is { } document) writer.WriteString("document", document);
        if (bands.FromYear is { } year) writer.WriteNumber("fromYear", year);
        writer.WriteEndObject();
    }
}
