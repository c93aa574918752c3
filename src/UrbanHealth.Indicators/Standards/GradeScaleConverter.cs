using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A grade scale inside any JSON.</summary>
internal sealed class GradeScaleConverter : DocumentConverter<GradeScale>
{
    protected override GradeScale ReadPart(DocumentReading reading, JsonElement element, string path) => GradeScaleDocument.Read(reading, element, path);

    protected override void WritePart(Utf8JsonWriter writer, GradeScale value) => GradeScaleDocument.Write(writer, value);
}
