using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A judgement matrix in JSON: <c>{"codes": ["a", "b"], "upper": [3]}</c>, the upper triangle row by row, null for a judgement that was not made.</summary>
internal sealed class JudgementMatrixJsonConverter : JsonConverter<JudgementMatrix>
{
    public override JudgementMatrix Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A judgement matrix is an object.");
        int? order = null;
        var codes = new List<string>();
        var upper = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string? name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "order":
                    order = reader.GetInt32();
                    break;
                case "codes":
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) codes.Add(reader.GetString() ?? throw new JsonException("A code is a text."));
                    break;
                case "upper":
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) upper.Add(reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble());
                    break;
                default:
                    throw new JsonException($"A judgement matrix has no {name}.");
            }
        }
        try
        {
            JudgementMatrix matrix = JudgementMatrix.FromUpperTriangle(order ?? codes.Count, [.. upper]);
            return codes.Count == 0 ? matrix : matrix.For([.. codes]);
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, JudgementMatrix value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("order", value.Order);
        if (value.Codes.Count > 0)
        {
            writer.WriteStartArray("codes");
            foreach (string code in value.Codes) writer.WriteStringValue(code);
            writer.WriteEndArray();
        }
        writer.WriteStartArray("upper");
        for (int i = 0; i < value.Order; i++)
            for (int j = i + 1; j < value.Order; j++)
                if (double.IsNaN(value[i, j])) writer.WriteNullValue();
                else writer.WriteNumberValue(value[i, j]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
