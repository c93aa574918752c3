using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Before and after of many rows (哑铃图): a hollow dot, a line, a full dot; blue where the condition improved, orange where it worsened.</summary>
public sealed partial record DumbbellChart : Chart
{
    private const int RowHeight = 22;

    /// <summary>The rows, from the top.</summary>
    public required IReadOnlyList<ChartPair> Pairs { get; init; }

    /// <summary>What the hollow dot is, such as 2012.</summary>
    public string BeforeLabel { get; init; } = "";

    /// <summary>What the full dot is, such as 2018.</summary>
    public string AfterLabel { get; init; } = "";

    /// <summary>Whether a smaller value is the better one; false by default.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>The composite scores of two years (得分变化图), by the rank of the later one.</summary>
    public static DumbbellChart Of(YearOverYear change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new DumbbellChart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"综合得分：{change.FromYear} 年与 {change.ToYear} 年（同一把尺）"),
            BeforeLabel = string.Create(CultureInfo.InvariantCulture, $"{change.FromYear} 年"),
            AfterLabel = string.Create(CultureInfo.InvariantCulture, $"{change.ToYear} 年"),
            Pairs = [.. change.Areas.Select(a => a.Composite).OrderBy(c => c.ToRank ?? double.PositiveInfinity).Select(c => new ChartPair(c.Area.Name, c.From, c.To))],
        };
    }

    internal override int Draw(SvgWriter svg)
    {
        int top = DrawTitle(svg);
        svg.Dot(6, top + 6, 4, SvgWriter.Palette[5], BeforeLabel, hollow: true);
        svg.Text(16, top + 10, BeforeLabel, "small");
        int second = 40 + 6 * TextTable.Width(BeforeLabel);
        svg.Dot(second, top + 6, 4, SvgWriter.Palette[5], AfterLabel);
        svg.Text(second + 10, top + 10, AfterLabel, "small");
        top += 40;
        int left = Math.Min(Width / 3, 10 + 6 * Pairs.Select(p => TextTable.Width(p.Name)).DefaultIfEmpty(0).Max());
        int right = Width - 60;
        Axis axis = Axis.Over(Pairs.SelectMany(p => new[] { p.Before, p.After }));
        int bottom = top + Pairs.Count * RowHeight;
        foreach (double tick in axis.Ticks())
        {
            double x = axis.Place(tick, left, right);
            svg.Line(x, top - 4, x, bottom, "grid");
            svg.Text(x, top - 8, axis.Label(tick), "small middle");
        }
        for (int i = 0; i < Pairs.Count; i++)
        {
            (string name, double before, double after) = Pairs[i];
            double y = top + i * RowHeight + 11;
            svg.Text(left - 8, y + 4, SvgWriter.Fit(name, left - 8), "end");
            bool both = !double.IsNaN(before) && !double.IsNaN(after);
            string colour = !both || before == after ? SvgWriter.Palette[5] : after > before != LowerIsBetter ? SvgWriter.Palette[0] : SvgWriter.Palette[1];
            if (both) svg.Path([(axis.Place(before, left, right), y), (axis.Place(after, left, right), y)], colour, 2.5);
            if (!double.IsNaN(before)) svg.Dot(axis.Place(before, left, right), y, 4, colour, Tip(name, BeforeLabel, before), hollow: true);
            if (!double.IsNaN(after)) svg.Dot(axis.Place(after, left, right), y, 4.5, colour, Tip(name, AfterLabel, after));
            if (both) svg.Text(right + 12, y + 4, (after - before).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture), "small");
            else svg.Text(right + 12, y + 4, "不可比", "small");
        }
        return bottom + 8;
    }

    private string Tip(string name, string label, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} {label}: {value:0.##}{Unit}");
}
