using System.Globalization;

namespace UrbanHealth.Indicators;

public sealed partial record ReportTable
{
    /// <summary>Satisfaction by subject and group (满意度表): respondents, mean and share of satisfied answers with 95 % intervals; a dash where a cell is hidden, and how many cells of a crossing are not listed.</summary>
    public static ReportTable Of(SatisfactionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ReportTable
        {
            Columns = ["对象", table.By.Length == 0 ? "群体" : table.By, "样本量", "满意度得分", "标准误", "95% 区间", "满意率", "95% 区间"],
            Rows = table.HiddenCells == 0 ? [.. table.Select(Row)] : [.. table.Select(Row), ["未列出", $"{Whole(table.HiddenCells)} 个交叉单元样本不足", "—", "—", "—", "—", "—", "—"]],
        };

        static IReadOnlyList<string> Row(SatisfactionRow row)
        {
            string subject = row.Subject.Length == 0 ? "总体" : row.Subject, group = row.Domain.Length == 0 ? "全体" : row.Domain;
            if (row.Mean is not { } mean || row.TopBoxShare is not { } share) return [subject, group, "—", "—", "—", "—", "—", "—"];
            ConfidenceInterval m = mean.Interval(), s = share.Interval(0.95, IntervalMethod.Wilson);
            return [subject, group, Whole(mean.Respondents), Fixed(mean.Value, "0.0"), Fixed(mean.StandardError, "0.00"), $"{Fixed(m.Low, "0.0")}–{Fixed(m.High, "0.0")}", Fixed(100 * share.Value, "0.0") + "%", $"{Fixed(100 * s.Low, "0.0")}–{Fixed(100 * s.High, "0.0")}"];
        }
    }

    /// <summary>How many areas have which grade by figures and by residents (匹配矩阵), and which they are where the two differ.</summary>
    public static ReportTable Of(MatchMatrix match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new ReportTable
        {
            Columns = ["客观＼主观", .. match.Scale.Select(g => g.Name), "不一致的对象"],
            Rows =
            [
                .. match.Scale.Select(row => (IReadOnlyList<string>)
                [
                    row.Name, .. match.Scale.Select(c => Whole(match[row.Level, c.Level])),
                    Joined(match.Areas.Where(a => a.Objective == row && a.Match != MatchKind.Matched).Select(a => $"{a.Area}（{a.Subjective.Name}）")),
                ]),
            ],
        };
    }

    /// <summary>How sure the ranks of a year are (排名稳健性): the rank, the interval that holds 90 % of the draws, the chance of being first.</summary>
    /// <param name="sure">The ranks.</param>
    /// <param name="year">The year; the last one by default.</param>
    /// <exception cref="KeyNotFoundException">The year was not reported.</exception>
    public static ReportTable Of(RankUncertainty sure, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(sure);
        int shown = year ?? sure.Years[^1];
        return new ReportTable
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{shown} 年排名稳健性：{sure.Draws} 次抽样，种子 {sure.Seed}"),
            Columns = ["排名", "对象", "90% 区间", "平均排名", "居首概率", "得分", "90% 区间"],
            Rows =
            [
                .. sure.Year(shown).OrderBy(a => a.Rank ?? double.PositiveInfinity).Select(a => (IReadOnlyList<string>)
                [
                    Fixed(a.Rank, "0.#"), a.Area.Name, Interval(a.RankInterval, "0.#"), Fixed(a.MeanRank, "0.0"), Fixed(a.First, "0.00"), Fixed(a.Score, "0.0"), Interval(a.ScoreInterval, "0.0"),
                ]),
            ],
        };

        static string Interval(UncertaintyInterval? interval, string format) => interval is { } i ? $"{Fixed(i.Low, format)}–{Fixed(i.High, format)}" : "—";
    }
}
