using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A framework inside any JSON, such as that of a model.</summary>
internal sealed class FrameworkConverter : JsonConverter<IndicatorFramework>
{
    public override IndicatorFramework Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var reading = new DocumentReading();
        return FrameworkReader.Read(reading, document.RootElement, "$") ?? throw new JsonException(reading.Report.ToString());
    }

    public override void Write(Utf8JsonWriter writer, IndicatorFramework value, JsonSerializerOptions options) => FrameworkWriter.Write(writer, value);
}
