using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Lets a type that reads and writes itself as a part of a document stand inside any other JSON.</summary>
internal abstract class DocumentConverter<T> : JsonConverter<T> where T : class
{
    protected abstract T ReadPart(DocumentReading reading, JsonElement element, string path);

    protected abstract void WritePart(Utf8JsonWriter writer, T value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var reading = new DocumentReading();
        T part = ReadPart(reading, document.RootElement, "$");
        return reading.HasErrors ? throw new JsonException(reading.Report.ToString(), new InvalidDocumentException(reading.Report)) : part;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => WritePart(writer, value);
}
