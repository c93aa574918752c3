using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Reads a framework file and notes every mistake in it.</summary>
internal static class FrameworkReader
{
    /// <summary>The name and version of the document format.</summary>
    public const string Format = "framework/1";

    public static FrameworkReading Read(string json)
    {
        var reading = new DocumentReading();
        using JsonDocument? document = reading.Open(json);
        IndicatorFramework? framework = document is null ? null : Read(reading, document.RootElement, "$");
        return new FrameworkReading(framework, reading.Report);
    }

    /// <summary>The framework of an element; null, with the reasons in the report, when it has an error.</summary>
    public static IndicatorFramework? Read(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return null;
        from.Find("$schema");
        if (from.Text("format") is { } format && format != Format)
            reading.Error("framework.unknown-format", from.PathOf("format"), new($"文件格式是“{format}”，本版本只能读“{Format}”", $"the document is of the format '{format}', and this version reads '{Format}'"));
        string version = from.Text("version") ?? "1";
        string? source = from.Text("source");
        List<Quantity> quantities = from.List("quantities", ReadQuantity);
        Dimension root = ReadDimension(reading, from);
        from.Close();
        reading.Follow(FrameworkValidation.Check(root, quantities, version, path));
        return reading.HasErrors ? null : new IndicatorFramework(root, quantities, version, source);
    }

    private static Dimension ReadDimension(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new Dimension { Code = "", Name = "" };
        Dimension made = ReadDimension(reading, from);
        from.Close();
        return made;
    }

    private static Dimension ReadDimension(DocumentReading reading, DocumentObject from) => new()
    {
        Code = from.RequiredText("code"),
        Name = from.RequiredText("name"),
        EnglishName = from.Text("englishName"),
        Weight = from.Number("weight"),
        Dimensions = from.List("dimensions", ReadDimension),
        Indicators = from.List("indicators", ReadIndicator),
    };

    private static Indicator ReadIndicator(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new Indicator { Code = "", Name = "" };
        var made = new Indicator
        {
            Code = from.RequiredText("code"),
            Name = from.RequiredText("name"),
            EnglishName = from.Text("englishName"),
            Unit = from.Text("unit") ?? "",
            Direction = from.Word("direction", Direction.HigherIsBetter),
            Kind = from.Word("kind", IndicatorKind.Guidance),
            Origin = from.Word("origin", IndicatorOrigin.National),
            Version = from.Text("version") ?? "1",
            Definition = from.Text("definition"),
            Measurement = from.Word("measurement", MeasurementKind.Level),
            Components = from.List("components", ReadComponent),
            RollUp = from.Find("rollUp") is { } rollUp ? ReadRollUp(reading, rollUp, from.PathOf("rollUp")) : null,
            PossibleMinimum = from.Number("possibleMinimum"),
            PossibleMaximum = from.Number("possibleMaximum"),
            Weight = from.Number("weight"),
            Department = from.Text("department"),
            IsEvaluated = from.Flag("isEvaluated", true),
            Standards = from.List("standards", StandardDocument.Read),
            Bands = from.List("bands", BandsDocument.Read),
            Benchmark = from.Find("benchmark") is { } benchmark ? BenchmarkDocument.Read(reading, benchmark, from.PathOf("benchmark")) : null,
        };
        from.Close();
        return made;
    }

    private static IndicatorComponent ReadComponent(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new IndicatorComponent { Code = "", Name = "" };
        var made = new IndicatorComponent
        {
            Code = from.RequiredText("code"),
            Name = from.RequiredText("name"),
            EnglishName = from.Text("englishName"),
            Unit = from.Text("unit") ?? "",
            Direction = from.Word("direction", Direction.HigherIsBetter),
            Standards = from.List("standards", StandardDocument.Read),
            Bands = from.List("bands", BandsDocument.Read),
        };
        from.Close();
        return made;
    }

    private static Quantity ReadQuantity(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return new Quantity { Code = "", Name = "" };
        var made = new Quantity
        {
            Code = from.RequiredText("code"),
            Name = from.RequiredText("name"),
            EnglishName = from.Text("englishName"),
            Unit = from.Text("unit") ?? "",
        };
        from.Close();
        return made;
    }

    private static RollUp? ReadRollUp(DocumentReading reading, JsonElement element, string path)
    {
        if (reading.Object(element, path) is not { } from) return null;
        string type = from.RequiredText("type");
        RollUp? made = type switch
        {
            "ratio" => new RatioRollUp { Numerator = from.RequiredText("numerator"), Denominator = from.RequiredText("denominator"), Scale = from.Number("scale") ?? 1 },
            "sum" => new SumRollUp(),
            "weightedMean" => new WeightedMeanRollUp { Weight = from.Text("weight") },
            "maximum" => new MaximumRollUp(),
            "minimum" => new MinimumRollUp(),
            _ => null,
        };
        if (made is not null) from.Close();
        else if (type.Length > 0) from.UnknownWord("type", type, ["ratio", "sum", "weightedMean", "maximum", "minimum"]);
        return made;
    }
}
