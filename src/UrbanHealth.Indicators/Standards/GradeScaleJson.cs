using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A scale as its words, best first: <c>[{ "chinese": "优", "english": "excellent" }, …]</c>.</summary>
internal sealed class GradeScaleJson : JsonConverter<GradeScale>
{
    public override GradeScale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw new JsonException("A grade scale is an array of words.");
        var words = new List<BilingualText>();
        foreach (JsonElement word in document.RootElement.EnumerateArray())
        {
            if (word.ValueKind != JsonValueKind.Object || !word.TryGetProperty("chinese", out JsonElement chinese) || !word.TryGetProperty("english", out JsonElement english)
                || chinese.ValueKind != JsonValueKind.String || english.ValueKind != JsonValueKind.String)
                throw new JsonException("A grade is an object with the texts chinese and english.");
            words.Add(new BilingualText(chinese.GetString()!, english.GetString()!));
        }
        try
        {
            return GradeScale.Of([.. words]);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, GradeScale value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (Grade grade in value)
        {
            writer.WriteStartObject();
            writer.WriteString("chinese", grade.Name);
            writer.WriteString("english", grade.EnglishName);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
