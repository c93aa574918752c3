using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Results of surveys as JSON: what is not defined is null, what is hidden says so and has no figures.</summary>
internal static class SurveyDocument
{
    public static string Write(SatisfactionTable table) => Text("satisfaction/1", w =>
    {
        w.WriteString("by", table.By);
        w.WriteNumber("hiddenCells", table.HiddenCells);
        w.WriteStartArray("rows");
        foreach (SatisfactionRow row in table)
        {
            w.WriteStartObject();
            w.WriteString("subject", row.Subject);
            w.WriteString("group", row.Domain);
            w.WriteBoolean("suppressed", row.IsSuppressed);
            Estimate(w, "mean", row.Mean, IntervalMethod.Normal);
            Estimate(w, "topBoxShare", row.TopBoxShare, IntervalMethod.Wilson);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    });

    public static string Write(DifferenceTable table) => Text("satisfaction-differences/1", w =>
    {
        w.WriteString("correction", Words.Of(table.Correction));
        w.WriteStartArray("rows");
        foreach (GroupDifference row in table)
        {
            w.WriteStartObject();
            w.WriteString("subject", row.Subject);
            w.WriteString("first", row.First);
            w.WriteString("second", row.Second);
            Estimate(w, "difference", row.Estimate, IntervalMethod.StudentT);
            Number(w, "pValue", row.PValue);
            Number(w, "adjustedPValue", row.AdjustedPValue);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        Texts(w, "hidden", table.Hidden);
    });

    public static string Write(RepresentativenessTable table) => Text("representativeness/1", w =>
    {
        w.WriteNumber("respondents", table.Respondents);
        Number(w, "designEffect", table.DesignEffect);
        Number(w, "effectiveSampleSize", table.EffectiveSampleSize);
        w.WriteStartArray("rows");
        foreach (RepresentativenessRow row in table.Rows)
        {
            w.WriteStartObject();
            w.WriteString("variable", row.Variable);
            w.WriteString("level", row.Level);
            w.WriteNumber("respondents", row.Respondents);
            Number(w, "sampleShare", row.SampleShare);
            Number(w, "weightedShare", row.WeightedShare);
            Number(w, "populationShare", row.PopulationShare);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteStartArray("tests");
        foreach (MarginTest test in table.Tests)
        {
            w.WriteStartObject();
            w.WriteString("variable", test.Variable);
            Number(w, "chiSquare", test.ChiSquare);
            w.WriteNumber("degreesOfFreedom", test.DegreesOfFreedom);
            Number(w, "pValue", test.PValue);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    });

    public static string Text(string format, Action<Utf8JsonWriter> write)
    {
        return DocumentText.Of(w =>
        {
            w.WriteStartObject();
            w.WriteString("format", format);
            write(w);
            w.WriteEndObject();
        }, lines: false);
    }

    public static void Number(Utf8JsonWriter w, string name, double value)
    {
        if (double.IsFinite(value)) w.WriteNumber(name, value);
        else w.WriteNull(name);
    }

    public static void Interval(Utf8JsonWriter w, string name, ConfidenceInterval interval)
    {
        w.WriteStartObject(name);
        Number(w, "low", interval.Low);
        Number(w, "high", interval.High);
        w.WriteNumber("level", interval.Level);
        w.WriteEndObject();
    }

    public static void Texts(Utf8JsonWriter w, string name, IReadOnlyList<string> texts)
    {
        w.WriteStartArray(name);
        foreach (string text in texts) w.WriteStringValue(text);
        w.WriteEndArray();
    }

    private static void Estimate(Utf8JsonWriter w, string name, SurveyEstimate? estimate, IntervalMethod method)
    {
        if (estimate is null) { w.WriteNull(name); return; }
        w.WriteStartObject(name);
        Number(w, "value", estimate.Value);
        Number(w, "standardError", estimate.StandardError);
        Interval(w, "interval", estimate.Interval(0.95, method));
        w.WriteNumber("respondents", estimate.Respondents);
        Number(w, "degreesOfFreedom", estimate.DegreesOfFreedom);
        w.WriteEndObject();
    }
}
