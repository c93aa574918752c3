using System.Text;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>A table for people (表格): plain text in a console, HTML in a report.</summary>
public sealed partial record ReportTable
{
    private const int Wide = 48; // a cell of more letters wraps

    /// <summary>The title; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The heads of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows; each has a cell a column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>The table as a <c>figure</c> element of HTML; columns of numbers stand to the right.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<figure><table>");
        if (Title.Length > 0) html.Append("<caption>").Append(SvgWriter.Escape(Title)).Append("</caption>");
        bool[] numeric = [.. Columns.Select((_, c) => Rows.Any(r => IsNumber(r[c]) && r[c] != "—") && Rows.All(r => r[c].Length == 0 || IsNumber(r[c])))];
        html.Append("<thead><tr>");
        for (int c = 0; c < Columns.Count; c++) html.Append(numeric[c] ? "<th class=\"n\">" : "<th>").Append(SvgWriter.Escape(Columns[c])).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < Columns.Count; c++) html.Append(numeric[c] ? "<td class=\"n\">" : TextTable.Width(row[c]) > Wide ? "<td class=\"w\">" : "<td>").Append(SvgWriter.Escape(row[c])).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table></figure>").ToString();
    }

    /// <summary>The table as lines of a terminal; Chinese lines up too.</summary>
    public override string ToString()
    {
        var table = new TextTable([.. Columns]);
        foreach (IReadOnlyList<string> row in Rows) table.Add([.. row]);
        return Title.Length > 0 ? Title + "\n" + table : table.ToString();
    }

    private static bool IsNumber(string cell) => TextTable.IsNumber(cell.Replace('→', '-').Replace('…', '-').Replace('–', '-').Replace('/', '-'));
}
