namespace UrbanHealth.Indicators.Tests.Frameworks;

/// <summary>A framework in which every property of every record is other than its default.</summary>
internal static class FrameworkSample
{
    private static readonly Standard Whole = Standard.Within(0.7, 1.5) with { AreaClass = "地级市", Document = "附件", FromYear = 2024 };

    private static readonly Bands Worded = new() { Scale = GradeScale.Of(new BilingualText("好", "good"), new("中", "中"), new("差", "poor")), Steps = [Standard.AtLeast(2.5), Standard.MoreThan(1)], AreaClass = "地级市", Document = "附件", FromYear = 2024 };

    public static IndicatorFramework Rich { get; } = new(
        new Dimension
        {
            Code = "root",
            Name = "根",
            EnglishName = "root",
            Weight = 1,
            Dimensions =
            [
                new Dimension
                {
                    Code = "d", Name = "维度", EnglishName = "dimension", Weight = 0.25,
                    Indicators =
                    [
                        new Indicator
                        {
                            Code = "i", Name = "指标", EnglishName = "indicator", Unit = "%", Direction = Direction.RangeIsBest, Kind = IndicatorKind.BottomLine, Origin = IndicatorOrigin.Local, Version = "2",
                            Definition = "\"引号\" <与> &", Measurement = MeasurementKind.Compound, PossibleMinimum = -1.5, PossibleMaximum = 1e300, Weight = 1, Department = "部门", IsEvaluated = false,
                            Components = [new IndicatorComponent { Code = "c", Name = "分项", EnglishName = "part", Unit = "m", Direction = Direction.LowerIsBetter, Standards = [Standard.AtMost(0.1)], Bands = [Worded with { Steps = [Standard.LessThan(1), Standard.AtMost(1)] }] }],
                            RollUp = RollUp.Ratio("q", "q", 100), Standards = [Whole, Standard.EqualTo(-0.5)], Bands = [Worded], Benchmark = Benchmark.Range(0, 1, 2, 3) with { Document = "附件" },
                        },
                    ],
                },
            ],
            Indicators =
            [
                new Indicator { Code = "g", Name = "阈值", Weight = 0.25, Benchmark = new GoalpostBenchmark { Worst = 1, Best = 5e-324, Scale = BenchmarkScale.Logarithmic, Capped = false, Document = "附件" }, RollUp = RollUp.WeightedMean("q") },
                new Indicator { Code = "t", Name = "目标", Weight = 0.25, Benchmark = Benchmark.Target(1.0 / 3, 2, 0.5) with { Document = "附件" }, RollUp = RollUp.Sum() },
                new Indicator { Code = "b", Name = "折线", Weight = 0.25, Benchmark = Benchmark.Bands(new BandPoint(1, 0.5), new BandPoint(2, 1)) with { Document = "附件" }, RollUp = RollUp.Maximum() },
            ],
        },
        [new Quantity { Code = "q", Name = "数量", EnglishName = "quantity", Unit = "人" }], "2025", "来源");
}
