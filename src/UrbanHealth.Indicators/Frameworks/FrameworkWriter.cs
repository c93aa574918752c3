using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>Writes a framework file: what is as by default is left out, and the same framework gives the same text.</summary>
internal static class FrameworkWriter
{
    public static string Write(IndicatorFramework framework) => DocumentText.Of(writer => Write(writer, framework));

    public static void Write(Utf8JsonWriter writer, IndicatorFramework framework)
    {
        writer.WriteStartObject();
        writer.WriteString("format", FrameworkReader.Format);
        WriteNames(writer, framework.Root.Code, framework.Root.Name, framework.Root.EnglishName);
        writer.WriteString("version", framework.Version);
        Text(writer, "source", framework.Source);
        WriteTree(writer, framework.Root);
        List(writer, "quantities", framework.Quantities, WriteQuantity);
        writer.WriteEndObject();
    }

    private static void WriteDimension(Utf8JsonWriter writer, Dimension dimension)
    {
        writer.WriteStartObject();
        WriteNames(writer, dimension.Code, dimension.Name, dimension.EnglishName);
        WriteTree(writer, dimension);
        writer.WriteEndObject();
    }

    private static void WriteTree(Utf8JsonWriter writer, Dimension dimension)
    {
        Number(writer, "weight", dimension.Weight);
        List(writer, "dimensions", dimension.Dimensions, WriteDimension);
        List(writer, "indicators", dimension.Indicators, WriteIndicator);
    }

    private static void WriteIndicator(Utf8JsonWriter writer, Indicator indicator)
    {
        writer.WriteStartObject();
        WriteNames(writer, indicator.Code, indicator.Name, indicator.EnglishName);
        if (indicator.Unit.Length > 0) writer.WriteString("unit", indicator.Unit);
        Word(writer, "direction", indicator.Direction);
        Word(writer, "kind", indicator.Kind);
        Word(writer, "origin", indicator.Origin);
        if (indicator.Version != "1") writer.WriteString("version", indicator.Version);
        Text(writer, "definition", indicator.Definition);
        Word(writer, "measurement", indicator.Measurement);
        List(writer, "components", indicator.Components, WriteComponent);
        if (indicator.RollUp is { } rollUp)
        {
            writer.WritePropertyName("rollUp");
            WriteRollUp(writer, rollUp);
        }
        Number(writer, "possibleMinimum", indicator.PossibleMinimum);
        Number(writer, "possibleMaximum", indicator.PossibleMaximum);
        Number(writer, "weight", indicator.Weight);
        Text(writer, "department", indicator.Department);
        if (!indicator.IsEvaluated) writer.WriteBoolean("isEvaluated", false);
        List(writer, "standards", indicator.Standards, StandardDocument.Write);
        List(writer, "bands", indicator.Bands, BandsDocument.Write);
        if (indicator.Benchmark is { } benchmark)
        {
            writer.WritePropertyName("benchmark");
            BenchmarkDocument.Write(writer, benchmark);
        }
        writer.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter writer, IndicatorComponent component)
    {
        writer.WriteStartObject();
        WriteNames(writer, component.Code, component.Name, component.EnglishName);
        if (component.Unit.Length > 0) writer.WriteString("unit", component.Unit);
        Word(writer, "direction", component.Direction);
        List(writer, "standards", component.Standards, StandardDocument.Write);
        List(writer, "bands", component.Bands, BandsDocument.Write);
        writer.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter writer, Quantity quantity)
    {
        writer.WriteStartObject();
        WriteNames(writer, quantity.Code, quantity.Name, quantity.EnglishName);
        if (quantity.Unit.Length > 0) writer.WriteString("unit", quantity.Unit);
        writer.WriteEndObject();
    }

    private static void WriteRollUp(Utf8JsonWriter writer, RollUp rollUp)
    {
        writer.WriteStartObject();
        switch (rollUp)
        {
            case RatioRollUp r:
                writer.WriteString("type", "ratio");
                writer.WriteString("numerator", r.Numerator);
                writer.WriteString("denominator", r.Denominator);
                if (r.Scale != 1) writer.WriteNumber("scale", r.Scale);
                break;
            case SumRollUp:
                writer.WriteString("type", "sum");
                break;
            case WeightedMeanRollUp r:
                writer.WriteString("type", "weightedMean");
                Text(writer, "weight", r.Weight);
                break;
            case MaximumRollUp:
                writer.WriteString("type", "maximum");
                break;
            case MinimumRollUp:
                writer.WriteString("type", "minimum");
                break;
            default:
                throw new NotSupportedException($"{rollUp.GetType().Name} has no JSON form.");
        }
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string code, string name, string? englishName)
    {
        writer.WriteString("code", code);
        writer.WriteString("name", name);
        Text(writer, "englishName", englishName);
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    private static void Word<T>(Utf8JsonWriter writer, string name, T value) where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default)) writer.WriteString(name, Words.Of(value));
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (T item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
