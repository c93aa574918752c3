using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A grade scale as a part of a document: the name of a usual one, or its words, best first.</summary>
/// <remarks>A word is a text, then it is the word in both languages, or an object with <c>chinese</c> and <c>english</c>.</remarks>
internal static class GradeScaleDocument
{
    /// <summary>Stands in for a scale that could not be read; nothing is concluded from it.</summary>
    public static GradeScale StandIn { get; } = GradeScale.Of(new BilingualText("?", "?"));

    private const string OfIndicator = "indicator", OfDimension = "dimension";

    public static GradeScale Read(DocumentReading reading, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            switch (reading.Text(element, path))
            {
                case OfIndicator: return GradeScale.OfIndicator;
                case OfDimension: return GradeScale.OfDimension;
                case { } other:
                    reading.Error("document.unknown-word", path, new($"不认识等级词“{other}”，可用：{OfIndicator}（很好、较好、一般、不足）、{OfDimension}（优、良、中、差），或写出各等级词", $"'{other}' is no grade scale; use {OfIndicator}, {OfDimension} or the list of words"));
                    break;
            }
            return StandIn;
        }
        if (element.ValueKind != JsonValueKind.Array)
        {
            reading.WrongType(path, element, new("等级词数组，或 indicator、dimension", "an array of words, or indicator or dimension"));
            return StandIn;
        }
        var words = new List<BilingualText>();
        bool readable = true;
        foreach (JsonElement item in element.EnumerateArray())
        {
            BilingualText? word = Word(reading, item, $"{path}[{words.Count}]");
            readable &= word is not null;
            words.Add(word ?? default);
        }
        if (!readable) return StandIn;
        if (words.Count == 0 || words.Any(w => string.IsNullOrWhiteSpace(w.Chinese) || string.IsNullOrWhiteSpace(w.English)))
            reading.Error("document.empty-word", path, new("等级词为空", "there is no word, or an empty one"));
        else if (words.DistinctBy(w => w.Chinese, StringComparer.Ordinal).Count() != words.Count)
            reading.Error("document.duplicate-word", path, new("等级词重复", "a word stands twice"));
        else
            return GradeScale.Of([.. words]);
        return StandIn;
    }

    public static void Write(Utf8JsonWriter writer, GradeScale scale)
    {
        if (scale.Equals(GradeScale.OfIndicator)) writer.WriteStringValue(OfIndicator);
        else if (scale.Equals(GradeScale.OfDimension)) writer.WriteStringValue(OfDimension);
        else
        {
            writer.WriteStartArray();
            foreach (Grade grade in scale)
            {
                if (grade.Name == grade.EnglishName)
                {
                    writer.WriteStringValue(grade.Name);
                    continue;
                }
                writer.WriteStartObject();
                writer.WriteString("chinese", grade.Name);
                writer.WriteString("english", grade.EnglishName);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }

    private static BilingualText? Word(DocumentReading reading, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String) return reading.Text(element, path) is { } both ? new BilingualText(both, both) : null;
        if (reading.Object(element, path) is not { } from) return null;
        bool complete = from.Has("chinese") && from.Has("english");
        var word = new BilingualText(from.RequiredText("chinese"), from.RequiredText("english"));
        from.Close();
        return complete ? word : null;
    }
}
