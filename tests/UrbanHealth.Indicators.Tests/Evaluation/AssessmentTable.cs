namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>The assessment of an area reads as the annex of a check-up: 指标 值 标准 评价.</summary>
public class AssessmentTable
{
    [Fact]
    public void Has_a_line_an_indicator_under_its_dimension()
    {
        var framework = new IndicatorFramework(new Dimension
        {
            Code = "root",
            Name = "市",
            Dimensions =
            [
                new Dimension
                {
                    Code = "eco", Name = "生态宜居",
                    Indicators =
                    [
                        new Indicator { Code = "road", Name = "道路网密度", Unit = "公里/平方公里", Standards = [Standard.AtLeast(8)], Bands = [Bands.AtLeast(12, 10, 8)] },
                        new Indicator { Code = "waters", Name = "黑臭水体", Unit = "个", Direction = Direction.LowerIsBetter, Measurement = MeasurementKind.ProblemCount },
                        new Indicator
                        {
                            Code = "speed", Name = "高峰车速", Measurement = MeasurementKind.Compound,
                            Components = [new IndicatorComponent { Code = "x", Name = "快速路", Unit = "km/h", Standards = [Standard.AtLeast(30)] }, new IndicatorComponent { Code = "m", Name = "主干路", Unit = "km/h", Standards = [Standard.AtLeast(20)] }],
                        },
                        new Indicator { Code = "rail", Name = "轨道通勤", Unit = "%" },
                    ],
                },
            ],
        });
        Panel panel = JudgedPanel.Of(framework, ["江城"],
            new Observation("江城", 2025, "road", 8.5), new Observation("江城", 2025, "waters", 0), new Observation("江城", 2025, "x", 54.4), new Observation("江城", 2025, "m", 15),
            new Observation("江城", 2025, "rail", double.NaN) { State = ObservationState.NotApplicable });
        AreaAssessment city = Assessment.Of(panel, "地级市")["江城", 2025];
        Assert.Equal("""
            江城 2025 (地级市)
            指标          值                 标准  评价
            【生态宜居】                           差（0/1）
            道路网密度    8.5 公里/平方公里  ≥8    达标 一般
            黑臭水体      0 个               —     不评价
            高峰车速                               不达标
              快速路      54.4 km/h          ≥30   达标
              主干路      15 km/h            ≥20   不达标
            轨道通勤      ——                 —     不适用
            """.ReplaceLineEndings("\n"), city.ToString());
        Assert.Equal("高峰车速 快速路 54.4 km/h；主干路 15 km/h 快速路 ≥30；主干路 ≥20 不达标", city["speed"].ToString());
        Assert.Equal("生态宜居 差 (0/1)", city.Dimensions["eco"].ToString());
        Assert.Equal(["speed"], city.Problems.Select(p => p.Indicator.Code));
        Assert.Equal((1, 1, 1, 1), (city.Count(Judgement.Met), city.Count(Judgement.NotMet), city.Count(Judgement.NotEvaluated), city.Count(Judgement.NotApplicable)));
        using var json = System.Text.Json.JsonDocument.Parse(city.ToJson());
        System.Text.Json.JsonElement road = json.RootElement.GetProperty("indicators")[0], speed = json.RootElement.GetProperty("indicators")[2], rail = json.RootElement.GetProperty("indicators")[3];
        Assert.Equal(("road", 8.5, "≥8", "met", "一般", 0.5), (road.GetProperty("code").GetString(), road.GetProperty("value").GetDouble(), road.GetProperty("standard").GetString(), road.GetProperty("judgement").GetString(), road.GetProperty("grade").GetString(), road.GetProperty("margin").GetDouble()));
        Assert.Equal(("notMet", true, "notMet"), (speed.GetProperty("judgement").GetString(), speed.GetProperty("isProblem").GetBoolean(), speed.GetProperty("components")[1].GetProperty("judgement").GetString()));
        Assert.Equal((System.Text.Json.JsonValueKind.Null, "notApplicable"), (rail.GetProperty("value").ValueKind, rail.GetProperty("state").GetString()));
        Assert.Equal(("差", 0, 1), (json.RootElement.GetProperty("dimensions")[0].GetProperty("grade").GetString(), json.RootElement.GetProperty("dimensions")[0].GetProperty("good").GetInt32(), json.RootElement.GetProperty("dimensions")[0].GetProperty("evaluated").GetInt32()));
        Assert.Equal(city.ToString(), Assessment.Of(panel, "地级市")["江城", 2025].ToString());
    }
}
