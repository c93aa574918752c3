using System.Text;

namespace UrbanHealth.Indicators.Tests.Panels;

public class PanelCsvTests
{
    private static PanelReading Read(string text, params Area[] areas) => Panel.ReadCsv(text, SmallFramework.Instance, areas.Length == 0 ? null : areas);

    [Fact]
    public void Long_form_is_a_figure_a_row()
    {
        PanelReading r = Read("area,year,indicator,value\n宜昌市,2024,E01,55\n宜昌市,2025,E01,56.10\n武汉市,2025,Q2,28.16\n");
        Assert.Empty(r.Report);
        Assert.Equal(["宜昌市", "武汉市"], r.Panel.Areas.Select(a => a.Code));
        Assert.Equal([2024, 2025], r.Panel.Years);
        Assert.Equal(56.10, r.Panel["宜昌市", 2025, "E01"]);
        Assert.Equal([double.NaN, 28.16], r.Panel.Column("Q2", 2025).ToArray());
        Assert.Equal(ObservationState.Missing, r.Panel.State("武汉市", 2025, "E01"));
    }

    [Fact]
    public void Wide_form_has_a_column_an_indicator_by_code_or_name_with_or_without_its_unit()
    {
        PanelReading r = Read("城市,年份,中学服务半径覆盖率(%),Parking gap,S01a,来源\n宜昌市,2025年,56.10%,29912,54.44,住新局\n武汉市,２０２５,——,,不评价,\n");
        Assert.Empty(r.Report);
        Assert.Equal((56.10, 29912, 54.44), (r.Panel["宜昌市", 2025, "E01"], r.Panel["宜昌市", 2025, "E02"], r.Panel["宜昌市", 2025, "S01a"]));
        Assert.Equal("住新局", r.Panel.Scope("宜昌市", 2025, "E02")!.Source);
        Assert.Equal(ObservationState.NotApplicable, r.Panel.State("武汉市", 2025, "E01"));
        Assert.Equal(ObservationState.Missing, r.Panel.State("武汉市", 2025, "E02"));
        Assert.Equal(ObservationState.NotEvaluated, r.Panel.State("武汉市", 2025, "S01a"));
        Assert.Null(r.Panel.Scope("武汉市", 2025, "E01"));
    }

    [Fact]
    public void Chinese_headers_and_scope_columns_are_understood()
    {
        PanelReading r = Read("\uFEFF地区,年度,指标项,指标值,单位,范围,采集截止日期,数据来源,沿用,口径版本,备注\n\"宜昌市\",2025,建成区人口密度,0.67,万人/平方公里,建成区,2024年12月31日,统计年鉴,否,,\n宜昌市,2025,E01,91,%,建成区,2024-12-31,,上年,2,\"两行\n备注\"\n");
        Assert.Equal(["panel.carried-over", "panel.definition-version"], r.Findings());
        Assert.Equal(new ObservationScope { Coverage = "建成区", DataDate = new DateOnly(2024, 12, 31), Source = "统计年鉴" }, r.Panel.Scope("宜昌市", 2025, "E03"));
        Assert.Equal(new ObservationScope { Coverage = "建成区", DataDate = new DateOnly(2024, 12, 31), CarriedOverFrom = 2024, DefinitionVersion = "2", Note = "两行\n备注" }, r.Panel.Scope("宜昌市", 2025, "E01"));
        Assert.Equal(ObservationState.CarriedOver, r.Panel.State("宜昌市", 2025, "E01"));
    }

    [Fact]
    public void Areas_are_described_by_their_rows_and_a_parent_without_rows_is_added()
    {
        PanelReading r = Read("area,name,year,indicator,value,level,parent,population,class\n西陵区,,2025,E02,1,区,宜昌市,50万,\n伍家岗区,,2025,E02,2,区,宜昌市,30万,\n".Replace("name,", "area_name,"));
        Assert.Equal(["panel.parent-added"], r.Findings());
        Assert.Equal([new Area { Code = "西陵区", Level = "区", Parent = "宜昌市", Size = 500_000 }, new Area { Code = "伍家岗区", Level = "区", Parent = "宜昌市", Size = 300_000 }, "宜昌市"], r.Panel.Areas);
    }

    [Fact]
    public void Statement_about_an_area_that_contradicts_an_earlier_one_is_a_warning()
    {
        PanelReading r = Read("area,year,indicator,value,class\n甲,2025,E02,1,大城市\n甲,2025,S03,1,特大城市\n");
        Assert.Equal(["3:panel.area-differs"], r.Findings());
        Assert.Equal("大城市", r.Panel.Areas[0].Class);
    }

    [Theory]
    [InlineData("E02", "2.99万", 29900, "3:panel.scaled-number")]   // 个
    [InlineData("E02", "2.99万个", 29900, "3:panel.scaled-number")]
    [InlineData("E02", "12个", 12, "3:panel.unit-in-number")]
    [InlineData("E03", "0.67万", 0.67, "3:panel.unit-in-number")]   // 万人/平方公里 has its 万 in the unit
    [InlineData("E03", "6700人/平方公里", 0.67, "3:panel.scaled-number")]
    [InlineData("E01", "56.1%", 56.1, "")]
    [InlineData("E01", "561‰", 56.1, "3:panel.scaled-number")]
    [InlineData("S05", "7%", 0.07, "3:panel.scaled-number")]        // a pure number
    [InlineData("S02", "３．３６", 3.36, "")]
    [InlineData("E02", "\"29,912\"", 29912, "")]
    public void Signs_and_units_behind_a_number_are_worked_in_and_said(string code, string text, double value, string finding)
    {
        PanelReading r = Read($"area,year,indicator,value\n甲,2025,S03,1\n甲,2025,{code},{text}\n");
        Assert.Equal(finding, string.Join(' ', r.Findings()));
        Assert.Equal(value, r.Panel["甲", 2025, code]);
        Assert.True(r.Report.IsValid);
    }

    [Theory]
    [InlineData("E02", "12栋", "panel.unit-in-number")]
    [InlineData("E02", "5%", "panel.unit-in-number")]
    [InlineData("E02", "快速路54.44/主干路36.82", "panel.not-a-number")]
    [InlineData("E02", "abc", "panel.not-a-number")]
    [InlineData("E02", "1e400", "panel.infinite-value")]
    [InlineData("E02", "∞", "panel.infinite-value")]
    [InlineData("E01", "103.5", "panel.impossible-value")]
    [InlineData("E01", "-1", "panel.impossible-value")]
    public void Figure_that_cannot_be_used_is_missing_and_reported_with_its_line(string code, string text, string finding)
    {
        PanelReading r = Read($"area,year,indicator,value\n甲,2025,S03,1\n甲,2025,{code},{text}\n");
        Assert.Equal([$"3:{finding}"], r.Findings());
        Assert.False(r.Report.IsValid);
        Assert.Equal(("甲", 2025, code), (r.Report[0].Place.Area, r.Report[0].Place.Year, r.Report[0].Place.Indicator));
        Assert.True(double.IsNaN(r.Panel["甲", 2025, code]));
    }

    [Fact]
    public void Everything_is_found_at_once_in_the_order_of_the_lines()
    {
        PanelReading r = Read(
            "area,year,indicator,value,foo\n" +   // 1 unknown column
            "甲,2025,E99,1,\n" +                   // 2 unknown indicator
            "丙,2025,E01,1,\n" +                   // 3 unknown area
            "甲,20x5,E01,1,\n" +                   // 4 not a year
            "甲,2025,E01,1\n" +                    // 5 ragged
            "\"甲,2025,E01,1,\n" +                 // 6 unbalanced
            ",2025,E01,1,\n" +                     // 7 missing area
            "甲,2025,,1,\n" +                      // 8 missing indicator
            "甲,2025,E02,5,\n" +                   // 9
            "甲,2025,E02,5.0,\n" +                 // 10 duplicate, same
            "乙,2025,E02,5,\n" +                   // 11
            "乙,2025,E02,6,\n" +                   // 12 duplicate, other
            "甲,2022,E99,1,\n", "甲", "乙");
        Assert.Equal(["1:csv.unknown-column", "2:panel.unknown-indicator", "3:panel.unknown-area", "4:panel.not-a-year", "5:csv.ragged-row", "6:csv.unbalanced-quote", "7:panel.missing-area", "8:panel.missing-indicator", "10:panel.duplicate-observation", "12:panel.contradicting-observations"], r.Findings());
        Assert.Equal(5, r.Panel["甲", 2025, "E02"]);
        Assert.True(double.IsNaN(r.Panel["乙", 2025, "E02"]));
        Assert.Contains("第 12 行的值 6 与第 11 行的值 5 矛盾", r.Report.ToString(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("the value 6 of line 12 contradicts 5 of line 11", r.Report.ToString(), StringComparison.Ordinal);
        Assert.Contains("共 2 处", r.Single("panel.unknown-indicator").Message.Chinese, StringComparison.Ordinal);
        Assert.All(r.Report, i => Assert.True(i.Message.Chinese.Length > 0 && i.Message.English.Length > 0));
    }

    [Theory]
    [InlineData("", "csv.empty panel.no-data")]
    [InlineData("\uFEFF", "csv.empty panel.no-data")]
    [InlineData("\n\n", "csv.empty panel.no-data")]
    [InlineData("area,year,indicator,value\n", "panel.no-data")]
    [InlineData("area,indicator,value\n甲,E01,1\n", "1:csv.missing-column panel.no-data")]
    [InlineData("area,year,value\n甲,2025,1\n", "1:csv.missing-column panel.no-data")]
    [InlineData("area,year,indicator\n甲,2025,E01\n", "1:csv.missing-column panel.no-data")]
    [InlineData("\"area,year\n", "1:csv.unbalanced-quote panel.no-data")]
    [InlineData("area,year,E01,E77\n甲,2025,1,2\n", "1:panel.unknown-indicator")]
    [InlineData("area,year,E01,E01\n甲,2025,1,2\n", "1:csv.duplicate-column")]
    [InlineData("area,year,E01,\n甲,2025,1,2\n", "1:csv.unnamed-column")]
    public void Text_without_data_or_with_a_wrong_header_says_so(string text, string findings) => Assert.Equal(findings, string.Join(' ', Read(text).Findings()));

    [Fact]
    public void Blank_rows_and_empty_fields_behind_a_row_are_passed() =>
        Assert.Empty(Read("area,year,indicator,value\n甲,2025,E01,1,,\n,,,\n ,, ,\n\n甲,2025,E02,1\n").Report);

    [Fact]
    public void Blank_beside_a_figure_does_not_contradict_it()
    {
        PanelReading r = Read("area,year,indicator,value,source\n甲,2025,E02,,统计局\n甲,2025,E02,7,住建局\n");
        Assert.Equal(["3:panel.duplicate-observation"], r.Findings());
        Assert.Equal(7, r.Panel["甲", 2025, "E02"]);
        Assert.Equal("住建局", r.Panel.Scope("甲", 2025, "E02")!.Source);
    }

    [Fact]
    public void Not_applicable_contradicts_a_figure() =>
        Assert.Equal(["3:panel.contradicting-observations"], Read("area,year,indicator,value\n甲,2025,E02,——\n甲,2025,E02,7\n甲,2025,S03,1\n").Findings());

    [Fact]
    public void Status_column_says_what_the_value_does_not()
    {
        PanelReading r = Read("area,year,indicator,value,状态\n甲,2025,E02,7,不评价\n甲,2025,S03,8,汇总\n甲,2025,S04,9,谜\n甲,2025,E01,1,不适用\n");
        Assert.Equal(["4:panel.unknown-status", "5:panel.state-contradicts-value"], r.Findings());
        Assert.Equal((ObservationState.NotEvaluated, 7.0), (r.Panel.State("甲", 2025, "E02"), r.Panel["甲", 2025, "E02"]));
        Assert.Equal(ObservationState.RolledUp, r.Panel.State("甲", 2025, "S03"));
        Assert.Equal(ObservationState.Observed, r.Panel.State("甲", 2025, "S04"));
    }

    [Fact]
    public void Unit_column_must_not_differ_by_a_factor()
    {
        PanelReading r = Read("area,year,indicator,value,unit\n甲,2025,E02,7,万个\n甲,2025,E01,7,百分比\n乙,2025,E01,7,百分比\n甲,2025,S03,7,米\n");
        Assert.Equal(["2:panel.unit-differs", "3:panel.unit-differs"], r.Findings());
        Assert.True(double.IsNaN(r.Panel["甲", 2025, "E02"]));
        Assert.Equal(7, r.Panel["甲", 2025, "E01"]);
    }

    [Fact]
    public void Bytes_are_read_as_UTF_8_with_and_without_a_mark()
    {
        byte[] plain = Encoding.UTF8.GetBytes("地区,年份,E01\n宜昌市,2025,56.1\n");
        foreach (byte[] bytes in new[] { plain, [0xEF, 0xBB, 0xBF, .. plain] })
        {
            PanelReading r = Panel.ReadCsv(new MemoryStream(bytes), SmallFramework.Instance);
            Assert.Empty(r.Report);
            Assert.Equal(56.1, r.Panel["宜昌市", 2025, "E01"]);
        }
    }

    [Fact]
    public void Bytes_of_GBK_are_reported_and_never_read_as_garbage()
    {
        byte[] bytes = [.. "area,year,E01\nA,2025,1\n"u8, 0xD2, 0xCB, 0xB2, 0xFD, .. ",2025,2\n"u8];
        PanelReading r = Panel.ReadCsv(new MemoryStream(bytes), SmallFramework.Instance);
        Assert.Equal(["3:csv.wrong-encoding"], r.Findings());
        Assert.Contains("GBK", r.Report[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(["A"], r.Panel.Areas.Select(a => a.Code));
        Assert.Equal(["1:csv.wrong-encoding", "panel.no-data"], Panel.ReadCsv(new MemoryStream([0xD2, 0xCB, 0xB2, 0xFD]), SmallFramework.Instance).Findings());
    }

    [Fact]
    public void Line_of_ten_megabytes_is_reported_and_the_rest_is_read()
    {
        PanelReading r = Read("area,year,E01\n甲,2025," + new string('1', 10_000_000) + "\n乙,2025,3\n");
        Assert.Equal(["2:csv.record-too-long"], r.Findings());
        Assert.Equal(3, r.Panel["乙", 2025, "E01"]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Culture_of_the_machine_changes_nothing(string culture)
    {
        const string Text = "CITY,YEAR,INDICATOR,VALUE,STATUS,DATA_DATE\n甲,2025,E02,\"1,234.5\",IMPUTED,2024-12-31\n甲,2025,S04,-0.5,,\n甲,2025,E01,-1,,\n甲,2025,S03,x,,\n";
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        string[] Run()
        {
            PanelReading r = Read(Text);
            return [r.Panel.ToCsv(), r.Report.ToString(Language.Chinese), r.Report.ToString(), r.Panel.Profile().ToString(), r.ToString()];
        }
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            string[] invariant = Run();
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.Equal(invariant, Run());
            Assert.Contains("甲,2025,E02,1234.5,Imputed,2024-12-31", invariant[0], StringComparison.Ordinal);
        }
        finally { System.Globalization.CultureInfo.CurrentCulture = before; }
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        Assert.Throws<ArgumentNullException>("text", () => Panel.ReadCsv((string)null!, SmallFramework.Instance));
        Assert.Throws<ArgumentNullException>("framework", () => Panel.ReadCsv("", null!));
        Assert.Throws<ArgumentNullException>("utf8", () => Panel.ReadCsv((Stream)null!, SmallFramework.Instance));
    }
}
