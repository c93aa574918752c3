using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A share rule as JSON.</summary>
internal static class ShareRuleDocument
{
    public static ShareRule Parse(string json)
    {
        var reading = new DocumentReading();
        using JsonDocument? document = reading.Open(json);
        ShareRule? rule = document is not null && reading.Object(document.RootElement, "$") is { } from ? Read(reading, from) : null;
        return rule is null || reading.HasErrors ? throw new InvalidDocumentException(reading.Report) : rule;
    }

    public static string Write(ShareRule rule)
    {
        return DocumentText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("basis", Words.Of(rule.Basis));
            writer.WriteNumber("goodLevel", rule.GoodLevel);
            writer.WritePropertyName("scale");
            GradeScaleDocument.Write(writer, rule.Scale);
            writer.WriteStartArray("thresholds");
            foreach (double threshold in rule.Thresholds) writer.WriteNumberValue(threshold);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }, lines: false);
    }

    private static ShareRule Read(DocumentReading reading, DocumentObject from)
    {
        ShareRule rule = ShareRule.Default with
        {
            Basis = from.Word("basis", ShareBasis.Grades),
            GoodLevel = from.Integer("goodLevel") ?? ShareRule.Default.GoodLevel,
            Scale = from.Find("scale") is { } scale ? GradeScaleDocument.Read(reading, scale, from.PathOf("scale")) : ShareRule.Default.Scale,
            Thresholds = from.Has("thresholds") ? from.List("thresholds", Threshold) : ShareRule.Default.Thresholds,
        };
        from.Close();
        if (!reading.HasErrors && rule.Flaw() is { } flaw) reading.Error("assessment.invalid-share-rule", "$", flaw);
        return rule;
    }

    private static double Threshold(DocumentReading reading, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number) return element.GetDouble();
        reading.WrongType(path, element, new("数字", "a number"));
        return double.NaN;
    }
}
