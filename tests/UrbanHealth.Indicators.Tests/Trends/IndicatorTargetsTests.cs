using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

/// <summary>Targets are data: a file with a schema, read with every mistake at once.</summary>
public class IndicatorTargetsTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "targets.schema.json")))!;

    private const string Json = """
        {
          "format": "targets/1",
          "targets": [
            { "code": "green", "baselineYear": 2020, "baseline": 35.2, "targetYear": 2025, "target": 40,
              "revisions": [{ "decidedIn": 2023, "formerTarget": 42, "formerTargetYear": 2025, "reason": "规划调整" }] },
            { "code": "green", "area": "甲", "baselineYear": 2020, "targetYear": 2025, "target": 38, "path": "geometric", "tolerance": 0.05 }
          ]
        }
        """;

    [Fact]
    public void Reads_from_a_file_and_writes_back_the_same()
    {
        IndicatorTargets targets = IndicatorTargets.Parse(Json);
        Assert.Equal((2, "green", null, 35.2, 40.0), (targets.Count, targets[0].Code, targets[0].Area, targets[0].Baseline!.Value, targets[0].Target));
        Assert.Equal(new TargetRevision(2023, 42, 2025, "规划调整"), targets[0].Revisions.Single());
        Assert.Equal((42.0, 40.0), (targets[0].InForce(2022).Target, targets[0].InForce(2023).Target));
        Assert.Equal(("甲", TargetPath.Geometric, 0.05, null), (targets[1].Area, targets[1].Path, targets[1].Tolerance, targets[1].Baseline));
        string once = targets.ToJson();
        Assert.Equal(once, IndicatorTargets.Parse(once).ToJson());
        Assert.Equal(once, IndicatorTargets.Of(targets).ToJson());
        Assert.Contains("规划调整", once, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_made_in_code_is_kept_in_the_file()
    {
        IndicatorTarget revised = new IndicatorTarget { Code = "green", BaselineYear = 2020, Baseline = 30, TargetYear = 2025, Target = 45 }.Revise(2022, 42).Revise(2023, 40, 2026, "规划调整");
        IndicatorTarget read = IndicatorTargets.Parse(IndicatorTargets.Of([revised]).ToJson())[0];
        foreach (int year in new[] { 2021, 2022, 2023 }) Assert.Equal(revised.InForce(year), read.InForce(year));
        Assert.Equal(revised.Revisions, read.Revisions);
    }

    [Fact]
    public void Every_mistake_of_a_file_is_found_at_once_with_its_path()
    {
        IndicatorTargetsReading reading = IndicatorTargets.Read("""
            { "format": "targets/2", "targets": [
                { "code": "a", "baselineYear": 2025, "targetYear": 2020, "target": 1 },
                { "code": "a", "baselineYear": 2020, "targetYear": 2025, "target": -1, "path": "geometric", "tolerance": -1 },
                { "code": "b", "baselineYear": "2020", "targetYear": 2025 },
                { "code": "c", "baselineYear": 2020, "targetYear": 2025, "target": 1, "path": "cubic", "goal": 2,
                  "revisions": [{ "decidedIn": 2024, "formerTarget": 1, "formerTargetYear": 2025 }, { "decidedIn": 2023, "formerTarget": 1, "formerTargetYear": 2019 }] },
                7 ] }
            """);
        Assert.Null(reading.Targets);
        Assert.Equal(
            [
                "document.missing-property $.targets[2].target", "document.unknown-property $.targets[3].goal", "document.unknown-word $.targets[3].path", "document.wrong-type $.targets[2].baselineYear", "document.wrong-type $.targets[4]",
                "targets.geometric-not-positive $.targets[1].target", "targets.negative-tolerance $.targets[1].tolerance", "targets.revisions-out-of-order $.targets[3].revisions[1].decidedIn", "targets.target-twice $.targets[1]",
                "targets.unknown-format $.format", "targets.years-out-of-order $.targets[0].targetYear", "targets.years-out-of-order $.targets[3].revisions[1].formerTargetYear",
            ],
            reading.Report.Select(i => $"{i.Code} {i.Place.Path}").Order(StringComparer.Ordinal));
        Assert.All(reading.Report, i => Assert.True(i.Message.Chinese.Length > 0 && i.Message.English.Length > 0));
        Assert.Throws<InvalidDocumentException>(() => IndicatorTargets.Parse("{}"));
        Assert.Contains(IndicatorTargets.Read("[").Report, i => i.Code == "document.not-json");
    }

    [Fact]
    public void Codes_and_areas_that_are_not_there_are_found_before_a_review_is_asked_for()
    {
        IndicatorFramework framework = new(new Dimension { Code = "all", Name = "综合", Indicators = [new Indicator { Code = "green", Name = "绿化覆盖率" }] });
        Assert.Empty(IndicatorTargets.Parse(Json).Check(framework, ["甲"]));
        Assert.Equal(["targets.unknown-area $.targets[1].area"], IndicatorTargets.Parse(Json).Check(framework, ["乙"]).Select(i => $"{i.Code} {i.Place.Path}"));
        Assert.Equal(["targets.unknown-indicator $.targets[0].code"], IndicatorTargets.Of([new() { Code = "none", BaselineYear = 2020, TargetYear = 2025, Target = 1 }]).Check(framework).Select(i => $"{i.Code} {i.Place.Path}"));
    }

    [Theory]
    [InlineData("target", typeof(IndicatorTarget))]
    [InlineData("revision", typeof(TargetRevision))]
    public void The_schema_has_every_property_of_a_record_and_no_other(string def, Type record) => Assert.Equal(
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetMethod!.IsPublic).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal),
        ((JsonObject)Schema["$defs"]![def]!["properties"]!).Select(p => p.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void The_schema_takes_what_the_reader_takes_and_refuses_what_it_refuses()
    {
        Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(Json)));
        Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(IndicatorTargets.Parse(Json).ToJson())));
        string[] wrong =
        [
            "{}", """{ "targets": [ { "code": "a", "baselineYear": 2020, "targetYear": 2025 } ] }""", """{ "targets": [ { "code": "a", "baselineYear": 2020.5, "targetYear": 2025, "target": 1 } ] }""",
            """{ "targets": [ { "code": "a", "baselineYear": 2020, "targetYear": 2025, "target": 1, "path": "cubic" } ] }""", """{ "targets": [ { "code": "a", "baselineYear": 2020, "targetYear": 2025, "target": 1, "tolerance": -1 } ] }""",
        ];
        Assert.All(wrong, json =>
        {
            Assert.NotEmpty(SchemaCheck.Of(Schema, JsonNode.Parse(json)));
            Assert.NotEmpty(IndicatorTargets.Read(json).Report);
        });
    }
}
