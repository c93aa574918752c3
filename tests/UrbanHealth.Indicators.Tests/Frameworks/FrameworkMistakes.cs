namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>Every mistake of a framework file is reported at once, each with its code, its path and words in both languages.</summary>
public class FrameworkMistakes
{
    [Theory]
    [InlineData("""{ "dimensions": [ { "code": "d", "name": "n", "indicators": [ { "code": "d", "name": "x" } ] } ] }""", "framework.duplicate-code", "$.dimensions[0].indicators[0].code")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "measurement": "compound", "components": [ { "code": "a", "name": "y" } ] } ] }""", "framework.duplicate-code", "$.indicators[0].components[0].code")]
    [InlineData("""{ "indicators": [ { "code": "q", "name": "x" } ], "quantities": [ { "code": "q", "name": "y" } ] }""", "framework.duplicate-code", "$.quantities[0].code")]
    [InlineData("""{ "indicators": [ { "code": " ", "name": "x" } ] }""", "framework.empty-code", "$.indicators[0].code")]
    [InlineData("""{ "indicators": [ { "code": "a ", "name": "x" } ] }""", "framework.code-with-blanks", "$.indicators[0].code")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "" } ] }""", "framework.empty-name", "$.indicators[0].name")]
    [InlineData("""{ "indicators": [ { "name": "x" } ] }""", "document.missing-property", "$.indicators[0].code")]
    [InlineData("""{ "version": "" }""", "framework.empty-version", "$.version")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "version": "" } ] }""", "framework.empty-version", "$.indicators[0].version")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "weight": -0.1 } ] }""", "framework.negative-weight", "$.indicators[0].weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "weight": 1e999 } ] }""", "document.number-out-of-range", "$.indicators[0].weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "weight": 1 }, { "code": "b", "name": "x" } ] }""", "framework.weights-partly-given", "$.indicators[1].weight")]
    [InlineData("""{ "dimensions": [ { "code": "d", "name": "x" } ], "indicators": [ { "code": "a", "name": "x", "weight": 1 } ] }""", "framework.weights-partly-given", "$.dimensions[0].weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "weight": 0 } ] }""", "framework.weights-sum-to-zero", "$.indicators[0].weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "possibleMinimum": 2, "possibleMaximum": 1 } ] }""", "framework.range-upside-down", "$.indicators[0].possibleMinimum")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ "2~1" ] } ] }""", "framework.invalid-standard", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ { "comparison": "within", "value": 1 } ] } ] }""", "framework.invalid-standard", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ { "comparison": "atLeast", "value": 1, "upper": 2 } ] } ] }""", "framework.invalid-standard", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ "about 8" ] } ] }""", "document.not-a-standard", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ 8 ] } ] }""", "document.wrong-type", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ "≥1", "≥2" ] } ] }""", "framework.ambiguous-standard", "$.indicators[0].standards[1]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≥3", "≥2" ] } ] } ] }""", "framework.steps-do-not-fit-scale", "$.indicators[0].bands[0].steps")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "lowerIsBetter", "measurement": "expertGrade", "bands": [ { "steps": [ "≤1", "≤2", "≤3" ] } ] } ] }""", "framework.steps-do-not-fit-scale", "$.indicators[0].bands[0].steps")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≥3", "≥4", "≥2" ] } ] } ] }""", "framework.steps-out-of-order", "$.indicators[0].bands[0].steps[1]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≥3", ">3", "≥2" ] } ] } ] }""", "framework.steps-out-of-order", "$.indicators[0].bands[0].steps[1]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "lowerIsBetter", "bands": [ { "steps": [ "≤1", "≤1", "≤2" ] } ] } ] }""", "framework.steps-out-of-order", "$.indicators[0].bands[0].steps[1]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ { "comparison": "atLeast", "value": 9, "areaClass": "县级市" }, "≥2", "≥1" ] } ] } ] }""", "framework.step-with-class", "$.indicators[0].bands[0].steps[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≥3", "≥2", "≥1" ] }, { "steps": [ "≥4", "≥2", "≥1" ] } ] } ] }""", "framework.ambiguous-bands", "$.indicators[0].bands[1]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≥3", "≥2", "≥1" ] }, { "scale": "dimension", "areaClass": "县级市", "steps": [ "≥4", "≥2", "≥1" ] } ] } ] }""", "framework.mixed-scales", "$.indicators[0].bands[1].scale")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "scale": "school", "steps": [] } ] } ] }""", "document.unknown-word", "$.indicators[0].bands[0].scale")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "scale": [ "好", "好" ], "steps": [ "≥3" ] } ] } ] }""", "document.duplicate-word", "$.indicators[0].bands[0].scale")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "scale": [ "好", "" ], "steps": [ "≥3" ] } ] } ] }""", "document.empty-word", "$.indicators[0].bands[0].scale")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "goalposts", "worst": 1, "best": 1 } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "goalposts", "worst": 0, "best": 1, "scale": "logarithmic" } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "range", "worstLow": 0, "low": 3, "high": 2, "worstHigh": 4 } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "range", "worstLow": 2, "low": 1, "high": 2, "worstHigh": 4 } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "range", "worstLow": 0, "low": 1, "high": 2, "worstHigh": 1 } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "target", "value": 1, "worstDistance": 1, "tolerance": 1 } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "bands", "points": [ { "value": 1, "score": 0 }, { "value": 1, "score": 1 } ] } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "bands", "points": [ { "value": 1, "score": 0 } ] } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "bands", "points": [ { "value": 1, "score": 0 }, { "value": 2, "score": 100 } ] } } ] }""", "framework.invalid-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "golaposts" } } ] }""", "document.unknown-word", "$.indicators[0].benchmark.type")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "rollUp": { "type": "ratio", "numerator": "n", "denominator": "q" } } ], "quantities": [ { "code": "q", "name": "y" } ] }""", "framework.unknown-quantity", "$.indicators[0].rollUp.numerator")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "rollUp": { "type": "weightedMean", "weight": "a" } } ] }""", "framework.unknown-quantity", "$.indicators[0].rollUp.weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "rollUp": { "type": "ratio", "numerator": "q", "denominator": "q", "scale": 0 } } ], "quantities": [ { "code": "q", "name": "y" } ] }""", "framework.invalid-roll-up-scale", "$.indicators[0].rollUp.scale")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "rollUp": { "type": "mean" } } ] }""", "document.unknown-word", "$.indicators[0].rollUp.type")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "measurement": "compound" } ] }""", "framework.compound-without-components", "$.indicators[0].components")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "components": [ { "code": "b", "name": "y" } ] } ] }""", "framework.components-without-compound", "$.indicators[0].measurement")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "HigherIsBetter" } ] }""", "document.unknown-word", "$.indicators[0].direction")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": 1 } ] }""", "document.wrong-type", "$.indicators[0].direction")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "isEvaluated": "no" } ] }""", "document.wrong-type", "$.indicators[0].isEvaluated")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ { "comparison": "atLeast", "value": 1, "fromYear": 2024.5 } ] } ] }""", "document.wrong-type", "$.indicators[0].standards[0].fromYear")]
    [InlineData("""{ "indicators": { "code": "a" } }""", "document.wrong-type", "$.indicators")]
    [InlineData("""{ "indicators": [ 5 ] }""", "document.wrong-type", "$.indicators[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "code": "b", "name": "x" } ] }""", "document.duplicate-property", "$.indicators[0].code")]
    [InlineData("""{ "indicators": [ { "code": "\ud800", "name": "x" } ] }""", "document.invalid-text", "$.indicators[0].code")]
    [InlineData("""{ "format": "framework/2" }""", "framework.unknown-format", "$.format")]
    public void Gives_the_one_error_its_code_and_path(string json, string code, string path)
    {
        FrameworkReading reading = IndicatorFramework.Read(Named(json));
        ValidationIssue error = Assert.Single(reading.Report.Of(Severity.Error));
        Assert.Equal((code, path), (error.Code, error.Place.Path));
        Assert.Null(reading.Framework);
    }

    [Theory]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "weight": 0.5 }, { "code": "b", "name": "x", "weight": 0.4 } ] }""", "framework.weights-do-not-sum-to-one", "$.indicators[0].weight")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standard": "≥8" } ] }""", "document.unknown-property", "$.indicators[0].standard")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "targetIsBest", "standards": [ "≥8" ] } ] }""", "framework.direction-without-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "rangeIsBest", "standards": [ "=8" ] } ] }""", "framework.direction-without-benchmark", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "measurement": "problemCount" } ] }""", "framework.direction-against-measurement", "$.indicators[0].direction")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "standards": [ "≤8" ] } ] }""", "framework.standard-against-direction", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "direction": "lowerIsBetter", "standards": [ ">8" ] } ] }""", "framework.standard-against-direction", "$.indicators[0].standards[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "bands": [ { "steps": [ "≤1", "≤2", "≤3" ] } ] } ] }""", "framework.bands-against-direction", "$.indicators[0].bands[0]")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "benchmark": { "type": "goalposts", "worst": 100, "best": 0 } } ] }""", "framework.benchmark-against-direction", "$.indicators[0].benchmark")]
    [InlineData("""{ "indicators": [ { "code": "a", "name": "x", "measurement": "compound", "standards": [ "≥1" ], "components": [ { "code": "b", "name": "y" } ] } ] }""", "framework.compound-has-own-standard", "$.indicators[0]")]
    public void Warns_and_still_gives_the_framework(string json, string code, string path)
    {
        FrameworkReading reading = IndicatorFramework.Read(Named(json));
        ValidationIssue warning = Assert.Single(reading.Report);
        Assert.Equal((Severity.Warning, code, path), (warning.Severity, warning.Code, warning.Place.Path));
        Assert.NotNull(reading.Framework);
    }

    [Fact]
    public void Reports_all_of_many_mistakes_at_once()
    {
        FrameworkReading reading = IndicatorFramework.Read("""
            {
              "code": "c", "name": "", "versoin": "2025",
              "dimensions": [
                7,
                { "code": "d", "name": "n", "indicators": [
                  { "code": "a", "name": "x", "weight": "half", "direction": "up", "standards": [ "2~1", "good" ] },
                  { "code": "a", "name": "y", "weight": 0.5, "benchmark": { "type": "target", "value": 3 } } ] } ]
            }
            """);
        Assert.Equal(
            [
                ("document.wrong-type", "$.dimensions[0]"),
                ("document.unknown-word", "$.dimensions[1].indicators[0].direction"),
                ("document.wrong-type", "$.dimensions[1].indicators[0].weight"),
                ("document.not-a-standard", "$.dimensions[1].indicators[0].standards[1]"),
                ("document.missing-property", "$.dimensions[1].indicators[1].benchmark.worstDistance"),
                ("document.unknown-property", "$.versoin"),
                ("framework.empty-name", "$.name"),
                ("framework.invalid-standard", "$.dimensions[1].indicators[0].standards[0]"),
                ("framework.duplicate-code", "$.dimensions[1].indicators[1].code"),
            ],
            reading.Report.Select(i => (i.Code, i.Place.Path!)));
    }

    [Fact]
    public void Suggests_the_property_that_was_meant()
    {
        ValidationIssue issue = Assert.Single(IndicatorFramework.Read(Named("""{ "Source": "x", "indicators": [ { "code": "a", "name": "x" } ] }""")).Report);
        Assert.Contains("是否想写“source”", issue.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("did you mean 'source'", issue.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "document.empty")]
    [InlineData(" \n", "document.empty")]
    [InlineData("{", "document.not-json")]
    [InlineData("{ 'code': 1 }", "document.not-json")]
    [InlineData("[]", "document.wrong-type")]
    [InlineData("null", "document.wrong-type")]
    public void Says_so_when_the_text_is_no_document(string json, string code) => Assert.Equal(code, Assert.Single(IndicatorFramework.Read(json).Report).Code);

    [Fact]
    public void Says_so_when_the_text_cannot_be_encoded() => Assert.Equal("document.invalid-text", Assert.Single(IndicatorFramework.Read("\"\ud800\"").Report).Code);

    [Fact]
    public void Names_the_line_where_the_text_stops_being_JSON() =>
        Assert.Equal(3, Assert.Single(IndicatorFramework.Read("{\n \"code\": \"c\",\n \"name\" \"n\"\n}").Report).Place.Line);

    [Fact]
    public void Refuses_text_that_is_nested_without_end() =>
        Assert.Equal("document.not-json", Assert.Single(IndicatorFramework.Read(string.Concat(Enumerable.Repeat("{\"dimensions\":[", 100_000))).Report).Code);

    [Fact]
    public void Is_checked_alike_when_made_in_code()
    {
        var e = Assert.Throws<InvalidDocumentException>(() => new IndicatorFramework(new Dimension
        {
            Code = "c",
            Name = "n",
            Indicators = [new Indicator { Code = "a", Name = "x", Weight = double.NaN, Direction = (Direction)9, PossibleMaximum = double.PositiveInfinity, Unit = "\udc00" }, new Indicator { Code = "c", Name = "y", Weight = 1 }],
        }));
        Assert.Equal(
            ["$.indicators[0].weight framework.weight-not-finite", "$.indicators[0].unit framework.invalid-text", "$.indicators[0].direction framework.undefined-value", "$.indicators[0].possibleMaximum framework.bound-not-finite", "$.indicators[1].code framework.duplicate-code"],
            e.Report.Select(i => $"{i.Place.Path} {i.Code}"));
    }

    [Fact]
    public void Refuses_a_tree_deeper_than_any_real_one()
    {
        var node = new Dimension { Code = "leaf", Name = "n" };
        for (int i = 0; i < 100; i++) node = new Dimension { Code = $"d{i}", Name = "n", Dimensions = [node] };
        Assert.Equal("framework.too-deep", Assert.Single(Assert.Throws<InvalidDocumentException>(() => new IndicatorFramework(node)).Report.Of(Severity.Error)).Code);
        Assert.Equal(99, IndicatorFramework.Parse(new IndicatorFramework(node.Dimensions[0]).ToJson()).Dimensions.Count - 1);
    }

    /// <summary>Adds the code and name every framework needs, and an indicator so that none is missed.</summary>
    private static string Named(string json) =>
        "{ \"code\": \"root\", \"name\": \"根\", " + (json.Contains("\"indicators\"", StringComparison.Ordinal) ? "" : "\"indicators\": [ { \"code\": \"a\", \"name\": \"x\" } ], ") + json.TrimStart()[1..];
}
