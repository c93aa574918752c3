namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>A framework file is read whole, written back the same, and pleasant to write by hand.</summary>
public class FrameworkFile
{
    private const string Example = """
        {
          // comments and trailing commas are allowed
          "format": "framework/1",
          "code": "yichang", "name": "宜昌市城市体检", "version": "2025", "source": "示例",
          "dimensions": [
            {
              "code": "eco", "name": "生态宜居", "weight": 0.6,
              "indicators": [
                {
                  "code": "density", "name": "建成区人口密度", "englishName": "population density", "unit": "万人/平方公里",
                  "direction": "rangeIsBest", "kind": "bottomLine", "origin": "local", "version": "2", "definition": "常住人口除以建成区面积",
                  "possibleMinimum": 0, "possibleMaximum": 10, "weight": 0.75, "department": "市资建局",
                  "rollUp": { "type": "ratio", "numerator": "population", "denominator": "area", "scale": 0.5 },
                  "standards": [
                    { "comparison": "within", "value": 0.7, "upper": 1.5, "areaClass": "地级市", "document": "附件1" },
                    { "comparison": "within", "value": 0.6, "upper": 1, "areaClass": "县级市", "fromYear": 2024 },
                    "0.5~2",
                  ],
                  "bands": [{ "scale": ["达标", { "chinese": "不达标", "english": "failed" }], "steps": ["0.7~1.5"], "areaClass": "地级市", "document": "附件1", "fromYear": 2025 }],
                  "benchmark": { "type": "range", "worstLow": 0, "low": 0.7, "high": 1.5, "worstHigh": 3, "document": "附件1" },
                },
                {
                  "code": "speed", "name": "高峰期机动车平均速度", "measurement": "compound", "weight": 0.25,
                  "components": [
                    { "code": "speed-express", "name": "快速路", "englishName": "expressway", "unit": "km/h", "standards": ["≥30"], "bands": [{ "steps": ["≥45", "≥35", "≥30"] }] },
                    { "code": "speed-main", "name": "主干路", "standards": [">=20"] },
                  ],
                },
              ],
            },
            { "code": "safe", "name": "安全韧性", "weight": 0.4, "dimensions": [{ "code": "fire", "name": "消防", "indicators": [
                { "code": "noise", "name": "不评价", "isEvaluated": false, "direction": "lowerIsBetter", "rollUp": { "type": "weightedMean", "weight": "population" },
                  "benchmark": { "type": "goalposts", "worst": 100, "best": 1, "scale": "logarithmic", "capped": false } },
                { "code": "experts", "name": "专家", "measurement": "expertGrade", "direction": "lowerIsBetter", "rollUp": { "type": "maximum" }, "bands": [{ "scale": "dimension" }] },
                { "code": "target", "name": "目标", "direction": "targetIsBest", "rollUp": { "type": "sum" }, "benchmark": { "type": "target", "value": 5, "worstDistance": 3, "tolerance": 0.5 } },
                { "code": "points", "name": "折线", "rollUp": { "type": "minimum" }, "benchmark": { "type": "bands", "points": [{ "value": 1, "score": 0 }, { "value": 3, "score": 1 }] } },
            ] }] },
          ],
          "quantities": [{ "code": "population", "name": "常住人口", "englishName": "residents", "unit": "人" }, { "code": "area", "name": "面积" }],
        }
        """;

    private static readonly IndicatorFramework Read = IndicatorFramework.Parse(Example);

    [Fact]
    public void Says_nothing_about_a_file_without_mistakes() => Assert.Empty(IndicatorFramework.Read(Example).Report);

    [Fact]
    public void Gives_every_property_its_value()
    {
        Assert.Equal(("yichang", "宜昌市城市体检", "2025", "示例"), (Read.Code, Read.Name, Read.Version, Read.Source));
        Assert.Equal(["yichang", "eco", "safe", "fire"], Read.Dimensions.Select(d => d.Code));
        Assert.Equal(new Indicator
        {
            Code = "density",
            Name = "建成区人口密度",
            EnglishName = "population density",
            Unit = "万人/平方公里",
            Direction = Direction.RangeIsBest,
            Kind = IndicatorKind.BottomLine,
            Origin = IndicatorOrigin.Local,
            Version = "2",
            Definition = "常住人口除以建成区面积",
            PossibleMinimum = 0,
            PossibleMaximum = 10,
            Weight = 0.75,
            Department = "市资建局",
            RollUp = RollUp.Ratio("population", "area", 0.5),
            Standards =
            [
                Standard.Within(0.7, 1.5) with { AreaClass = "地级市", Document = "附件1" },
                Standard.Within(0.6, 1) with { AreaClass = "县级市", FromYear = 2024 },
                Standard.Within(0.5, 2),
            ],
            Bands = [new Bands { Scale = GradeScale.Of(new BilingualText("达标", "达标"), new("不达标", "failed")), Steps = [Standard.Within(0.7, 1.5)], AreaClass = "地级市", Document = "附件1", FromYear = 2025 }],
            Benchmark = Benchmark.Range(0, 0.7, 1.5, 3) with { Document = "附件1" },
        }, Read["density"]);
        Assert.Equal(MeasurementKind.Compound, Read["speed"].Measurement);
        Assert.Equal(
            [
                new IndicatorComponent { Code = "speed-express", Name = "快速路", EnglishName = "expressway", Unit = "km/h", Standards = [Standard.AtLeast(30)], Bands = [Bands.AtLeast(45, 35, 30)] },
                new IndicatorComponent { Code = "speed-main", Name = "主干路", Standards = [Standard.AtLeast(20)] },
            ], Read["speed"].Components);
        Assert.False(Read["noise"].IsEvaluated);
        Assert.Equal(RollUp.WeightedMean("population"), Read["noise"].RollUp);
        Assert.Equal(new GoalpostBenchmark { Worst = 100, Best = 1, Scale = BenchmarkScale.Logarithmic, Capped = false }, Read["noise"].Benchmark);
        Assert.Equal(GradeScale.OfDimension, Read["experts"].Bands[0].Scale);
        Assert.Equal((RollUp.Maximum(), RollUp.Sum(), RollUp.Minimum()), (Read["experts"].RollUp, Read["target"].RollUp, Read["points"].RollUp));
        Assert.Equal(Benchmark.Target(5, 3, 0.5), Read["target"].Benchmark);
        Assert.Equal(Benchmark.Bands(new BandPoint(1, 0), new BandPoint(3, 1)), Read["points"].Benchmark);
        Assert.Equal([new Quantity { Code = "population", Name = "常住人口", EnglishName = "residents", Unit = "人" }, new Quantity { Code = "area", Name = "面积" }], Read.Quantities);
    }

    [Fact]
    public void Reads_back_the_framework_it_wrote_and_writes_it_the_same()
    {
        string text = Read.ToJson();
        IndicatorFramework back = IndicatorFramework.Parse(text);
        Assert.Equal(Read, back);
        Assert.Equal(text, back.ToJson());
    }

    [Fact]
    public void Writes_readable_text_and_leaves_out_what_is_as_by_default()
    {
        var framework = new IndicatorFramework(new Dimension
        {
            Code = "c",
            Name = "城市",
            Indicators = [new Indicator { Code = "road", Name = "路网密度", Unit = "km/km²", Standards = [Standard.AtLeast(8)], Bands = [Bands.AtLeast(12, 10, 8)] }],
        });
        Assert.Equal("""
            {
              "format": "framework/1",
              "code": "c",
              "name": "城市",
              "version": "1",
              "indicators": [
                {
                  "code": "road",
                  "name": "路网密度",
                  "unit": "km/km²",
                  "standards": [
                    "≥8"
                  ],
                  "bands": [
                    {
                      "steps": [
                        "≥12",
                        "≥10",
                        "≥8"
                      ]
                    }
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"), framework.ToJson());
    }

    [Fact]
    public void Takes_a_byte_order_mark_and_nulls_for_what_is_not_given()
    {
        FrameworkReading reading = IndicatorFramework.Read("\uFEFF{ \"code\": \"c\", \"name\": \"n\", \"englishName\": null, \"dimensions\": null, \"indicators\": [{ \"code\": \"a\", \"name\": \"b\", \"weight\": null }] }");
        Assert.Empty(reading.Report);
        Assert.Null(reading.Framework!["a"].Weight);
    }

    [Fact]
    public void Stands_inside_other_json_as_it_does_alone()
    {
        string alone = System.Text.Json.JsonSerializer.Serialize(Read);
        Assert.Equal(Read, System.Text.Json.JsonSerializer.Deserialize<IndicatorFramework>(alone));
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<IndicatorFramework>("{\"code\": 1}"));
    }

    [Fact]
    public void Parse_throws_with_the_report_that_Read_returns()
    {
        const string wrong = "{ \"code\": \"\", \"name\": 3 }";
        FrameworkReading reading = IndicatorFramework.Read(wrong);
        Assert.Null(reading.Framework);
        Assert.Equal(reading.Report.ToString(), Assert.Throws<InvalidDocumentException>(() => IndicatorFramework.Parse(wrong)).Report.ToString());
        Assert.Throws<ArgumentNullException>(() => IndicatorFramework.Read(null!));
    }
}
