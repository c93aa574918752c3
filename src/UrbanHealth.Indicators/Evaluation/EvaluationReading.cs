using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace UrbanHealth.Indicators;

/// <summary>Reads a plan or a model and turns everything that goes wrong into a report.</summary>
internal static class EvaluationReading
{
    /// <summary>The defaults of every method that a plan or a model can hold.</summary>
    internal static DocumentDefaults Defaults { get; } = NormalizationDefaults.All.And(ImputationDefaults.All).And(WeightingDefaults.All).And(AggregationDefaults.All);

    public static T Of<TDocument, T>(string json, JsonTypeInfo<TDocument> type, string format, Func<TDocument, string> formatOf, Func<TDocument, T> build)
        where TDocument : class
    {
        var reading = new DocumentReading();
        using JsonDocument? text = reading.Open(json);
        if (text is null || reading.Object(text.RootElement, "$") is null) throw new InvalidDocumentException(reading.Report);
        JsonElement root = text.RootElement;
        DocumentShape.CheckText(reading, root, "$");
        if (reading.HasErrors) throw new InvalidDocumentException(reading.Report);
        if (root.TryGetProperty("format", out JsonElement found) && found.ValueKind == JsonValueKind.String && found.GetString() is { } other && other != format)
        {
            reading.Error("document.unknown-format", "$.format", new($"文件格式是“{other}”，应为“{format}”", $"the document is of the format '{other}', and '{format}' is expected"));
            throw new InvalidDocumentException(reading.Report); // anything else found in it would mislead
        }
        DocumentShape.Check(reading, root, type, "$");
        if (root.TryGetProperty("framework", out JsonElement framework)) FrameworkReader.Read(reading, framework, "$.framework");
        else if (root.TryGetProperty("plan", out JsonElement plan) && plan.ValueKind == JsonValueKind.Object && plan.TryGetProperty("framework", out framework)) FrameworkReader.Read(reading, framework, "$.plan.framework");
        if (reading.HasErrors) throw new InvalidDocumentException(reading.Report);
        JsonNode complete = JsonObject.Create(root)!;
        Defaults.Complete(complete, type);
        JsonElement whole = complete.Deserialize(EvaluationJson.Default.JsonElement);
        DocumentShape.CheckValues(reading, whole, type, "$");
        if (reading.HasErrors) throw new InvalidDocumentException(reading.Report);
        TDocument document = whole.Deserialize(type)!;
        try
        {
            return formatOf(document) == format ? build(document) : throw new InvalidDocumentException(reading.Report);
        }
        catch (Exception e) when (e is ArgumentException or JsonException or FormatException and not InvalidDocumentException)
        {
            BilingualText why = Reasons.Of(e.Message);
            reading.Error("document.invalid-value", "$", new($"值无效：{why.Chinese}", $"the value is not valid: {why.English}"));
            throw new InvalidDocumentException(reading.Report);
        }
    }

    /// <summary>The outcome of a <c>Parse</c>, with its report when it throws one.</summary>
    public static (T? Made, ValidationReport Report) Try<T>(Func<string, T> parse, string json) where T : class
    {
        try
        {
            return (parse(json), ValidationReport.Empty);
        }
        catch (InvalidDocumentException e)
        {
            return (null, e.Report);
        }
    }
}
