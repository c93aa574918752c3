namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>A few indicators as a city has them, for the worked examples of this room.</summary>
internal static class SmallFramework
{
    public static IndicatorFramework Create() => new(
        new Dimension
        {
            Code = "CITY",
            Name = "城市体检",
            Dimensions =
            [
                new Dimension
                {
                    Code = "D1", Name = "生态宜居",
                    Indicators =
                    [
                        new Indicator { Code = "E01", Name = "中学服务半径覆盖率", EnglishName = "School coverage", Unit = "%", PossibleMinimum = 0, PossibleMaximum = 100, RollUp = RollUp.Ratio("Q1", "Q2", 100) },
                        new Indicator { Code = "E02", Name = "停车泊位缺口数", EnglishName = "Parking gap", Unit = "个", Direction = Direction.LowerIsBetter, RollUp = RollUp.Sum() },
                        new Indicator { Code = "E03", Name = "建成区人口密度", EnglishName = "Density", Unit = "万人/平方公里", RollUp = RollUp.WeightedMean("Q2") },
                    ],
                },
                new Dimension
                {
                    Code = "D2", Name = "安全韧性",
                    Indicators =
                    [
                        new Indicator { Code = "S01", Name = "高峰车速", Unit = "km/h", Measurement = MeasurementKind.Compound, Components = [new IndicatorComponent { Code = "S01a", Name = "快速路", Unit = "km/h" }, new IndicatorComponent { Code = "S01b", Name = "主干路", Unit = "km/h" }] },
                        new Indicator { Code = "S02", Name = "人均面积", Unit = "平方米/人", RollUp = RollUp.WeightedMean() },
                        new Indicator { Code = "S03", Name = "最高楼高", Unit = "米", RollUp = RollUp.Maximum() },
                        new Indicator { Code = "S04", Name = "最低水位", Unit = "米", RollUp = RollUp.Minimum() },
                        new Indicator { Code = "S05", Name = "占比", Unit = "", Version = "2" },
                    ],
                },
            ],
        },
        [new Quantity { Code = "Q1", Name = "覆盖面积", Unit = "平方公里" }, new Quantity { Code = "Q2", Name = "居住用地面积", Unit = "平方公里" }]);

    public static IndicatorFramework Instance { get; } = Create();

    /// <summary>Reads, and gives the codes of the findings with their lines as text, in order.</summary>
    public static string[] Findings(this PanelReading reading) => [.. reading.Report.Select(i => i.Place.Line is { } line ? $"{line}:{i.Code}" : i.Code)];

    public static ValidationIssue Single(this PanelReading reading, string code) => Assert.Single(reading.Report, i => i.Code == code);
}
