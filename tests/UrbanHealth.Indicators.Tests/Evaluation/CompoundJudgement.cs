namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>A compound indicator is as good as its worst component, and each component can be seen.</summary>
public class CompoundJudgement
{
    private static readonly Indicator Speed = new()
    {
        Code = "speed",
        Name = "高峰期机动车平均速度",
        Measurement = MeasurementKind.Compound,
        Components =
        [
            new IndicatorComponent { Code = "express", Name = "快速路", Unit = "km/h", Standards = [Standard.AtLeast(30)], Bands = [Bands.AtLeast(45, 35, 30)] },
            new IndicatorComponent { Code = "main", Name = "主干路", Unit = "km/h", Standards = [Standard.AtLeast(20)], Bands = [Bands.AtLeast(30, 25, 20)] },
        ],
    };

    private static JudgedIndicator Judge(double express, double main, ObservationState whole = ObservationState.Missing, Indicator? indicator = null) =>
        Assessment.Of(JudgedPanel.Of(JudgedPanel.Framework(indicator ?? Speed), ["市"],
            new Observation("市", 2025, "express", express), new Observation("市", 2025, "main", main), new Observation("市", 2025, "speed", double.NaN) { State = whole }))["市", 2025]["speed"];

    [Fact]
    public void Is_met_when_every_component_is()
    {
        JudgedIndicator judged = Judge(54.44, 36.82);
        Assert.Equal((Judgement.Met, "很好"), (judged.Judgement, judged.Grade!.Name));
        Assert.Equal([(Judgement.Met, 24.44), (Judgement.Met, 16.82)], judged.Components.Select(c => (c.Judgement, Math.Round(c.Margin!.Value, 10))));
    }

    [Theory]
    [InlineData(50, 19, "main", "不足")]
    [InlineData(29, 36, "express", "不足")]
    [InlineData(50, 22, "main", "一般")]
    public void Takes_judgement_and_grade_of_the_worst(double express, double main, string worst, string grade)
    {
        JudgedIndicator judged = Judge(express, main);
        Assert.Equal((worst, grade), (judged.Worst!.Component.Code, judged.Grade!.Name));
        Assert.Equal(judged.Worst.Judgement, judged.Judgement);
        Assert.Equal(grade == "不足", judged.IsProblem);
    }

    [Fact]
    public void Fails_when_one_component_fails_even_if_another_is_missing_but_the_grade_stays_open()
    {
        JudgedIndicator judged = Judge(double.NaN, 19);
        Assert.Equal((Judgement.NotMet, null), (judged.Judgement, judged.Grade));
        Assert.Contains(judged.Notes, n => n.Chinese == "分项“快速路”缺失");
    }

    [Fact]
    public void Is_missing_when_the_rest_is_met_and_one_is_missing() => Assert.Equal((Judgement.Missing, null), (Judge(50, double.NaN).Judgement, Judge(50, double.NaN).Grade));

    [Fact]
    public void Is_not_applicable_as_a_whole_and_so_are_its_components()
    {
        JudgedIndicator judged = Judge(double.NaN, double.NaN, ObservationState.NotApplicable);
        Assert.Equal([Judgement.NotApplicable, Judgement.NotApplicable, Judgement.NotApplicable], judged.Components.Select(c => c.Judgement).Append(judged.Judgement));
    }

    [Fact]
    public void Is_not_evaluated_when_it_is_recorded_only_and_missing_when_there_is_nothing()
    {
        Assert.Equal(Judgement.NotEvaluated, Judge(50, 30, indicator: Speed with { IsEvaluated = false }).Judgement);
        Assert.Equal(Judgement.Missing, Judge(double.NaN, double.NaN, indicator: Speed with { IsEvaluated = false }).Judgement);
        Assert.Equal(Judgement.Missing, Judge(double.NaN, double.NaN).Judgement);
    }

    [Fact]
    public void Is_judged_by_the_components_that_have_a_standard()
    {
        Indicator half = Speed with { Components = [Speed.Components[0], Speed.Components[1] with { Standards = [], Bands = [] }] };
        Assert.Equal((Judgement.Met, "很好"), (Judge(50, 5, indicator: half).Judgement, Judge(50, 5, indicator: half).Grade!.Name));
        Assert.Contains(Judge(50, 5, indicator: half).Notes, n => n.English == "component main: no standard");
    }
}
