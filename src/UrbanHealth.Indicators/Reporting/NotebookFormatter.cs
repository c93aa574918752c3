using System.Diagnostics.CodeAnalysis;

namespace UrbanHealth.Indicators;

/// <summary>Writes a result as HTML into a notebook's cell: tables and charts where there are any, else its text.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "a notebook reads it of an instance")]
internal sealed class NotebookFormatter
{
    public const string Html = "text/html";

    public string MimeType => Html;

    /// <summary>False when it is none of the library's results, so that the notebook shows it in its own way.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        string? html = HtmlOf(instance);
        if (html is not null) writer.Write(html);
        return html is not null;
    }

    private static string? HtmlOf(object instance) => instance switch
    {
        Panel panel => ReportTable.Of(panel).ToHtml(),
        ValidationReport report => report.Count == 0 ? "<p>没有发现问题</p>" : ReportTable.Of(report).ToHtml(),
        AreaAssessment area => ReportTable.Of(area).ToHtml(),
        Assessment assessment => string.Concat(assessment.Panel.Years.Select(y => (ReportTable.Of(assessment, y) with { Title = $"{y} 年达标情况" }).ToHtml())),
        YearEvaluation year => ReportTable.Of(year).ToHtml() + Figure(BarChart.Of(year)),
        AreaEvaluation area => Pre(area.Explain().ToString()),
        Explanation explanation => Pre(explanation.ToString()),
        YearOverYear change => ReportTable.Of(change.Figures).ToHtml() + Figure(DumbbellChart.Of(change)),
        PanelChange change => ReportTable.Of(change).ToHtml(),
        AreaReview review => ReportTable.Of(review).ToHtml() + Figure(SmallMultiples.Of(review)),
        SatisfactionTable satisfaction => ReportTable.Of(satisfaction).ToHtml() + Figure(IntervalChart.Of(satisfaction)),
        MatchMatrix match => ReportTable.Of(match).ToHtml(),
        RankUncertainty sure => ReportTable.Of(sure).ToHtml() + Figure(IntervalChart.Of(sure)),
        ReportTable table => table.ToHtml(),
        Chart chart => Figure(chart),
        _ => null,
    };

    private static string Figure(Chart chart) => $"<figure>{chart.ToSvg()}</figure>";

    private static string Pre(string text) => $"<pre>{SvgWriter.Escape(text)}</pre>";
}
