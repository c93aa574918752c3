using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The usual report of a check-up in one call (体检报告): what there is, what meets its standard, scores, last year, the years before.</summary>
/// <remarks>Each part is there when it is given. For another order or other parts, build an <see cref="HtmlReport"/> of the same tables and charts.</remarks>
public static class CheckupReport
{
    private const int AreasInFull = 3;

    /// <summary>A report of judgements alone, without weights or scores.</summary>
    /// <param name="assessment">The judgements.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="change">The comparison with an earlier year.</param>
    /// <param name="review">The review of several years; the areas are shown in full when they are three or fewer, else counted.</param>
    /// <exception cref="KeyNotFoundException">The panel has no such year.</exception>
    public static HtmlReport Of(Assessment assessment, int year, PanelChange? change = null, FiveYearReview? review = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        HtmlReport report = Judged(Opened(assessment.Panel, year, assessment.Report), assessment, year);
        if (change is not null) report = Changed(report, change);
        return review is null ? report : Reviewed(report, review);
    }

    /// <summary>A report of judgements and scores.</summary>
    /// <param name="result">The scores.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="change">The comparison with an earlier year.</param>
    /// <param name="review">The review of several years; the areas are shown in full when they are three or fewer, else counted.</param>
    /// <exception cref="KeyNotFoundException">The result has no such year.</exception>
    public static HtmlReport Of(EvaluationResult result, int year, YearOverYear? change = null, FiveYearReview? review = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        YearEvaluation scored = result.Year(year);
        HtmlReport report = Judged(Opened(result.Panel, year, result.Assessment.Report.With(result.Report)), result.Assessment, year);
        report = report.Heading(Words($"{year} 年综合得分与排名")).Table(ReportTable.Of(scored));
        if (result.Areas.Count > 1) report = report.Figure(BarChart.Of(scored));
        if (result.Areas.Count <= AreasInFull)
            foreach (AreaEvaluation area in scored.Areas) report = report.Preformatted(area.Explain().ToString());
        if (change is not null)
        {
            report = Changed(report, change.Figures);
            if (result.Areas.Count > 1) report = report.Figure(DumbbellChart.Of(change));
        }
        return review is null ? report : Reviewed(report, review);
    }

    private static HtmlReport Opened(Panel panel, int year, ValidationReport findings)
    {
        HtmlReport report = new HtmlReport(Words($"{panel.Framework.Name} {year} 年体检报告")).Heading("数据情况").Table(ReportTable.Of(panel));
        return findings.Count == 0 ? report : report.Table(ReportTable.Of(findings));
    }

    private static HtmlReport Judged(HtmlReport report, Assessment assessment, int year)
    {
        report = report.Heading(Words($"{year} 年达标情况")).Table(ReportTable.Of(assessment, year));
        if (assessment.Panel.Areas.Count <= AreasInFull)
            foreach (AreaAssessment area in assessment.Year(year)) report = report.Table(ReportTable.Of(area));
        return report;
    }

    private static HtmlReport Changed(HtmlReport report, PanelChange change)
    {
        report = report.Heading(Words($"{change.FromYear} 年到 {change.ToYear} 年的变化"));
        if (change.Areas.Count > 1) report = report.Table(ReportTable.Of(change));
        if (change.Areas.Count <= AreasInFull)
            foreach (Area area in change.Areas) report = report.Table(ReportTable.Of(change, area.Code) with { Title = area.Name });
        return report;
    }

    private static HtmlReport Reviewed(HtmlReport report, FiveYearReview review)
    {
        report = report.Heading($"{review.Years} 年评估");
        if (review.Areas.Count > AreasInFull)
        {
            return report.Table(new ReportTable
            {
                Columns = ["对象", "上升", "下降", "未达目标", "有断点", "目标达成率"],
                Rows = [.. review.Areas.Select(a => (IReadOnlyList<string>)[a.Area.Name, Words($"{a.Improved.Count}"), Words($"{a.Worsened.Count}"), Words($"{a.Short.Count}"), Words($"{a.Broken.Count}"), double.IsNaN(a.Attainment) ? "—" : Words($"{100 * a.Attainment:0}%")])],
            });
        }
        foreach (AreaReview area in review.Areas) report = report.Table(ReportTable.Of(area) with { Title = area.Area.Name }).Figure(SmallMultiples.Of(area));
        return report;
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
