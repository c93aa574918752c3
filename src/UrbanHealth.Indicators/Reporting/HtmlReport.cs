using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>A report as one HTML file (报告): headings, paragraphs, tables and charts, with no script and nothing loaded from outside.</summary>
/// <remarks>Immutable: each call returns the longer report.</remarks>
public sealed class HtmlReport
{
    private const string Style = "body{font:15px/1.65 " + SvgWriter.Font + ";color:#24292f;background:#fff;max-width:960px;margin:32px auto;padding:0 24px}"
        + "h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:36px 0 10px;padding-bottom:6px;border-bottom:1px solid #d0d7de}h3{font-size:16px}p.lead{color:#57606a;margin-top:0}"
        + "ul{padding-left:1.3em}li{margin:2px 0}figure{margin:14px 0;overflow-x:auto}table{border-collapse:collapse;font-size:13.5px}caption{text-align:left;font-weight:600;padding:4px 0}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #eaeef2;text-align:left;vertical-align:top;white-space:nowrap}"
        + "th{color:#57606a;font-weight:600;border-bottom:1px solid #d0d7de}th.n,td.n{text-align:right}td.n{font-variant-numeric:tabular-nums}pre{background:#f6f8fa;border-radius:6px;padding:12px 14px;overflow-x:auto;font:12.5px/1.6 'Sarasa Mono SC','Noto Sans Mono CJK SC',monospace}svg{max-width:100%;height:auto}"
        + "footer{margin-top:40px;color:#57606a;font-size:12.5px}td:first-child{white-space:normal;word-break:keep-all}td.w{white-space:normal;min-width:12em}@page{margin:16mm 14mm}@media print{body{margin:0;padding:0;max-width:none;font-size:10.5pt}table{font-size:8.5pt}th,td{white-space:normal;word-break:keep-all;padding-right:8px}td.w{word-break:normal}th.n,td.n{white-space:nowrap}figure{overflow:visible}pre{white-space:pre-wrap;font-size:8.5pt;border:1px solid #d0d7de}h2{break-after:avoid}tr,svg,pre{break-inside:avoid}thead{display:table-header-group}}";

    private readonly IReadOnlyList<string> blocks;

    private HtmlReport(string title, IReadOnlyList<string> blocks) => (Title, this.blocks) = (title, blocks);

    /// <summary>An empty report.</summary>
    public HtmlReport(string title) : this(title ?? throw new ArgumentNullException(nameof(title)), []) { }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>Adds a heading.</summary>
    public HtmlReport Heading(string text) => With($"<h2>{SvgWriter.Escape(text)}</h2>");

    /// <summary>Adds a paragraph.</summary>
    public HtmlReport Paragraph(string text) => With($"<p>{SvgWriter.Escape(text)}</p>");

    /// <summary>Adds a list of points.</summary>
    public HtmlReport List(IEnumerable<string> points) => With($"<ul>{string.Concat((points ?? throw new ArgumentNullException(nameof(points))).Select(p => $"<li>{SvgWriter.Escape(p)}</li>"))}</ul>");

    /// <summary>Adds text in which line breaks and indents stay, such as a trace.</summary>
    public HtmlReport Preformatted(string text) => With($"<pre>{SvgWriter.Escape(text)}</pre>");

    /// <summary>Adds a table.</summary>
    public HtmlReport Table(ReportTable table) => With((table ?? throw new ArgumentNullException(nameof(table))).ToHtml());

    /// <summary>Adds a chart.</summary>
    public HtmlReport Figure(Chart chart) => With($"<figure>{(chart ?? throw new ArgumentNullException(nameof(chart))).ToSvg()}</figure>");

    /// <summary>The whole file.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        html.Append(SvgWriter.Escape(Title)).Append("</title><style>").Append(Style).Append("</style></head><body>\n<h1>").Append(SvgWriter.Escape(Title)).Append("</h1>\n");
        foreach (string block in blocks) html.Append(block).Append('\n');
        return html.Append("</body></html>\n").ToString();
    }

    /// <summary>The whole file.</summary>
    public override string ToString() => ToHtml();

    private HtmlReport With(string block) => new(Title, [.. blocks, block]);
}
