using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>The published schema says what the reader takes: every property, every word, and nothing else.</summary>
public class FrameworkSchema
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "framework.schema.json")))!;

    private static JsonObject Def(string name) => (JsonObject)Schema["$defs"]![name]!;

    private static IEnumerable<JsonNode> Variants(string name) => ((JsonArray?)Def(name)["anyOf"] ?? [Def(name).DeepClone()]).Select(v => v!).Where(v => v["properties"] is not null);

    public static TheoryData<string, string?, Type> Records => new()
    {
        { "dimension", null, typeof(Dimension) }, { "indicator", null, typeof(Indicator) }, { "component", null, typeof(IndicatorComponent) }, { "quantity", null, typeof(Quantity) },
        { "standard", null, typeof(Standard) }, { "bands", null, typeof(Bands) }, { "bandPoint", null, typeof(BandPoint) },
        { "benchmark", "goalposts", typeof(GoalpostBenchmark) }, { "benchmark", "target", typeof(TargetBenchmark) }, { "benchmark", "range", typeof(RangeBenchmark) }, { "benchmark", "bands", typeof(BandBenchmark) },
        { "rollUp", "ratio", typeof(RatioRollUp) }, { "rollUp", "weightedMean", typeof(WeightedMeanRollUp) }, { "rollUp", "sum", typeof(SumRollUp) }, { "rollUp", "maximum", typeof(MaximumRollUp) }, { "rollUp", "minimum", typeof(MinimumRollUp) },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Has_every_property_of_a_record_and_no_other(string def, string? type, Type record)
    {
        JsonNode variant = Variants(def).Single(v => type is null || v["properties"]!["type"]!.ToJsonString() is var t && t.Contains($"\"{type}\"", StringComparison.Ordinal));
        string[] expected = [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetMethod!.IsPublic).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];
        string[] published = [.. ((JsonObject)variant["properties"]!).Select(p => p.Key).Where(k => k != "type")];
        Assert.Equal(expected.Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Has_at_the_top_what_a_framework_has() => Assert.Equal(
        ["$schema", "code", "dimensions", "englishName", "format", "indicators", "name", "quantities", "source", "version", "weight"],
        ((JsonObject)Schema["properties"]!).Select(p => p.Key).Order(StringComparer.Ordinal));

    public static TheoryData<string, string, Type> Words => new()
    {
        { "indicator", "direction", typeof(Direction) }, { "component", "direction", typeof(Direction) }, { "indicator", "kind", typeof(IndicatorKind) }, { "indicator", "origin", typeof(IndicatorOrigin) },
        { "indicator", "measurement", typeof(MeasurementKind) }, { "standard", "comparison", typeof(Comparison) }, { "benchmark", "scale", typeof(BenchmarkScale) },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Has_every_word_of_an_enumeration(string def, string property, Type enumeration)
    {
        JsonArray words = (JsonArray)Variants(def).First(v => v["properties"]![property] is not null)["properties"]![property]!["enum"]!;
        Assert.Equal(Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName), words.Where(w => w is not null).Select(w => w!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(NationalCatalogues.Files), MemberType = typeof(NationalCatalogues))]
    public void Shipped_lists_conform(string file) => Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(NationalCatalogue.Text(file))));

    [Fact]
    public void A_file_that_uses_everything_conforms() => Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(FrameworkSample.Rich.ToJson())));

    [Theory]
    [InlineData("""{ "name": "x" }""")]
    [InlineData("""{ "code": "c", "name": "x", "colour": 1 }""")]
    [InlineData("""{ "code": "c", "name": "x", "indicators": [ { "code": "a", "name": "b", "direction": "up" } ] }""")]
    [InlineData("""{ "code": "c", "name": "x", "indicators": [ { "code": "a", "name": "b", "weight": -1 } ] }""")]
    [InlineData("""{ "code": "c", "name": "x", "indicators": [ { "code": "a", "name": "b", "standards": [ "8" ] } ] }""")]
    [InlineData("""{ "code": "c", "name": "x", "indicators": [ { "code": "a", "name": "b", "benchmark": { "type": "range", "low": 1 } } ] }""")]
    [InlineData("""{ "code": "c", "name": "x", "indicators": {} }""")]
    public void What_the_schema_refuses_the_reader_finds_too(string json)
    {
        Assert.NotEmpty(SchemaCheck.Of(Schema, JsonNode.Parse(json)));
        Assert.Contains(IndicatorFramework.Read(json).Report, i => i.Severity != Severity.Notice);
    }
}
