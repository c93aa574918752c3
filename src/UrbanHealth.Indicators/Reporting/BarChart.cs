using System.Globalization;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Horizontal bars, one under the other (条形图), with an optional line for a standard.</summary>
public sealed partial record BarChart : Chart
{
    private const int RowHeight = 22;

    /// <summary>The bars, from the top.</summary>
    public required IReadOnlyList<ChartBar> Bars { get; init; }

    /// <summary>A standard to draw a line at; null for none.</summary>
    public double? Standard { get; init; }

    /// <summary>The words at the standard's line.</summary>
    public string StandardLabel { get; init; } = "";

    /// <summary>The names of the colour groups, for the legend; empty for none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>How values are written; <c>0.0</c> by default.</summary>
    public string Format { get; init; } = "0.0";

    /// <summary>The composite scores of a year (得分排名图), the best first, coloured by the class of city; areas without a score say so.</summary>
    public static BarChart Of(YearEvaluation year)
    {
        ArgumentNullException.ThrowIfNull(year);
        string[] classes = [.. year.Areas.Select(a => a.Area.Class ?? "").Distinct()];
        bool grouped = classes.Length > 1 && classes.Length <= SvgWriter.Palette.Length;
        return new BarChart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{year.Year} 年综合得分"),
            Bars = [.. year.Ranked().Select(a => new ChartBar(a.Area.Name, a.Score) { Note = a.Grade?.Name ?? "", Group = grouped ? Array.IndexOf(classes, a.Area.Class ?? "") : 0 })],
            Groups = grouped ? [.. classes.Select(c => c.Length == 0 ? "未分类" : c)] : [],
        };
    }

    internal override int Draw(SvgWriter svg)
    {
        int top = DrawTitle(svg);
        double legend = 0;
        for (int g = 0; g < Groups.Count; g++)
        {
            svg.Dot(legend + 6, top + 6, 4, SvgWriter.Palette[g % SvgWriter.Palette.Length], Groups[g]);
            svg.Text(legend + 16, top + 10, Groups[g], "small");
            legend += 36 + 6 * TextTable.Width(Groups[g]);
        }
        if (Groups.Count > 0) top += 20;
        if (Standard is not null) top += 14;
        int noted = 6 * Bars.Select(b => TextTable.Width(b.Note)).DefaultIfEmpty(0).Max() + 44;
        int left = Math.Min(Width / 3, 10 + 6 * Bars.Select(b => TextTable.Width(b.Name)).DefaultIfEmpty(0).Max());
        int right = Width - 20 - noted, start = left + (Bars.Any(b => b.Value < 0) ? noted : 0); // what stands after a bar that points left stands left of it
        Axis axis = Axis.Over([.. Bars.Select(b => b.Value), Standard ?? double.NaN], fromZero: true);
        double zero = axis.Place(0, start, right);
        for (int i = 0; i < Bars.Count; i++)
        {
            ChartBar bar = Bars[i];
            double y = top + i * RowHeight;
            svg.Text(left - 8, y + 15, SvgWriter.Fit(bar.Name, left - 8), "end");
            if (double.IsNaN(bar.Value)) { svg.Text(zero + 4, y + 15, "无数据", "small"); continue; }
            double x = axis.Place(bar.Value, start, right);
            string value = bar.Value.ToString(Format, CultureInfo.InvariantCulture);
            svg.Bar(Math.Min(zero, x), y + 3, Math.Abs(x - zero), RowHeight - 6, SvgWriter.Palette[bar.Group % SvgWriter.Palette.Length], $"{bar.Name} {value}{Unit} {bar.Note}");
            svg.Text(bar.Value < 0 ? x - 6 : x + 6, y + 15, value + (bar.Note.Length > 0 ? " " + bar.Note : ""), bar.Value < 0 ? "small end" : "small");
        }
        int bottom = top + Bars.Count * RowHeight;
        svg.Line(zero, top, zero, bottom, "axis");
        if (Standard is { } standard)
        {
            double x = axis.Place(standard, start, right);
            svg.Line(x, top - 4, x, bottom, "target");
            double half = 3 * TextTable.Width(StandardLabel);
            svg.Text(Math.Clamp(x, half, Math.Max(half, Width - half)), top - 7, StandardLabel, "targettext middle");
        }
        return bottom + 8;
    }
}
