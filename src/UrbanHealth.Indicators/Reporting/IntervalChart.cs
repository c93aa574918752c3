using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Values with their intervals, one under the other (区间图): ranks that are not sure, means of a survey.</summary>
public sealed partial record IntervalChart : Chart
{
    private const int RowHeight = 22;

    /// <summary>The rows, from the top.</summary>
    public required IReadOnlyList<ChartInterval> Rows { get; init; }

    /// <summary>How values are written; <c>0.#</c> by default.</summary>
    public string Format { get; init; } = "0.#";

    /// <summary>The ranks of a year with the interval that holds 90 % of the draws (排名区间图), by the plan's own rank.</summary>
    /// <param name="sure">The ranks.</param>
    /// <param name="year">The year; the last one by default.</param>
    /// <exception cref="KeyNotFoundException">The year was not reported.</exception>
    public static IntervalChart Of(RankUncertainty sure, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(sure);
        int shown = year ?? sure.Years[^1];
        return new IntervalChart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{shown} 年排名及其 90% 区间"),
            Rows = [.. sure.Year(shown).OrderBy(a => a.Rank ?? double.PositiveInfinity).Select(a => new ChartInterval(a.Area.Name, a.RankInterval?.Low ?? double.NaN, a.Rank ?? double.NaN, a.RankInterval?.High ?? double.NaN))],
        };
    }

    /// <summary>Mean satisfaction with its 95 % interval (满意度区间图); hidden cells are drawn without figures.</summary>
    public static IntervalChart Of(SatisfactionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new IntervalChart
        {
            Title = "满意度得分及其 95% 区间",
            Rows = [.. table.Select(r => r.Mean is { } m ? new ChartInterval(Named(r), m.Interval().Low, m.Value, m.Interval().High) : new ChartInterval(Named(r), double.NaN, double.NaN, double.NaN))],
        };

        static string Named(SatisfactionRow row) => string.Join(' ', new[] { row.Subject.Length == 0 ? "总体" : row.Subject, row.Domain }.Where(s => s.Length > 0));
    }

    internal override int Draw(SvgWriter svg)
    {
        int top = DrawTitle(svg) + 18;
        int left = Math.Min(Width / 3, 10 + 6 * Rows.Select(r => TextTable.Width(r.Name)).DefaultIfEmpty(0).Max());
        int right = Width - 110, bottom = top + Rows.Count * RowHeight;
        Axis axis = Axis.Over(Rows.SelectMany(r => new[] { r.Low, r.Value, r.High }));
        foreach (double tick in axis.Ticks())
        {
            double x = axis.Place(tick, left, right);
            svg.Line(x, top - 4, x, bottom, "grid");
            svg.Text(x, top - 8, axis.Label(tick), "small middle");
        }
        for (int i = 0; i < Rows.Count; i++)
        {
            (string name, double low, double value, double high) = Rows[i];
            double y = top + i * RowHeight + 11;
            svg.Text(left - 8, y + 4, SvgWriter.Fit(name, left - 8), "end");
            bool bounded = !double.IsNaN(low) && !double.IsNaN(high);
            if (bounded) svg.Path([(axis.Place(low, left, right), y), (axis.Place(high, left, right), y)], SvgWriter.Palette[0], 3);
            string words = double.IsNaN(value) ? "无数据" : value.ToString(Format, CultureInfo.InvariantCulture) + (bounded ? $"（{low.ToString(Format, CultureInfo.InvariantCulture)}–{high.ToString(Format, CultureInfo.InvariantCulture)}）" : "");
            if (!double.IsNaN(value)) svg.Dot(axis.Place(value, left, right), y, 4.5, SvgWriter.Palette[0], $"{name} {words}{Unit}");
            svg.Text(right + 12, y + 4, words, "small");
        }
        return bottom + 8;
    }
}
