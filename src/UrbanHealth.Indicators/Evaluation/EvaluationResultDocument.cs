using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A result as JSON, area by area; what is missing is null, so that no number stands for it.</summary>
internal static class EvaluationResultDocument
{
    public static string Write(EvaluationResult result) => DocumentText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "evaluation-result/1");
        writer.WriteStartObject("framework");
        writer.WriteString("code", result.Framework.Code);
        writer.WriteString("version", result.Framework.Version);
        writer.WriteEndObject();
        writer.WriteString("baseline", result.Model.Baseline.ToString());
        writer.WriteStartArray("areas");
        foreach (int year in result.Years)
            foreach (AreaEvaluation area in result.Year(year).Areas) Area(writer, area);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }, lines: false);

    public static string Write(AreaEvaluation area) => DocumentText.Of(writer => Area(writer, area), lines: false);

    private static void Area(Utf8JsonWriter writer, AreaEvaluation area)
    {
        writer.WriteStartObject();
        writer.WriteString("area", area.Area.Code);
        writer.WriteNumber("year", area.Year);
        writer.WriteString("class", area.Area.Class);
        Node(writer, area.Composite);
        writer.WriteStartArray("dimensions");
        foreach (Dimension dimension in area.Result.Framework.Dimensions.Skip(1))
        {
            writer.WriteStartObject();
            writer.WriteString("code", dimension.Code);
            Node(writer, area[dimension.Code]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("indicators");
        foreach (JudgedIndicator judged in area.Assessment.Indicators)
        {
            NodeEvaluation node = area[judged.Indicator.Code];
            writer.WriteStartObject();
            writer.WriteString("code", judged.Indicator.Code);
            Number(writer, "value", judged.Value);
            writer.WriteString("state", Words.Of(judged.State));
            Number(writer, "score", node.Score);
            Number(writer, "rank", node.Rank);
            writer.WriteString("judgement", Words.Of(judged.Judgement));
            writer.WriteString("grade", judged.Grade?.Name);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter writer, NodeEvaluation node)
    {
        Number(writer, "score", node.Score);
        Number(writer, "rank", node.Rank);
        Number(writer, "groupRank", node.GroupRank);
        writer.WriteString("grade", node.Grade?.Name);
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } v && double.IsFinite(v)) writer.WriteNumber(name, v);
        else writer.WriteNull(name);
    }
}
