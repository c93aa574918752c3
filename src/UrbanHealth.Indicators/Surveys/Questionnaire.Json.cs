using System.Text.Json;

namespace UrbanHealth.Indicators;

public sealed partial class Questionnaire
{
    private const string Format = "questionnaire/1";

    /// <summary>Reads a questionnaire file (问卷文件) and reports every mistake at once, each with its path in the file.</summary>
    /// <param name="json">The text of the file; comments and trailing commas are allowed.</param>
    public static QuestionnaireReading Read(string json)
    {
        var reading = new DocumentReading();
        using JsonDocument? document = reading.Open(json);
        if (document is null || reading.Object(document.RootElement, "$") is not { } from) return new QuestionnaireReading(null, reading.Report);
        from.Find("$schema");
        if (from.Text("format") is { } format && format != Format)
            reading.Error("questionnaire.unknown-format", from.PathOf("format"), new($"文件格式是“{format}”，本版本只能读“{Format}”", $"the document is of the format '{format}', and this version reads '{Format}'"));
        string code = from.RequiredText("code"), title = from.RequiredText("title");
        List<Question> questions = from.List("questions", ReadQuestion);
        List<RespondentAttribute> attributes = from.List("attributes", ReadAttribute);
        List<ImpossibleCombination> impossible = from.List("impossible", ReadImpossible);
        List<string> refused = from.List("refusedCodes", ReadText), notApplicable = from.List("notApplicableCodes", ReadText);
        SurveyColumns columns = from.Find("columns") is { } c && reading.Object(c, from.PathOf("columns")) is { } names ? ReadColumns(reading, names) : new SurveyColumns();
        from.Close();
        if (reading.HasErrors) return new QuestionnaireReading(null, reading.Report);
        try
        {
            return new QuestionnaireReading(new Questionnaire(code, title, questions, attributes, impossible, columns, refused, notApplicable), reading.Report);
        }
        catch (InvalidDocumentException e)
        {
            return new QuestionnaireReading(null, reading.Report.With(e.Report));
        }
    }

    /// <summary>As <see cref="Read"/>, for a file that is known to be valid.</summary>
    /// <exception cref="InvalidDocumentException">The file has an error; the exception has every finding.</exception>
    public static Questionnaire Parse(string json)
    {
        QuestionnaireReading reading = Read(json);
        return reading.Questionnaire ?? throw new InvalidDocumentException(reading.Report);
    }

    /// <summary>The questionnaire as a file that reads back the same; the same questionnaire always gives the same text.</summary>
    public string ToJson()
    {
        return DocumentText.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("format", Format);
            w.WriteString("code", Code);
            w.WriteString("title", Title);
            WriteColumns(w);
            WriteTexts(w, "refusedCodes", RefusedCodes);
            WriteTexts(w, "notApplicableCodes", NotApplicableCodes);
            w.WriteStartArray("attributes");
            foreach (RespondentAttribute a in Attributes)
            {
                w.WriteStartObject();
                w.WriteString("code", a.Code);
                w.WriteString("name", a.Name);
                WriteTexts(w, "levels", a.Levels);
                w.WriteEndObject();
            }
            w.WriteEndArray();
            w.WriteStartArray("questions");
            foreach (Question q in Questions) WriteQuestion(w, q);
            w.WriteEndArray();
            w.WriteStartArray("impossible");
            foreach (ImpossibleCombination i in ImpossibleCombinations) WriteImpossible(w, i);
            w.WriteEndArray();
            w.WriteEndObject();
        });
    }

    private void WriteColumns(Utf8JsonWriter w)
    {
        w.WriteStartObject("columns");
        w.WriteString("respondent", Columns.Respondent);
        w.WriteString("weight", Columns.Weight);
        w.WriteString("stratum", Columns.Stratum);
        w.WriteString("cluster", Columns.Cluster);
        w.WriteString("populationUnits", Columns.PopulationUnits);
        w.WriteString("seconds", Columns.Seconds);
        w.WriteString("secondStage", Columns.SecondStage);
        w.WriteString("secondStageUnits", Columns.SecondStageUnits);
        w.WriteString("answerSeparator", Columns.AnswerSeparator.ToString());
        w.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter w, Question q)
    {
        w.WriteStartObject();
        w.WriteString("code", q.Code);
        w.WriteString("text", q.Text);
        w.WriteString("kind", Words.Of(q.Kind));
        w.WriteStartArray("options");
        foreach (AnswerOption o in q.Options)
        {
            w.WriteStartObject();
            w.WriteString("code", o.Code);
            w.WriteString("text", o.Text);
            if (o.Score is { } score) w.WriteNumber("score", score);
            if (o.IsSatisfied) w.WriteBoolean("isSatisfied", true);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteStartArray("links");
        foreach (QuestionLink l in q.Links)
        {
            w.WriteStartObject();
            w.WriteString("code", l.Code);
            w.WriteNumber("weight", l.Weight);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void WriteImpossible(Utf8JsonWriter w, ImpossibleCombination impossible)
    {
        w.WriteStartObject();
        w.WriteString("text", impossible.Text);
        w.WriteStartArray("conditions");
        foreach (ColumnCondition c in impossible.Conditions)
        {
            w.WriteStartObject();
            w.WriteString("column", c.Column);
            w.WriteString("value", c.Value);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter w, string name, IReadOnlyList<string> texts)
    {
        w.WriteStartArray(name);
        foreach (string text in texts) w.WriteStringValue(text);
        w.WriteEndArray();
    }

    private static Question ReadQuestion(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new Question { Code = "", Text = "", Options = [] };
        var question = new Question
        {
            Code = from.RequiredText("code"),
            Text = from.RequiredText("text"),
            Kind = from.Word("kind", QuestionKind.Likert),
            Options = from.List("options", ReadOption),
            Links = from.List("links", ReadLink),
        };
        from.Close();
        return question;
    }

    private static AnswerOption ReadOption(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new AnswerOption("", "");
        string code = from.RequiredText("code");
        var option = new AnswerOption(code, from.Text("text") ?? code, from.Number("score"), from.Flag("isSatisfied", false));
        from.Close();
        return option;
    }

    private static QuestionLink ReadLink(DocumentReading reading, JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String) return new QuestionLink(element.GetString()!);
        if (reading.Object(element, path) is not { } from) return default;
        var link = new QuestionLink(from.RequiredText("code"), from.Number("weight") ?? 1);
        from.Close();
        return link;
    }

    private static RespondentAttribute ReadAttribute(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return "";
        string code = from.RequiredText("code");
        var attribute = new RespondentAttribute(code, from.Text("name") ?? code, from.List("levels", ReadText));
        from.Close();
        return attribute;
    }

    private static ImpossibleCombination ReadImpossible(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new ImpossibleCombination("", []);
        var impossible = new ImpossibleCombination(from.RequiredText("text"), from.List("conditions", ReadCondition));
        from.Close();
        return impossible;
    }

    private static ColumnCondition ReadCondition(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return default;
        var condition = new ColumnCondition(from.RequiredText("column"), from.RequiredText("value"));
        from.Close();
        return condition;
    }

    private static SurveyColumns ReadColumns(DocumentReading reading, DocumentObject from)
    {
        var standard = new SurveyColumns();
        string separator = from.Text("answerSeparator") ?? ";";
        if (separator.Length != 1) reading.Error("questionnaire.separator", from.PathOf("answerSeparator"), new("分隔符应为一个字符", "the separator is one character"));
        var columns = new SurveyColumns
        {
            Respondent = from.Text("respondent") ?? standard.Respondent,
            Weight = from.Text("weight") ?? standard.Weight,
            Stratum = from.Text("stratum") ?? standard.Stratum,
            Cluster = from.Text("cluster") ?? standard.Cluster,
            PopulationUnits = from.Text("populationUnits") ?? standard.PopulationUnits,
            Seconds = from.Text("seconds") ?? standard.Seconds,
            SecondStage = from.Text("secondStage") ?? standard.SecondStage,
            SecondStageUnits = from.Text("secondStageUnits") ?? standard.SecondStageUnits,
            AnswerSeparator = separator.Length == 1 ? separator[0] : ';',
        };
        from.Close();
        return columns;
    }

    private static string ReadText(DocumentReading reading, JsonElement element, string path) => reading.Text(element, path) ?? "";
}
