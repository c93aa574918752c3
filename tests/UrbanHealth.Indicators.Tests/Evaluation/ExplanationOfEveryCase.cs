using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A compound, an imputed, a treated, a carried-over, a not-applicable and a missing figure and a bottom line that vetoes, each told in both languages.</summary>
public class ExplanationOfEveryCase
{
    private static readonly IndicatorFramework Framework = new(new Dimension
    {
        Code = "r",
        Name = "综合",
        EnglishName = "Composite",
        Dimensions =
        [
            new Dimension
            {
                Code = "S", Name = "安全韧性", EnglishName = "Resilience",
                Indicators =
                [
                    new() { Code = "line", Name = "消防覆盖率", EnglishName = "Fire cover", Unit = "%", Kind = IndicatorKind.BottomLine, Benchmark = Benchmark.Goalposts(0, 100), Standards = [Standard.AtLeast(90) with { Document = "城市体检标准" }] },
                    new()
                    {
                        Code = "speed", Name = "高峰车速", EnglishName = "Peak speed", Measurement = MeasurementKind.Compound,
                        Components =
                        [
                            new IndicatorComponent { Code = "express", Name = "快速路", EnglishName = "Expressway", Unit = "km/h", Standards = [Standard.AtLeast(30)] },
                            new IndicatorComponent { Code = "main", Name = "主干路", EnglishName = "Main road", Unit = "km/h", Standards = [Standard.AtLeast(20)] },
                        ],
                    },
                ],
            },
            new Dimension
            {
                Code = "T", Name = "交通便捷", EnglishName = "Transport",
                Indicators = [new() { Code = "filled", Name = "插补项", EnglishName = "Filled" }, new() { Code = "capped", Name = "异常项", EnglishName = "Capped" }, new() { Code = "old", Name = "沿用项", EnglishName = "Old" }, new() { Code = "none", Name = "不适用项", EnglishName = "None" }],
            },
        ],
    });

    private static readonly EvaluationModel Model = Fit();

    private static readonly AreaEvaluation Area = Evaluate();

    private static EvaluationModel Fit()
    {
        List<Observation> figures = [];
        string[] areas = ["甲市", "乙市", "丙市", "丁市", "戊市"];
        for (int a = 0; a < areas.Length; a++)
        {
            figures.Add(new(areas[a], 2023, "line", a == 0 ? 80 : 95));
            foreach (string code in new[] { "filled", "old", "none" }) figures.Add(new(areas[a], 2023, code, a + 1));
            figures.Add(new(areas[a], 2023, "capped", a == 4 ? 100 : a + 1));
        }
        EvaluationPlan plan = new(Framework)
        {
            Imputation = Imputation.Mean(),
            TreatmentOf = new Dictionary<string, Treatment> { ["capped"] = Treatment.Fence() },
            Unfittable = UnfittableRule.LeaveOut,
            BottomLine = BottomLineRule.Veto(),
        };
        return plan.Fit(Panel.Of(Framework, figures).Panel);
    }

    private static AreaEvaluation Evaluate()
    {
        Panel later = Panel.Of(Framework,
        [
            new("甲市", 2024, "line", 80), new("甲市", 2024, "express", 54.44), new("甲市", 2024, "main", 18.5), new("甲市", 2024, "capped", 50),
            new("甲市", 2024, "old", 3) { State = ObservationState.CarriedOver, Scope = new ObservationScope { CarriedOverFrom = 2022, Source = "统计年鉴" } }, new("甲市", 2024, "none", double.NaN) { State = ObservationState.NotApplicable },
        ]).Panel;
        return Model.Evaluate(later)["甲市", 2024];
    }

    [Theory]
    [InlineData("底线指标“消防覆盖率”不达标，一票否决", "the bottom line Fire cover is not met: vetoed")]
    [InlineData("数值 80%；标准 ≥90（城市体检标准） 不达标", "value 80%; standard ≥90 (城市体检标准) not met")]
    [InlineData("分项 快速路 54.44km/h；标准 ≥30 达标", "component Expressway 54.44km/h; standard ≥30 met")]
    [InlineData("分项 主干路 18.5km/h；标准 ≥20 不达标", "component Main road 18.5km/h; standard ≥20 not met")]
    [InlineData("· 基准期内无法标准化，不计分", "· the baseline could not fit it: no score")]
    [InlineData("· 插补值", "· imputed")]
    [InlineData("；异常值处理后 ", "; treated to ")]
    [InlineData("· 沿用 2022 年数据", "· carried over from 2022")]
    [InlineData("；来源 统计年鉴", "; source 统计年鉴")]
    [InlineData("· 不适用", "· not applicable")]
    [InlineData("不适用项：无得分", "None: no score")]
    [InlineData("缺 不适用项，权重按比例分给其余下级", "missing None: the weights of the others are scaled up")]
    public void Each_is_told(string chinese, string english)
    {
        Explanation whole = Area.Explain();
        Assert.Contains(chinese, whole.ToString(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(english, whole.ToString(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compound_indicator_without_a_figure_of_its_own_is_said_to_be_judged_only()
    {
        ValidationIssue issue = Assert.Single(Model.Report, i => i.Code == "plan.unfittable-indicator");
        Assert.Equal(("speed", Severity.Warning), (issue.Place.Indicator, issue.Severity));
        Assert.Contains("只评价，不评分", issue.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_names_and_sources_is_left_in_the_other_language()
    {
        string english = Area.Explain().ToString(Language.English).Replace("甲市", "", StringComparison.Ordinal).Replace("城市体检标准", "", StringComparison.Ordinal).Replace("统计年鉴", "", StringComparison.Ordinal);
        Assert.DoesNotContain(english.Replace("差", "", StringComparison.Ordinal), c => c is >= '一' and <= '鿿');
        string chinese = Area.Explain().ToString(Language.Chinese).Replace("km/h", "", StringComparison.Ordinal);
        Assert.DoesNotContain(chinese, c => c is >= 'a' and <= 'z');
    }
}
