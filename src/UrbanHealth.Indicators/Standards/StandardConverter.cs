using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A standard inside any JSON.</summary>
internal sealed class StandardConverter : DocumentConverter<Standard>
{
    protected override Standard ReadPart(DocumentReading reading, JsonElement element, string path) => StandardDocument.Read(reading, element, path);

    protected override void WritePart(Utf8JsonWriter writer, Standard value) => StandardDocument.Write(writer, value);
}
