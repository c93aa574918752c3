using System.Globalization;
using UrbanHealth.Indicators;

namespace Quickstart;

/// <summary>What the quickstart shows, section by section; the console and the report show the same.</summary>
internal sealed class Screen(PanelReading reading, Assessment assessment, EvaluationResult result, YearOverYear change, ProvinceFiveYears province)
{
    private const string City = "厦门市";

    public IEnumerable<(string Heading, string Text, ReportTable? Table, Chart? Chart)> Sections()
    {
        yield return ("一、数据校验：缺什么、疑什么", Validation(), null, null);
        yield return ("二、对照标准：2018 年达标情况", "评价不需要权重和得分；没有标准的指标如实列为“无标准”。", ReportTable.Of(assessment, 2018), null);
        yield return ("三、综合得分与排名：2018 年", "六项指标按两年全部城市的最差与最好值标准化，维度内外等权；缺数据的不补，权重按比例分给其余。", ReportTable.Of(result.Year(2018)), BarChart.Of(result.Year(2018)) with { Unit = "0—100 分" });
        yield return ($"四、一个得分从何而来：{City} 2018 年", result[City, 2018].Explain().ToString(), null, null);
        yield return ("五、2012 年到 2018 年的变化", Changes(), ChangeTable(), DumbbellChart.Of(change));
        yield return ("六、全省五年：2010—2014 年", FiveYears(), ReportTable.Of(province.Review), SmallMultiples.Of(province.Review) with { Title = "全省五年（粗线：目标；断开处：前后不可比）" });
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

    private string Changes()
    {
        var all = change.Figures.All().ToList();
        int comparable = all.Count(c => c.Comparability == Comparability.Comparable);
        string labels = string.Join('，', new[] { ChangeLabel.Improved, ChangeLabel.Unchanged, ChangeLabel.Worsened }.Select(l => $"{l.In(Language.Chinese)} {all.Count(c => c.Label == l)}"));
        return $"{all.Count} 项中 {comparable} 项可比：{labels}；其余 {all.Count - comparable} 项一端没有数据，不比。百分数的变化以百分点计，变化幅度另列。";
    }

    private ReportTable ChangeTable() => new()
    {
        Columns = ["指标", "可比城市", "上升", "持平", "下降", $"{City} 2012→2018", "变化", "变化幅度", "评价"],
        Rows =
        [
            .. result.Framework.Indicators.Select(i =>
            {
                IndicatorChange[] cities = [.. change.Figures.All().Where(c => c.Indicator.Code == i.Code)];
                string Count(ChangeLabel label) => cities.Count(c => c.Label == label).ToString(CultureInfo.InvariantCulture);
                IndicatorChange one = change.Figures[City, i.Code];
                return new[]
                {
                    i.Name, cities.Count(c => c.Comparability == Comparability.Comparable).ToString(CultureInfo.InvariantCulture),
                    Count(ChangeLabel.Improved), Count(ChangeLabel.Unchanged), Count(ChangeLabel.Worsened),
                    $"{Number(one.From, "0.##")}→{Number(one.To, "0.##")} {i.Unit}",
                    one.Points is { } points ? Signed(points, "0.##") + " 个百分点" : Signed(one.Difference, "0.##") + " " + i.Unit,
                    Signed(one.Percent, "0.0") + "%", one.Label?.In(Language.Chinese) ?? "—",
                };
            }),
        ],
    };

    private string FiveYears()
    {
        AreaReview review = province.Review;
        var lines = new List<string> { "路网密度、排水管道密度由同表数量相除得出；目标取指标体系所载标准，以 2015 年为期（期限为本示例的设定），起点为可比的第一年。" };
        lines.AddRange(review.Broken.SelectMany(i => i.Breaks.Zip(i.BreakKinds, (year, kind) => $"{i.Indicator.Name}自 {year} 年起{kind.In(Language.Chinese)}，前后不可比，趋势只计之后。")));
        string improved = string.Join('、', review.Improved.Where(i => i.IsSignificant()).Select(i => i.Indicator.Name));
        lines.Add($"五年中上升且不似偶然（p < 0.05）：{improved}。五个点很少：连升五年 p 为 0.017，退一步即为 0.083。");
        lines.AddRange(review.Short.Select(i => $"尚未达到目标：{i.Indicator.Name} {Number(i.Target!.Value, "0.00")}，距 {Number(i.Target.TargetInForce, "0.##")} 差 {Number(i.Target.Gap, "0.00")} {i.Indicator.Unit}，{i.Target.Status.In(Language.Chinese)}。"));
        ValidationIssue[] found = [.. province.Report.Where(i => i.Severity != Severity.Notice)];
        if (found.Length > 0) lines.Add($"数据校验有 {found.Length} 处需要留意，例如 {found[0].Place.In(Language.Chinese)}：{found[0].Message.Chinese}。");
        return string.Join('\n', lines);
    }

    private static string Number(double? value, string format) => value is { } v && !double.IsNaN(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "—";

    private static string Signed(double value, string format) => double.IsNaN(value) ? "—" : value.ToString($"+{format};-{format};0", CultureInfo.InvariantCulture);
}
