using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>The judgements of an area in a year as JSON; what is missing is null, so that no number stands for it.</summary>
internal static class AreaAssessmentDocument
{
    public static string Write(AreaAssessment assessment)
    {
        return DocumentText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("area", assessment.Area.Code);
            writer.WriteNumber("year", assessment.Year);
            writer.WriteString("class", assessment.Class);
            writer.WriteStartArray("dimensions");
            foreach (DimensionAssessment d in assessment.Dimensions)
            {
                writer.WriteStartObject();
                writer.WriteString("code", d.Dimension.Code);
                writer.WriteString("name", d.Dimension.Name);
                writer.WriteString("grade", d.Grade?.Name);
                writer.WriteNumber("good", d.Good);
                writer.WriteNumber("evaluated", d.Evaluated);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("indicators");
            foreach (JudgedIndicator x in assessment.Indicators)
            {
                writer.WriteStartObject();
                Judged(writer, x.Indicator.Code, x.Indicator.Name, x.Value, x.State, x.Standard, x.Judgement, x.Grade, x.Margin);
                writer.WriteBoolean("isProblem", x.IsProblem);
                if (x.Components.Count > 0)
                {
                    writer.WriteStartArray("components");
                    foreach (JudgedComponent c in x.Components)
                    {
                        writer.WriteStartObject();
                        Judged(writer, c.Component.Code, c.Component.Name, c.Value, c.State, c.Standard, c.Judgement, c.Grade, c.Margin);
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                }
                if (x.Notes.Count > 0)
                {
                    writer.WriteStartArray("notes");
                    foreach (BilingualText note in x.Notes)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("chinese", note.Chinese);
                        writer.WriteString("english", note.English);
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void Judged(Utf8JsonWriter writer, string code, string name, double value, ObservationState state, Standard? standard, Judgement judgement, Grade? grade, double? margin)
    {
        writer.WriteString("code", code);
        writer.WriteString("name", name);
        if (double.IsFinite(value)) writer.WriteNumber("value", value);
        else writer.WriteNull("value");
        writer.WriteString("state", Words.Of(state));
        writer.WritePropertyName("standard");
        if (standard is null) writer.WriteNullValue();
        else StandardDocument.Write(writer, standard);
        writer.WriteString("judgement", Words.Of(judgement));
        writer.WriteString("grade", grade?.Name);
        if (margin is { } m && double.IsFinite(m)) writer.WriteNumber("margin", m);
        else writer.WriteNull("margin");
    }
}
