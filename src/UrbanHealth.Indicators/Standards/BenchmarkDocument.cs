using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A benchmark as a part of a document, in the form that its JSON attributes give it too.</summary>
internal static class BenchmarkDocument
{
    private static readonly string[] Types = ["goalposts", "target", "range", "bands"];

    public static Benchmark Read(DocumentReading reading, JsonElement element, string path)
    {
        Benchmark standIn = new BandBenchmark { Points = [] };
        if (reading.Object(element, path) is not { } from) return standIn;
        string type = from.RequiredText("type");
        string? document = from.Text("document");
        Benchmark made;
        switch (type)
        {
            case "goalposts":
                made = new GoalpostBenchmark { Worst = from.RequiredNumber("worst"), Best = from.RequiredNumber("best"), Scale = from.Word("scale", BenchmarkScale.Linear), Capped = from.Flag("capped", true), Document = document };
                break;
            case "target":
                made = new TargetBenchmark { Value = from.RequiredNumber("value"), WorstDistance = from.RequiredNumber("worstDistance"), Tolerance = from.Number("tolerance") ?? 0, Document = document };
                break;
            case "range":
                made = new RangeBenchmark { WorstLow = from.RequiredNumber("worstLow"), Low = from.RequiredNumber("low"), High = from.RequiredNumber("high"), WorstHigh = from.RequiredNumber("worstHigh"), Document = document };
                break;
            case "bands":
                if (!from.Has("points")) from.Missing("points");
                made = new BandBenchmark { Points = from.List("points", Point), Document = document };
                break;
            default:
                if (type.Length > 0) from.UnknownWord("type", type, Types);
                return standIn; // which properties belong to it cannot be known
        }
        from.Close();
        return made;
    }

    public static void Write(Utf8JsonWriter writer, Benchmark benchmark)
    {
        writer.WriteStartObject();
        switch (benchmark)
        {
            case GoalpostBenchmark b:
                writer.WriteString("type", "goalposts");
                writer.WriteNumber("worst", b.Worst);
                writer.WriteNumber("best", b.Best);
                if (b.Scale != BenchmarkScale.Linear) writer.WriteString("scale", Words.Of(b.Scale));
                if (!b.Capped) writer.WriteBoolean("capped", false);
                break;
            case TargetBenchmark b:
                writer.WriteString("type", "target");
                writer.WriteNumber("value", b.Value);
                writer.WriteNumber("worstDistance", b.WorstDistance);
                if (b.Tolerance != 0) writer.WriteNumber("tolerance", b.Tolerance);
                break;
            case RangeBenchmark b:
                writer.WriteString("type", "range");
                writer.WriteNumber("worstLow", b.WorstLow);
                writer.WriteNumber("low", b.Low);
                writer.WriteNumber("high", b.High);
                writer.WriteNumber("worstHigh", b.WorstHigh);
                break;
            case BandBenchmark b:
                writer.WriteString("type", "bands");
                writer.WriteStartArray("points");
                foreach (BandPoint p in b.Points)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("value", p.Value);
                    writer.WriteNumber("score", p.Score);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"{benchmark.GetType().Name} has no JSON form.");
        }
        if (benchmark.Document is { } document) writer.WriteString("document", document);
        writer.WriteEndObject();
    }

    private static BandPoint Point(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new BandPoint(double.NaN, double.NaN);
        var point = new BandPoint(from.RequiredNumber("value"), from.RequiredNumber("score"));
        from.Close();
        return point;
    }
}
