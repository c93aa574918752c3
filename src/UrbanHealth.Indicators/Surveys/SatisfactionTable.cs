using System.Collections;
using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Satisfaction by subject and group, with its error (满意度表).</summary>
public sealed partial class SatisfactionTable : IReadOnlyList<SatisfactionRow>
{
    private readonly SatisfactionRow[] rows;

    internal SatisfactionTable(string by, SatisfactionRow[] rows, int hiddenCells = 0) => (By, this.rows, HiddenCells) = (by, rows, hiddenCells);

    /// <summary>The attribute, or crossing, that groups respondents; empty for none.</summary>
    public string By { get; }

    /// <summary>The cells of a crossing that are too small to publish and are not in the table (隐匿的交叉单元数): even that such respondents exist could name them.</summary>
    public int HiddenCells { get; }

    /// <inheritdoc/>
    public int Count => rows.Length;

    /// <inheritdoc/>
    public SatisfactionRow this[int index] => rows[index];

    /// <summary>The row of a subject and a group.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SatisfactionRow this[string subject, string domain = ""] =>
        Array.Find(rows, r => r.Subject == subject && r.Domain == domain) ?? throw new KeyNotFoundException($"The table has no {subject} {domain}{(HiddenCells > 0 ? ", or it is too small to publish" : "")}.");

    /// <inheritdoc/>
    public IEnumerator<SatisfactionRow> GetEnumerator() => ((IEnumerable<SatisfactionRow>)rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The table as JSON: estimates with errors and 95 % intervals; what is not defined is null, and hidden cells have no figures.</summary>
    public string ToJson() => SurveyDocument.Write(this);

    /// <summary>A line a row: subject, group, respondents, mean with error and interval, share with its interval; a dash where a cell is hidden.</summary>
    public override string ToString()
    {
        var table = new TextTable("subject", By.Length == 0 ? "group" : By, "n", "mean", "± se", "95 %", "satisfied", "95 %");
        foreach (SatisfactionRow row in rows)
        {
            if (row.Mean is not { } mean || row.TopBoxShare is not { } share) { table.Add(SatisfactionRow.Named(row.Subject), row.Domain, "—", "—", "—", "—", "—", "—"); continue; }
            ConfidenceInterval m = mean.Interval(), s = share.Interval(0.95, IntervalMethod.Wilson);
            table.Add(SatisfactionRow.Named(row.Subject), row.Domain, mean.Respondents.ToString(CultureInfo.InvariantCulture), Text($"{mean.Value:F1}"), Text($"{mean.StandardError:F2}"), Text($"{m.Low:F1} – {m.High:F1}"), Text($"{100 * share.Value:F1}%"), Text($"{100 * s.Low:F1} – {100 * s.High:F1}"));
        }
        return table.ToString() + (HiddenCells == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{HiddenCells} 个交叉单元样本不足，未列出 ({HiddenCells} crossed cells too small to publish)"));

        static string Text(FormattableString s) => s.ToString(CultureInfo.InvariantCulture);
    }
}
