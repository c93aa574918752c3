using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Reporting;

/// <summary>Results as tables; the expected cells are read off the yearbook's figures and the standards by hand.</summary>
public class ResultTables
{
    [Fact]
    public void A_panel_says_how_many_areas_have_a_figure()
    {
        ReportTable table = ReportTable.Of(Sample.Cities);
        Assert.Equal(["指标", "单位", "2012", "2018"], table.Columns);
        Assert.Equal(["建成区绿化覆盖率", "%", "23/23", "18/23"], Row(table, "建成区绿化覆盖率")); // four cities gone, and one gap
    }

    [Fact]
    public void A_year_of_judgements_counts_by_indicator_and_names_who_fails()
    {
        ReportTable table = ReportTable.Of(Assessment.Of(Sample.Cities), 2018);
        Assert.Equal(["指标", "标准", "依据", "达标", "不达标", "无标准", "缺失", "不达标的对象"], table.Columns);
        Assert.Equal(["人均公园绿地面积（平方米）", "≥12", "国家园林城市标准（2022）", "18", "1", "—", "4", "建瓯市"], table.Rows[0]);
        Assert.Equal(["城市用水普及率（%）", "—", "—", "—", "—", "19", "4", ""], table.Rows[2]);
    }

    [Fact]
    public void One_area_is_the_table_that_it_prints()
    {
        AreaAssessment area = Assessment.Of(Sample.Cities)["建瓯市", 2018];
        ReportTable table = ReportTable.Of(area);
        Assert.Equal(area.ToString(), table.ToString());
        Assert.Equal(["人均公园绿地面积", "11.61 平方米", "≥12", "不达标"], Row(table, "人均公园绿地面积"));
    }

    [Fact]
    public void A_year_of_scores_has_classes_only_where_areas_have_one()
    {
        EvaluationResult classed = new EvaluationPlan(Sample.Cities.Framework).Fit(Sample.Cities).Evaluate(Sample.Cities), plain = new EvaluationPlan(Small.Framework).Fit(Small.Easy).Evaluate(Small.Easy);
        Assert.Contains("同类排名", ReportTable.Of(classed.Year(2018)).Columns);
        ReportTable table = ReportTable.Of(plain.Year(2023));
        Assert.Equal(["排名", "对象", "得分", "等级", "甲", "乙"], table.Columns);
        Assert.Equal(["1", "x2", "100.0", "优", "100.0", "100.0"], table.Rows[0]);
        Assert.Equal(["4", "x1", "0.0", "差", "0.0", "0.0"], table.Rows[3]);
    }

    [Fact]
    public void A_change_counts_what_improved_and_says_why_the_rest_is_not_compared()
    {
        PanelChange change = PanelChange.Between(Sample.Cities, 2012, 2018);
        Assert.Equal(["城市燃气普及率（%）", "19", "12", "0", "7", "停用或缺测 4"], Row(ReportTable.Of(change), "城市燃气普及率（%）"));
        ReportTable city = ReportTable.Of(change, "厦门市");
        Assert.Equal(["城市燃气普及率", "%", "100", "97.9", "-2.1 个百分点", "-2.1%", "下降"], Row(city, "城市燃气普及率"));
        Assert.Equal(["人均城市道路面积", "平方米", "13.85", "25.86", "+12.01", "+86.7%", "上升"], Row(city, "人均城市道路面积")); // 12.01/13.85
        Assert.Equal(["城市燃气普及率", "%", "93.8", "—", "—", "—", "停用或缺测"], Row(ReportTable.Of(change, "长乐市"), "城市燃气普及率"));
    }

    [Fact]
    public void A_review_tells_trend_break_and_target_of_each_indicator()
    {
        ReportTable table = ReportTable.Of(Review());
        Assert.Equal(["指标", "年份", "首→末", "变化", "Sen 斜率/年", "区间", "M-K p", "阶段", "目标", "进展"], table.Columns);
        IReadOnlyList<string> park = table.Rows[1], road = Row(table, "建成区路网密度（公里/平方公里）");
        Assert.Equal(("2010–2014", "10.99→12.76", "上升"), (park[1], park[2], park[3]));
        Assert.Equal("0.017", park[6]); // all five rise: 2/5!
        Assert.Equal(("2013–2014（范围变化）", "—", "—", "—"), (road[1], road[4], road[5], road[6])); // two years are no trend
        Assert.Equal(("8（2015）", "背离目标，差 1.98"), (road[8], road[9])); // 7987/1326.42 = 6.02
    }

    [Fact]
    public void Charts_of_a_review_carry_its_target_and_its_break()
    {
        LineChart road = LineChart.Of(Review()["road_density"]);
        Assert.Equal((8.0, "目标 8（2015）"), (road.Target!.Value, road.TargetLabel));
        ChartBreak only = Assert.Single(road.Breaks);
        Assert.Equal((2013.0, "范围变化"), (only.X, only.Reason));
        Assert.Equal([2010.0, 2011, 2012, 2013, 2014], road.Lines[0].Points.Select(p => p.X));
        Assert.Equal(Sample.Province.Framework.Indicators.Count, SmallMultiples.Of(Review()).Charts.Count);
    }

    [Fact]
    public void Findings_are_rows_with_their_code()
    {
        var report = new ValidationReport([new ValidationIssue("panel.not-a-number", Severity.Error, new Place { Line = 3 }, new("不是数值", "not a number"))]);
        Assert.Equal(["错误", "第3行", "不是数值", "panel.not-a-number"], Assert.Single(ReportTable.Of(report).Rows));
    }

    internal static AreaReview Review() => FiveYearReview.Of(Sample.Province, [new() { Code = "road_density", BaselineYear = 2013, TargetYear = 2015, Target = 8 }], 2010..2014).Areas[0];

    private static IReadOnlyList<string> Row(ReportTable table, string first) => table.Rows.Single(r => r[0] == first);
}
