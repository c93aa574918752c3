namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>What each kind of figure is found to be; no weight and no score is needed anywhere.</summary>
public class JudgementRules
{
    private static readonly Indicator Road = new() { Code = "road", Name = "道路网密度", Unit = "公里/平方公里", Standards = [Standard.AtLeast(8)], Bands = [Bands.AtLeast(12, 10, 8)] };
    private static readonly Indicator Count = new() { Code = "count", Name = "存在隐患的住宅数量", Unit = "栋", Direction = Direction.LowerIsBetter, Measurement = MeasurementKind.ProblemCount };
    private static readonly Indicator Expert = new() { Code = "expert", Name = "风貌", Direction = Direction.LowerIsBetter, Measurement = MeasurementKind.ExpertGrade };

    private static readonly Indicator Density = new()
    {
        Code = "density",
        Name = "人口密度",
        Direction = Direction.RangeIsBest,
        Standards = [Standard.Within(0.7, 1.5) with { AreaClass = "地级市" }, Standard.Within(0.6, 1) with { AreaClass = "县级市" }],
    };

    [Fact]
    public void A_level_is_held_against_its_standard_and_graded_by_its_bands()
    {
        JudgedIndicator met = JudgedPanel.Judge(Road, 8.68), notMet = JudgedPanel.Judge(Road, 5.21);
        Assert.Equal((Judgement.Met, "一般", false), (met.Judgement, met.Grade!.Name, met.IsProblem));
        Assert.Equal((Judgement.NotMet, "不足", true), (notMet.Judgement, notMet.Grade!.Name, notMet.IsProblem));
        Assert.Equal(Road.Standards[0], met.Standard);
        Assert.Equal(0.68, met.Margin!.Value, 12);
        Assert.Equal(-2.79, notMet.Margin!.Value, 12);
    }

    [Fact]
    public void A_range_is_chosen_by_the_class_of_city()
    {
        JudgedIndicator prefecture = JudgedPanel.Judge(Density, 0.67, "地级市"), county = JudgedPanel.Judge(Density, 0.67, "县级市");
        Assert.Equal((Judgement.NotMet, Judgement.Met), (prefecture.Judgement, county.Judgement));
        Assert.Equal(-0.03, prefecture.Margin!.Value, 12);
        Assert.Equal(0.07, county.Margin!.Value, 12);
    }

    [Fact]
    public void The_class_of_the_area_itself_wins_over_the_one_given_for_all()
    {
        Panel panel = JudgedPanel.Of(JudgedPanel.Framework(Density), [new Area { Code = "甲", Class = "县级市" }, "乙"], new Observation("甲", 2025, "density", 0.67), new Observation("乙", 2025, "density", 0.67));
        Assessment assessment = Assessment.Of(panel, cityClass: "地级市");
        Assert.Equal(("县级市", Judgement.Met), (assessment["甲", 2025].Class, assessment["甲", 2025]["density"].Judgement));
        Assert.Equal(("地级市", Judgement.NotMet), (assessment["乙", 2025].Class, assessment["乙", 2025]["density"].Judgement));
        Assert.Equal(["甲", "乙"], assessment.Year(2025).Select(a => a.Area.Code));
    }

    [Fact]
    public void Without_a_standard_for_its_class_a_figure_has_none_and_the_report_says_so()
    {
        JudgedIndicator judged = JudgedPanel.Judge(Density, 0.67, "直辖市");
        Assert.Equal(Judgement.NoStandard, judged.Judgement);
        Assert.Null(judged.Standard);
        Assert.Null(judged.Margin);
        Assert.Contains("没有适用于“直辖市”", Assert.Single(judged.Notes).Chinese, StringComparison.Ordinal);
        Panel panel = JudgedPanel.Of(JudgedPanel.Framework(Density, Road), ["市"], new Observation("市", 2025, "density", 0.67));
        ValidationIssue issue = Assert.Single(Assessment.Of(panel).Report);
        Assert.Equal(("assessment.no-standard-for-class", "density"), (issue.Code, issue.Place.Indicator));
        Assert.Empty(Assessment.Of(panel, "县级市").Report);
    }

    [Fact]
    public void A_figure_without_any_standard_may_still_have_a_grade()
    {
        JudgedIndicator judged = JudgedPanel.Judge(Road with { Standards = [] }, 11);
        Assert.Equal((Judgement.NoStandard, "较好"), (judged.Judgement, judged.Grade!.Name));
        Assert.Equal(Judgement.NoStandard, JudgedPanel.Judge(Road with { Standards = [], Bands = [] }, 11).Judgement);
    }

    [Theory]
    [InlineData(double.NaN, ObservationState.Missing, Judgement.Missing)]
    [InlineData(double.NaN, ObservationState.NotApplicable, Judgement.NotApplicable)]
    [InlineData(double.NaN, ObservationState.NotEvaluated, Judgement.NotEvaluated)]
    [InlineData(9, ObservationState.NotEvaluated, Judgement.NotEvaluated)]
    public void What_cannot_be_judged_says_why_and_has_no_grade(double value, ObservationState state, Judgement judgement)
    {
        JudgedIndicator judged = JudgedPanel.Judge(Road, value, state: state);
        Assert.Equal((judgement, null, null, null, false), (judged.Judgement, judged.Grade, judged.Standard, judged.Margin, judged.IsProblem));
    }

    [Fact]
    public void What_is_recorded_only_is_not_evaluated_but_missing_stays_missing()
    {
        Indicator recorded = Road with { IsEvaluated = false };
        Assert.Equal((Judgement.NotEvaluated, null), (JudgedPanel.Judge(recorded, 3).Judgement, JudgedPanel.Judge(recorded, 3).Grade));
        Assert.Equal(Judgement.Missing, JudgedPanel.Judge(recorded, double.NaN).Judgement);
    }

    [Fact]
    public void A_count_of_problems_above_0_is_a_problem_and_gets_no_judgement_or_grade()
    {
        JudgedIndicator some = JudgedPanel.Judge(Count, 42), none = JudgedPanel.Judge(Count, 0);
        Assert.Equal((Judgement.NotEvaluated, null, true), (some.Judgement, some.Grade, some.IsProblem));
        Assert.Equal((Judgement.NotEvaluated, null, false), (none.Judgement, none.Grade, none.IsProblem));
        Assert.Equal(Judgement.Missing, JudgedPanel.Judge(Count, double.NaN).Judgement);
        Assert.False(JudgedPanel.Judge(Count with { IsEvaluated = false }, 42).IsProblem);
        Assert.False(JudgedPanel.Judge(Count, 42, state: ObservationState.NotEvaluated).IsProblem);
    }

    [Fact]
    public void A_count_of_problems_with_a_standard_or_bands_of_its_own_is_judged_by_them()
    {
        Indicator waters = Count with { Standards = [Standard.EqualTo(0)], Bands = [Bands.AtMost(0, 1, 3)] };
        Assert.Equal((Judgement.Met, "很好"), (JudgedPanel.Judge(waters, 0).Judgement, JudgedPanel.Judge(waters, 0).Grade!.Name));
        Assert.Equal((Judgement.NotMet, "一般"), (JudgedPanel.Judge(waters, 2).Judgement, JudgedPanel.Judge(waters, 2).Grade!.Name));
    }

    [Fact]
    public void An_expert_grade_is_the_grade_itself()
    {
        Assert.Equal(("较好", Judgement.NoStandard), (JudgedPanel.Judge(Expert, 2).Grade!.Name, JudgedPanel.Judge(Expert, 2).Judgement));
        Assert.Equal("差", JudgedPanel.Judge(Expert with { Bands = [new Bands { Scale = GradeScale.OfDimension, Steps = [] }] }, 4).Grade!.Name);
        Assert.True(JudgedPanel.Judge(Expert, 4).IsProblem);
        Assert.Equal(Judgement.NotMet, JudgedPanel.Judge(Expert with { Standards = [Standard.AtMost(2)] }, 3).Judgement);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1.5)]
    public void An_expert_grade_off_its_scale_is_no_grade_and_an_error_of_the_report(double level)
    {
        Panel panel = JudgedPanel.Of(JudgedPanel.Framework(Expert), ["市"], new Observation("市", 2025, "expert", level));
        Assessment assessment = Assessment.Of(panel);
        ValidationIssue issue = Assert.Single(assessment.Report);
        Assert.Equal(("assessment.level-off-scale", Severity.Error, "市", 2025, "expert"), (issue.Code, issue.Severity, issue.Place.Area, issue.Place.Year, issue.Place.Indicator));
        Assert.Equal((Judgement.Missing, null), (assessment["市", 2025]["expert"].Judgement, assessment["市", 2025]["expert"].Grade));
    }

    [Fact]
    public void A_figure_carried_over_or_of_another_scope_says_so()
    {
        JudgedIndicator judged = JudgedPanel.Judge(Road, 9, state: ObservationState.CarriedOver, scope: new ObservationScope { CarriedOverFrom = 2024, Coverage = "建成区", DefinitionVersion = "0" });
        Assert.Equal(["沿用 2024 年数据", "范围：建成区", "按口径版本 0 采集，指标体系为版本 1"], judged.Notes.Select(n => n.Chinese));
        Assert.Equal(Judgement.Met, judged.Judgement);
    }

    [Fact]
    public void A_standard_of_a_later_year_does_not_judge_an_earlier_one()
    {
        Indicator tightened = Road with { Standards = [Standard.AtLeast(7), Standard.AtLeast(8) with { FromYear = 2024 }] };
        Panel panel = JudgedPanel.Of(JudgedPanel.Framework(tightened), ["市"], new Observation("市", 2023, "road", 7.5), new Observation("市", 2024, "road", 7.5));
        Assessment assessment = Assessment.Of(panel);
        Assert.Equal((Judgement.Met, Judgement.NotMet), (assessment["市", 2023]["road"].Judgement, assessment["市", 2024]["road"].Judgement));
    }

    [Fact]
    public void Unknown_areas_years_and_codes_are_no_judgement()
    {
        Assessment assessment = Assessment.Of(JudgedPanel.Of(JudgedPanel.Framework(Road), ["市"], new Observation("市", 2025, "road", 9)));
        Assert.Throws<KeyNotFoundException>(() => assessment["县", 2025]);
        Assert.Throws<KeyNotFoundException>(() => assessment["市", 2024]);
        Assert.Throws<KeyNotFoundException>(() => assessment["市", 2025]["rail"]);
        Assert.Throws<KeyNotFoundException>(() => assessment["市", 2025].Dimensions["交通"]);
    }
}
