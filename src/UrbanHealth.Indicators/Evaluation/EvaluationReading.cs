using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UrbanHealth.Indicators;

/// <summary>Reads a plan or a model and turns what goes wrong into a report.</summary>
internal static class EvaluationReading
{
    public static T Of<TDocument, T>(string json, JsonTypeInfo<TDocument> type, string format, Func<TDocument, string> formatOf, Func<TDocument, T> build)
        where TDocument : class
    {
        try
        {
            TDocument document = JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null");
            return formatOf(document) == format
                ? build(document)
                : throw Invalid("document.unknown-format", "$.format", $"格式是“{formatOf(document)}”，应为“{format}”", $"the format is '{formatOf(document)}', expected '{format}'");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Invalid("document.invalid-json", (e as JsonException)?.Path ?? "$", $"不是有效的 JSON 文档：{e.Message}", $"not a valid JSON document: {e.Message}");
        }
        catch (ArgumentException e)
        {
            throw Invalid("document.invalid-value", "$", $"文档中有无效的值：{e.Message}", $"the document has an invalid value: {e.Message}");
        }
    }

    private static InvalidDocumentException Invalid(string code, string path, string chinese, string english) =>
        new(new ValidationReport([new ValidationIssue(code, Severity.Error, new Place { Path = path }, new(chinese, english))]));
}
