using System.Globalization;
using UrbanHealth.Indicators;

namespace Quickstart;

/// <summary>What the quickstart shows, section by section; the console and the report show the same.</summary>
internal sealed class Screen(PanelReading reading, Assessment assessment, EvaluationResult result, PanelChange change, ProvinceFiveYears province)
{
    private const string City = "厦门市";

    public IEnumerable<(string Heading, string Text, ReportTable? Table, Chart? Chart)> Sections()
    {
        yield return ("一、数据校验：缺什么、疑什么", Validation(), null, null);
        yield return ("二、对照标准：2018 年达标情况", "评价不需要权重和得分；没有标准的指标如实列为“无标准”。", Judgements(), null);
        yield return ("三、综合得分与排名：2018 年", "六项指标按两年全部城市的最差与最好值标准化，维度内外等权；缺数据的不补，权重按比例分给其余。", Scores(), Ranking());
        yield return ($"四、一个得分从何而来：{City} 2018 年", result[City, 2018].Explain().ToString(), null, null);
        yield return ("五、2012 年到 2018 年的变化", Changes(), ChangeTable(), Dumbbells());
        yield return ("六、全省五年：2010—2014 年", FiveYears(), ProvinceTable(), SmallMultiples());
    }

    private string Validation()
    {
        StateCounts all = reading.Panel.Profile().Indicators;
        IEnumerable<string> shown = reading.Report.Take(4).Select(i => i.In(Language.Chinese));
        string more = reading.Report.Count > 4 ? $"\n…… 共 {reading.Report.Count} 条" : "";
        string head = $"{reading.Panel.Areas.Count} 个城市 × {reading.Panel.Framework.Indicators.Count} 项指标 × {reading.Panel.Years.Count} 年：{all.In(Language.Chinese)}";
        return string.Join('\n', shown.Prepend(head)) + more + "\n" + MissingCities();
    }

    /// <summary>Cities without any figure of 2018, and single gaps.</summary>
    private string MissingCities()
    {
        var gone = reading.Panel.Areas.Where(a => assessment[a.Code, 2018].Count(Judgement.Missing) == reading.Panel.Framework.Indicators.Count).Select(a => a.Name).ToList();
        var gaps = reading.Panel.Areas.Where(a => !gone.Contains(a.Name))
            .SelectMany(a => assessment[a.Code, 2018].Indicators.Where(i => i.Judgement == Judgement.Missing).Select(i => $"{a.Name}{i.Indicator.Name}"));
        return $"2018 年整市缺失：{string.Join('、', gone)}；单项缺失：{string.Join('、', gaps)}";
    }

    private ReportTable Judgements()
    {
        AreaAssessment[] areas = [.. assessment.Year(2018)];
        return new ReportTable
        {
            Columns = ["指标", "标准", "依据", "达标", "不达标", "无标准", "缺失", "不达标城市"],
            Rows =
            [
                .. reading.Panel.Framework.Indicators.Select(i =>
                {
                    JudgedIndicator[] judged = [.. areas.Select(a => a[i.Code])];
                    string Count(Judgement j) => judged.Count(x => x.Judgement == j) is var n && n == 0 ? "—" : n.ToString(CultureInfo.InvariantCulture);
                    Standard? standard = i.Standards.Count > 0 ? i.Standards[0] : null;
                    string failing = string.Join('、', areas.Where(a => a[i.Code].Judgement == Judgement.NotMet).Select(a => a.Area.Name[..^1]));
                    return new[] { $"{i.Name}（{i.Unit}）", standard?.ToString() ?? "—", standard?.Document ?? "—", Count(Judgement.Met), Count(Judgement.NotMet), Count(Judgement.NoStandard), Count(Judgement.Missing), failing };
                }),
            ],
        };
    }

    private ReportTable Scores()
    {
        IReadOnlyList<Dimension> dimensions = result.Framework.Root.Dimensions;
        return new ReportTable
        {
            Columns = ["排名", "同类排名", "城市", "类别", "得分", "等级", .. dimensions.Select(d => d.Name)],
            Rows =
            [
                .. result.Year(2018).Ranked().Where(a => a.Rank is not null).Select(a => (IReadOnlyList<string>)
                [
                    Number(a.Rank, "0"), Number(a.GroupRank, "0"), a.Area.Name, a.Area.Class ?? "—", Number(a.Score, "0.0"), a.Grade?.Name ?? "—",
                    .. dimensions.Select(d => Number(a[d.Code].Score, "0.0")),
                ]),
            ],
        };
    }

    private BarChart Ranking() => new()
    {
        Title = "2018 年综合得分",
        Unit = "0—100 分",
        Bars = [.. result.Year(2018).Ranked().Where(a => a.Rank is not null).Select(a => new ChartBar(a.Area.Name, a.Score) { Note = a.Grade?.Name ?? "", Group = a.Area.Class == "地级市" ? 0 : 1 })],
        Groups = ["地级市", "县级市"],
    };

    private string Changes()
    {
        var all = change.All().ToList();
        int comparable = all.Count(c => c.Comparability == Comparability.Comparable);
        string labels = string.Join('，', new[] { ChangeLabel.Improved, ChangeLabel.Unchanged, ChangeLabel.Worsened }.Select(l => $"{Word(l)} {all.Count(c => c.Label == l)}"));
        return $"{all.Count} 项中 {comparable} 项可比：{labels}；其余 {all.Count - comparable} 项一端没有数据，不比。百分数的变化以百分点计，变化幅度另列。";
    }

    private ReportTable ChangeTable() => new()
    {
        Columns = ["指标", "可比城市", "上升", "持平", "下降", $"{City} 2012→2018", "变化", "变化幅度", "评价"],
        Rows =
        [
            .. result.Framework.Indicators.Select(i =>
            {
                IndicatorChange[] cities = [.. change.All().Where(c => c.Indicator.Code == i.Code)];
                string Count(ChangeLabel label) => cities.Count(c => c.Label == label).ToString(CultureInfo.InvariantCulture);
                IndicatorChange one = change[City, i.Code];
                return new[]
                {
                    i.Name, cities.Count(c => c.Comparability == Comparability.Comparable).ToString(CultureInfo.InvariantCulture),
                    Count(ChangeLabel.Improved), Count(ChangeLabel.Unchanged), Count(ChangeLabel.Worsened),
                    $"{Number(one.From, "0.##")}→{Number(one.To, "0.##")} {i.Unit}",
                    one.Points is { } points ? Signed(points, "0.##") + " 个百分点" : Signed(one.Difference, "0.##") + " " + i.Unit,
                    Signed(one.Percent, "0.0") + "%", one.Label is { } label ? Word(label) : "—",
                };
            }),
        ],
    };

    private DumbbellChart Dumbbells() => new()
    {
        Title = "综合得分：2012 年与 2018 年（同一把尺）",
        BeforeLabel = "2012 年",
        AfterLabel = "2018 年",
        Pairs = [.. result.Year(2018).Ranked().Select(a => new ChartPair(a.Area.Name, result[a.Area.Code, 2012].Score, a.Score))],
    };

    private string FiveYears()
    {
        string breaks = string.Join('；', province.Panel.Framework.Indicators.SelectMany(i => province.Breaks(i.Code).Select(b => $"{i.Name}自 {b.Year} 年起{(b.Why == Comparability.CoverageChanged ? "统计范围" : "口径")}变化，前后不可比")));
        int contradictions = province.Report.Count(i => i.Severity != Severity.Notice);
        return $"路网密度、排水管道密度由同表数量相除得出。{breaks}。数据校验发现 {contradictions} 处需要留意。";
    }

    private ReportTable ProvinceTable() => new()
    {
        Columns = ["指标", .. province.Panel.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)), "标准", "2014 年", "趋势（Sen 斜率/年）", "Mann-Kendall p"],
        Rows =
        [
            .. province.Panel.Framework.Indicators.Select(i =>
            {
                double[] series = province.Series(i.Code);
                JudgedIndicator judged = province.Assessment[ProvinceFiveYears.Area, 2014][i.Code];
                bool broken = province.Breaks(i.Code).Any();
                return (IReadOnlyList<string>)
                [
                    $"{i.Name}（{i.Unit}）", .. series.Select(v => Number(v, "0.00")), judged.Standard?.ToString() ?? "—", judged.Judgement.In(Language.Chinese),
                    broken ? "断点，不计" : Signed(SenSlope.Of(series).Slope, "0.000"), broken ? "—" : Number(MannKendall.Of(series).PValue, "0.000"),
                ];
            }),
        ],
    };

    private SmallMultiples SmallMultiples() => new()
    {
        Title = "全省五年（虚线：标准；断开处：前后不可比）",
        Width = 900,
        Charts =
        [
            .. province.Panel.Framework.Indicators.Select(i => new LineChart
            {
                Title = i.Name,
                Unit = i.Unit,
                Height = 170,
                Lines = [new ChartLine(i.Name, [.. province.Panel.Years.Select(y => new ChartPoint(y, province.Panel[ProvinceFiveYears.Area, y, i.Code]))])],
                Target = i.Standards.Count > 0 ? i.Standards[0].Value : null,
                TargetLabel = i.Standards.Count > 0 ? $"标准 {i.Standards[0]}" : "",
                Breaks = [.. province.Breaks(i.Code).Select(b => new ChartBreak(b.Year, b.Why == Comparability.CoverageChanged ? "范围变化" : "口径变化"))],
            }),
        ],
    };

    private static string Word(ChangeLabel label) => label switch { ChangeLabel.Improved => "上升", ChangeLabel.Worsened => "下降", _ => "持平" };

    private static string Number(double? value, string format) => value is { } v && !double.IsNaN(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "—";

    private static string Signed(double value, string format) => double.IsNaN(value) ? "—" : value.ToString($"+{format};-{format};0", CultureInfo.InvariantCulture);
}
