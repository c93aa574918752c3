using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

public sealed partial record ReportTable
{
    /// <summary>What a panel has (数据完整性): how many areas have a figure, by indicator and year.</summary>
    public static ReportTable Of(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ILookup<string, ColumnProfile> columns = panel.Profile().Columns.ToLookup(c => c.Code, StringComparer.Ordinal);
        return new ReportTable
        {
            Title = $"{panel.Framework.Name}：{Whole(panel.Areas.Count)} 个对象，{Whole(panel.Years.Count)} 年，{Whole(panel.Framework.Indicators.Count)} 项指标",
            Columns = ["指标", "单位", .. panel.Years.Select(Whole)],
            Rows = [.. panel.Framework.Indicators.Select(i => (IReadOnlyList<string>)[i.Name, i.Unit, .. columns[i.Code].Select(c => $"{Whole(c.Counts.Total - c.Counts.Missing - c.Counts.NotApplicable)}/{Whole(c.Counts.Total - c.Counts.NotApplicable)}")])],
        };
    }

    /// <summary>Findings, a row each (校验结果).</summary>
    public static ReportTable Of(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportTable
        {
            Columns = ["级别", "位置", "说明", "代码"],
            Rows = [.. report.Select(i => (IReadOnlyList<string>)[i.Severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" }, i.Place.In(Language.Chinese), i.Message.Chinese, i.Code])],
        };
    }

    /// <summary>One area judged (评价表): indicator, figure, standard and judgement, under the dimensions with their grades.</summary>
    public static ReportTable Of(AreaAssessment area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return From(AssessmentText.Table(area), AssessmentText.Title(area));
    }

    /// <summary>All areas judged in a year (达标情况): how many meet each standard, and which do not.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such year.</exception>
    public static ReportTable Of(Assessment assessment, int year)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        AreaAssessment[] areas = [.. assessment.Year(year)];
        Judgement[] shown = [.. Enum.GetValues<Judgement>().Where(j => j is Judgement.Met or Judgement.NotMet || areas.Any(a => a.Count(j) > 0))];
        return new ReportTable
        {
            Columns = ["指标", "标准", "依据", .. shown.Select(j => j.In(Language.Chinese)), "不达标的对象"],
            Rows = [.. assessment.Panel.Framework.Indicators.Select(Row)],
        };

        IReadOnlyList<string> Row(Indicator indicator)
        {
            JudgedIndicator[] judged = [.. areas.Select(a => a[indicator.Code])];
            Standard[] standards = [.. judged.Select(x => x.Standard).OfType<Standard>().Distinct()];
            IEnumerable<string> failing = areas.Where((_, i) => judged[i].Judgement == Judgement.NotMet).Select(a => a.Area.Name);
            return
            [
                Named(indicator), Joined(standards.Select(s => s.ToString())), Joined(standards.Select(s => s.Document).OfType<string>().Distinct()),
                .. shown.Select(j => judged.Count(x => x.Judgement == j) is var n && n == 0 ? "—" : Whole(n)), string.Join('、', failing),
            ];
        }
    }

    /// <summary>All areas scored in a year (得分与排名), the best first; those without a score come last.</summary>
    public static ReportTable Of(YearEvaluation year)
    {
        ArgumentNullException.ThrowIfNull(year);
        IReadOnlyList<Dimension> top = year.Result.Framework.Root.Dimensions;
        bool classes = year.Areas.Any(a => a.Area.Class is not null);
        string[] ifClasses(params string[] cells) => classes ? cells : [];
        return new ReportTable
        {
            Columns = ["排名", .. ifClasses("同类排名"), "对象", .. ifClasses("类别"), "得分", "等级", .. top.Select(d => d.Name)],
            Rows =
            [
                .. year.Ranked().Select(a => (IReadOnlyList<string>)
                [
                    Fixed(a.Rank, "0.#"), .. ifClasses(Fixed(a.GroupRank, "0.#")), a.Area.Name, .. ifClasses(a.Area.Class ?? "—"), Fixed(a.Score, "0.0"), a.Grade?.Name ?? "—",
                    .. top.Select(d => Fixed(a[d.Code].Score, "0.0")),
                ]),
            ],
        };
    }

    /// <summary>Two years of all areas (年度对比): by indicator, how many can be compared and how many improved.</summary>
    public static ReportTable Of(PanelChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ReportTable
        {
            Columns = ["指标", "可比", "上升", "持平", "下降", "不可比"],
            Rows =
            [
                .. change.All().GroupBy(c => c.Indicator.Code).Select(g => (IReadOnlyList<string>)
                [
                    Named(g.First().Indicator), Whole(g.Count(c => c.Comparability == Comparability.Comparable)),
                    .. new[] { ChangeLabel.Improved, ChangeLabel.Unchanged, ChangeLabel.Worsened }.Select(l => Whole(g.Count(c => c.Label == l))),
                    Joined(g.Where(c => c.Comparability != Comparability.Comparable).GroupBy(c => c.Comparability).Select(k => $"{k.Key.In(Language.Chinese)} {Whole(k.Count())}")),
                ]),
            ],
        };
    }

    /// <summary>Two years of one area (年度对比表): figures, change in the unit, change in percent, label or why there is none.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public static ReportTable Of(PanelChange change, string area)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new ReportTable
        {
            Columns = ["指标", "单位", Whole(change.FromYear), Whole(change.ToYear), "变化", "变化幅度", "评价"],
            Rows =
            [
                .. change.Of(area).Select(c => (IReadOnlyList<string>)
                [
                    c.Indicator.Name, c.Indicator.Unit, Fixed(c.From, "0.####"), Fixed(c.To, "0.####"), Signed(c.Difference, "0.####") + (c.Points is null ? "" : " 个百分点"),
                    double.IsNaN(c.Percent) ? "—" : Signed(c.Percent, "0.0") + "%", c.Label?.In(Language.Chinese) ?? c.Comparability.In(Language.Chinese),
                ]),
            ],
        };
    }

    /// <summary>Several years of one area (五年评估表): the years that count, first and last figure, Sen's slope with its interval, Mann-Kendall's p, phase, and how it stands towards its target.</summary>
    public static ReportTable Of(AreaReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        bool targets = review.Indicators.Any(i => i.Target is not null);
        return new ReportTable
        {
            Columns = ["指标", "年份", "首→末", "变化", "Sen 斜率/年", "区间", "M-K p", "阶段", .. targets ? ["目标", "进展"] : Array.Empty<string>()],
            Rows = [.. review.Indicators.Select(Row)],
        };

        IReadOnlyList<string> Row(IndicatorReview i)
        {
            SeriesTrend t = i.Trend;
            bool tested = t.Count > 2, bounded = tested && double.IsFinite(t.SenLower) && double.IsFinite(t.SenUpper);
            string breaks = string.Concat(i.Breaks.Zip(i.BreakKinds, (y, k) => $"（{(y == t.FirstYear ? "" : Whole(y) + " ")}{k.In(Language.Chinese)}）"));
            return
            [
                Named(i.Indicator), (t.Count == 0 ? "—" : $"{Whole(t.FirstYear)}–{Whole(t.LastYear)}") + breaks, t.Count == 0 ? "—" : $"{Fixed(t.First, "0.00")}→{Fixed(t.Last, "0.00")}", i.Label?.In(Language.Chinese) ?? "—",
                tested ? Signed(t.SenSlope, "0.000") : "—", bounded ? $"{Signed(t.SenLower, "0.000")}…{Signed(t.SenUpper, "0.000")}" : "—", tested ? Fixed(t.PValue, "0.000") : "—", t.Phase.In(Language.Chinese),
                .. targets ? i.Target is { } p ? [$"{Fixed(p.TargetInForce, "0.####")}（{Whole(p.TargetYearInForce)}）", Progress(p)] : ["—", "—"] : Array.Empty<string>(),
            ];
        }

        static string Progress(TargetProgress p) => p.Status.In(Language.Chinese) + (p.Status is TargetStatus.Attained or TargetStatus.Missing ? "" : $"，差 {Fixed(Math.Abs(p.Gap), "0.##")}");
    }

    private static ReportTable From(TextTable table, string title) => new() { Title = title, Columns = table.Header, Rows = table.Body };

    private static string Named(Indicator indicator) => indicator.Unit.Length == 0 ? indicator.Name : $"{indicator.Name}（{indicator.Unit}）";

    private static string Joined(IEnumerable<string> words) => string.Join("；", words) is { Length: > 0 } some ? some : "—";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Fixed(double? value, string format) => value is { } v && !double.IsNaN(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "—";

    private static string Signed(double value, string format) => double.IsNaN(value) ? "—" : value.ToString($"+{format};-{format};0", CultureInfo.InvariantCulture);
}
