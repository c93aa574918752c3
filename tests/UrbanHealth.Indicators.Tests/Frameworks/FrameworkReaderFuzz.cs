using CsCheck;

namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>Whatever text comes in, reading gives a report or a framework and throws nothing.</summary>
public class FrameworkReaderFuzz
{
    private static readonly string[] Names =
    [
        "format", "code", "name", "englishName", "version", "source", "weight", "dimensions", "indicators", "quantities", "unit", "direction", "kind", "origin", "measurement", "components", "rollUp",
        "possibleMinimum", "possibleMaximum", "isEvaluated", "standards", "bands", "benchmark", "type", "numerator", "denominator", "scale", "steps", "comparison", "value", "upper", "areaClass", "fromYear",
        "worst", "best", "capped", "points", "score", "worstDistance", "tolerance", "worstLow", "low", "high", "worstHigh", "chinese", "english", "",
    ];

    private static readonly Gen<string> Leaf = Gen.OneOf(
        OneOf("null", "true", "false", "1e999", "-1e-400", "1.5", "0", "-3", "2024", "\"\"", "\"≥8\"", "\"0.7~1.5\"", "\"2~1\"", "\"framework/1\"", "\"indicator\"", "\"compound\"", "\"expertGrade\"", "\"rangeIsBest\"",
            "\"goalposts\"", "\"target\"", "\"range\"", "\"bands\"", "\"ratio\"", "\"weightedMean\"", "\"within\"", "\"logarithmic\"", "\"\\ud800\"", "\"q\"", "[]", "{}", "[null]", "[[]]"),
        Gen.Double.Select(d => double.IsFinite(d) ? d.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "1"));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 4 ? Leaf : Gen.Frequency(
        (1, Leaf),
        (2, inner.Array[0, 4].Select(a => $"[{string.Join(",", a)}]")),
        (4, Gen.Select(OneOf(Names), inner).Array[0, 8].Select(a => $"{{{string.Join(",", a.Select(p => $"\"{p.Item1}\":{p.Item2}"))}}}"))));

    [Fact]
    public void Any_JSON_of_known_words_gives_a_framework_or_an_error() => Json.Sample(GivesAReport, iter: 600, threads: 1);

    [Fact]
    public void A_valid_file_cut_or_changed_anywhere_gives_a_framework_or_an_error()
    {
        string valid = FrameworkSample.Rich.ToJson();
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Int[0, 40], OneOf("", "0", "-", "\"", "}", "]", "{", ",", "null", "1e999", "≥", "\\ud800", "\0", "\ud800"))
            .Sample((at, length, with) => GivesAReport(valid[..at] + with + valid[Math.Min(valid.Length, at + length)..]), iter: 1000, threads: 1);
        for (int at = 0; at < valid.Length; at += 7) Assert.True(GivesAReport(valid[..at]));
    }

    [Fact]
    public void Any_text_at_all_gives_an_error() => Gen.String.Sample(text => GivesAReport(text), iter: 1000, threads: 1);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool GivesAReport(string text)
    {
        FrameworkReading reading = IndicatorFramework.Read(text);
        if (reading.Framework is { } read && !IndicatorFramework.Parse(read.ToJson()).Equals(read)) return false;
        return reading.Framework is not null == reading.Report.IsValid && reading.ToString().Length > 0;
    }
}
