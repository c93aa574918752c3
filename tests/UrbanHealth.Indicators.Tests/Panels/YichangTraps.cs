using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>What is wrong in a city's real tables comes out as findings.</summary>
public class YichangTraps
{
    private static readonly Lazy<ReferenceTable> Indicators = new(() => Reference.Csv("yichang/indicators.csv"));
    private static readonly Lazy<ReferenceTable> Problems = new(() => Reference.Csv("yichang/problems.csv"));

    private static IndicatorFramework Framework(params string[] quantities)
    {
        ReferenceTable t = Indicators.Value;
        return new IndicatorFramework(new Dimension { Code = "YC", Name = "宜昌", Indicators = [.. t.Rows.Select(r => new Indicator { Code = "N" + r[t.IndexOf("number")], Name = r[t.IndexOf("name")], Unit = r[t.IndexOf("unit")] })] },
            quantities.Select(q => new Quantity { Code = q, Name = q }));
    }

    /// <summary>The printed table as the long form, each row with the source it is printed in.</summary>
    private static string Csv(params string[] columns)
    {
        ReferenceTable t = Indicators.Value;
        var text = new StringBuilder("城市,年份,指标,指标值,来源\n");
        foreach (string[] r in t.Rows)
            foreach (string column in columns)
                if (r[t.IndexOf(column)].Length > 0)
                    text.Append(CultureInfo.InvariantCulture, $"宜昌市,{(column == "value2024" ? 2024 : 2025)},N{r[t.IndexOf("number")]},\"{r[t.IndexOf(column)]}\",{(column == "value2025_in_annex2" ? "附件2" : "附件1")}\n");
        return text.ToString();
    }

    private static double[] SubCounts(string indicator)
    {
        ReferenceTable t = Problems.Value;
        return [.. t.Rows.Where(r => r[t.IndexOf("indicator")] == indicator && r[t.IndexOf("sub_count")].Length > 0).Select(r => Reference.Number(r[t.IndexOf("sub_count")]))];
    }

    [ReferenceFact]
    public void Two_part_values_are_no_numbers_dashes_are_not_applicable_and_a_percent_sign_is_read()
    {
        PanelReading r = Panel.ReadCsv(Csv("value2025"), Framework());
        Assert.Equal(["N47", "N48"], r.Report.Where(i => i.Code == "panel.not-a-number").Select(i => i.Place.Indicator));
        foreach (string code in new[] { "N24", "N49", "N58" }) Assert.Equal(ObservationState.NotApplicable, r.Panel.State("宜昌市", 2025, code));
        Assert.Equal(ObservationState.Missing, r.Panel.State("宜昌市", 2025, "N70")); // "-", though it is graded
        Assert.Equal(0.67, r.Panel["宜昌市", 2025, "N32"]);
        Assert.Equal(59.02, Panel.ReadCsv(Csv("value2025_in_annex2"), Framework()).Panel["宜昌市", 2025, "N40"]); // printed 59.02%
    }

    [ReferenceFact]
    public void Three_indicators_differ_between_annexes_of_one_report()
    {
        ValidationReport report = ConsistencyCheck.Between(Panel.ReadCsv(Csv("value2025"), Framework()).Panel, Panel.ReadCsv(Csv("value2025_in_annex2"), Framework()).Panel);
        Assert.Equal(["N40", "N68", "N71"], report.Select(i => i.Place.Indicator)); // 51.47 and 59.02, 98.92 and 99.1, 0.50 and 0.55
    }

    [ReferenceFact]
    public void Read_together_they_are_conflicts_to_be_settled()
    {
        PanelReading r = Panel.ReadCsv(Csv("value2025", "value2025_in_annex2"), Framework(), null, new Reconciliation());
        Assert.Equal(["N40", "N68", "N71"], r.Report.Where(i => i.Code == "panel.sources-conflict").Select(i => i.Place.Indicator));
    }

    [ReferenceFact]
    public void Problems_of_buildings_do_not_add_to_the_buildings()
    {
        double[] structure = SubCounts("存在结构安全隐患的住宅数量"), stairs = SubCounts("存在楼道安全隐患的住宅数量");
        IndicatorFramework f = Framework([.. structure.Select((_, i) => $"A{i}"), .. stairs.Select((_, i) => $"B{i}")]);
        Panel p = Panel.Of(f, [new("宜昌市", 2025, "N1", Printed("1")), new("宜昌市", 2025, "N3", Printed("3")),
            .. structure.Select((x, i) => new Observation("宜昌市", 2025, $"A{i}", x)), .. stairs.Select((x, i) => new Observation("宜昌市", 2025, $"B{i}", x))]).Panel;
        ValidationIssue apart = Assert.Single(ConsistencyCheck.TotalOfParts("N1", [.. structure.Select((_, i) => $"A{i}")]).Check(p));
        Assert.Equal(("panel.total-differs-from-parts", "总数 42 与分项之和 43 不符"), (apart.Code, apart.Message.Chinese));
        ValidationIssue overlap = Assert.Single((ConsistencyCheck.TotalOfParts("N3", [.. stairs.Select((_, i) => $"B{i}")]) with { PartsOverlap = true }).Check(p));
        Assert.Equal(("panel.parts-overlap", Severity.Notice, "分项之和 348 大于总数 242：同一对象有多个问题"), (overlap.Code, overlap.Severity, overlap.Message.Chinese));
    }

    [ReferenceFact]
    public void Gaps_printed_three_ways_are_conflicts_of_three_sources()
    {
        // gross 7482 and the listed 7446, the net 6603 of annex 4; 29912 against the listed 29922 and the 2.99万 of annex 1
        double Listed(string indicator) => Reference.Number(Problems.Value.Rows.Single(r => r[Problems.Value.IndexOf("indicator")] == indicator)[Problems.Value.IndexOf("result")].Split(' ')[0]);
        double school = Printed("13"), parking = Printed("14");
        string csv = $"城市,年份,指标,指标值,来源\n宜昌市,2025,N13,{school},附件1\n宜昌市,2025,N13,6603,附件4\n宜昌市,2025,N13,{Listed("小学学位缺口数")},附件3\n宜昌市,2025,N14,2.99万,附件1\n宜昌市,2025,N14,{parking},附件4\n宜昌市,2025,N14,{Listed("停车泊位缺口数")},附件5\n宜昌市,2025,N15,1595,附件1\n";
        PanelReading exact = Panel.ReadCsv(csv, Framework(), null, new Reconciliation());
        Assert.Equal(["N13", "N14"], exact.Report.Where(i => i.Code == "panel.sources-conflict").Select(i => i.Place.Indicator));
        Assert.Contains("附件1 7482, 附件4 6603, 附件3 7446", exact.Report.First(i => i.Code == "panel.sources-conflict").Message.Chinese, StringComparison.Ordinal);
        PanelReading tolerant = Panel.ReadCsv(csv, Framework(), null, new Reconciliation { Tolerances = new Dictionary<string, Tolerance> { ["N14"] = Tolerance.Within(50) } });
        Assert.Equal(["N13"], tolerant.Report.Where(i => i.Code == "panel.sources-conflict").Select(i => i.Place.Indicator));
    }

    [ReferenceFact]
    public void Cut_of_the_area_and_a_value_of_last_year_are_said()
    {
        IndicatorFramework f = Framework();
        PanelReading r = Panel.ReadCsv("城市,年份,指标,指标值,范围,沿用\n宜昌市,2024,城市道路网密度,5.21,建成区,\n宜昌市,2025,城市道路网密度,8.68,建成区（不含生物产业园）,\n宜昌市,2025,公园绿化活动场地服务半径覆盖率,91,西陵区、伍家岗区,2024\n", f);
        Assert.Equal([("panel.carried-over", "N25"), ("panel.scope-changed", "N39")], r.Report.Select(i => (i.Code, i.Place.Indicator!)));
        Assert.Equal((Printed("39"), Printed("25")), (r.Panel["宜昌市", 2025, "N39"], r.Panel["宜昌市", 2025, "N25"]));
    }

    private static double Printed(string number) => Reference.Number(Indicators.Value.Rows.Single(r => r[Indicators.Value.IndexOf("number")] == number)[Indicators.Value.IndexOf("value2025")]);
}
