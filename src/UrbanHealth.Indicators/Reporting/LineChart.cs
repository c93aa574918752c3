using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Lines over time (折线图) at their real distances, with an optional target and breaks in the series.</summary>
public sealed partial record LineChart : Chart
{
    /// <summary>The height in pixels; 220 by default.</summary>
    public int Height { get; init; } = 220;

    /// <summary>The lines.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>A target to draw a line at; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>The words at the target's line.</summary>
    public string TargetLabel { get; init; } = "";

    /// <summary>Where the series cannot be compared across.</summary>
    public IReadOnlyList<ChartBreak> Breaks { get; init; } = [];

    /// <summary>One indicator over the years of a review (指标趋势图), with its target and its breaks.</summary>
    public static LineChart Of(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new LineChart
        {
            Title = review.Indicator.Name,
            Unit = review.Indicator.Unit,
            Lines = [new ChartLine(review.Indicator.Name, [.. review.Years.Zip(review.Values, (x, y) => new ChartPoint(x, y))])],
            Target = review.Target?.TargetInForce,
            TargetLabel = review.Target is { } t ? string.Create(CultureInfo.InvariantCulture, $"目标 {t.TargetInForce:0.####}（{t.TargetYearInForce}）") : "",
            Breaks = [.. review.Breaks.Zip(review.BreakKinds, (year, kind) => new ChartBreak(year, kind.In(Language.Chinese)))],
        };
    }

    internal override int Draw(SvgWriter svg)
    {
        int top = DrawTitle(svg) + (Breaks.Count > 0 ? 18 : 6);
        ChartPoint[] all = [.. Lines.SelectMany(l => l.Points)];
        Axis y = AxisOf(all);
        int left = Math.Max(44, 12 + 6 * y.Ticks().Max(t => y.Label(t).Length)), right = Width - 14, bottom = Height - 22;
        double[] xs = [.. all.Select(p => p.X).Distinct().Order()];
        double first = xs.Length > 0 ? xs[0] : 0, last = xs.Length > 1 ? xs[^1] : first + 1;
        double X(double x) => left + 8 + (right - left - 16) * ((x - first) / (last - first));
        double Y(double v) => y.Place(v, bottom, top);

        foreach (double tick in y.Ticks())
        {
            svg.Line(left, Y(tick), right, Y(tick), "grid");
            svg.Text(left - 6, Y(tick) + 4, y.Label(tick), "small end");
        }
        int every = Math.Max(1, (int)Math.Ceiling(xs.Length * 34.0 / Math.Max(1, right - left)));
        for (int i = 0; i < xs.Length; i += every) svg.Text(X(xs[i]), bottom + 15, xs[i].ToString("0", CultureInfo.InvariantCulture), "small middle");
        double taken = double.NegativeInfinity; // by the words of the break before
        foreach (ChartBreak b in Breaks)
        {
            double before = xs.Where(x => x < b.X).DefaultIfEmpty(b.X).Max();
            double at = X((before + b.X) / 2), half = 3 * Text.TextTable.Width(b.Reason);
            svg.Line(at, top - 4, at, bottom, "break");
            double middle = Math.Clamp(at, left + half, Math.Max(left + half, right - half));
            bool crowded = middle - half < taken;
            svg.Text(middle, crowded ? top + 6 : top - 7, b.Reason, "breaktext middle");
            if (!crowded) taken = middle + half + 4;
        }
        if (Target is { } goal) svg.Line(left, Y(goal), right, Y(goal), "target");
        for (int i = 0; i < Lines.Count; i++)
        {
            string colour = SvgWriter.Palette[i % SvgWriter.Palette.Length];
            foreach (IEnumerable<ChartPoint> piece in Pieces(Lines[i].Points))
                svg.Path(piece.Select(p => (X(p.X), Y(p.Y))), colour);
            foreach (ChartPoint p in Lines[i].Points.Where(p => !double.IsNaN(p.Y)))
                svg.Dot(X(p.X), Y(p.Y), 3, colour, string.Create(CultureInfo.InvariantCulture, $"{Lines[i].Name} {p.X:0}: {p.Y:0.####}{Unit}"));
        }
        if (Target is { } target)
        {
            bool atRight = Room(all, y, target, fromRight: true) >= Room(all, y, target, fromRight: false);
            svg.Text(atRight ? right : left + 4, Y(target) - 5, TargetLabel, atRight ? "targettext end" : "targettext"); // over the lines, with a halo
        }
        if (Lines.Count > 1)
        {
            double x = left;
            for (int i = 0; i < Lines.Count; i++)
            {
                svg.Dot(x + 5, Height + 9, 4, SvgWriter.Palette[i % SvgWriter.Palette.Length], Lines[i].Name);
                svg.Text(x + 14, Height + 13, Lines[i].Name, "small");
                x += 30 + 6 * Text.TextTable.Width(Lines[i].Name);
            }
            return Height + 22;
        }
        return Height;
    }

    /// <summary>An axis on which a target does not lie on the edge, where its line would be taken for the frame.</summary>
    private Axis AxisOf(ChartPoint[] points)
    {
        IEnumerable<double> values = points.Select(p => p.Y);
        if (Target is not { } target) return Axis.Over(values);
        Axis axis = Axis.Over(values.Append(target));
        double margin = 0.12 * (axis.High - axis.Low);
        return target - axis.Low < margin || axis.High - target < margin ? Axis.Over(values.Append(target - margin).Append(target + margin)) : axis;
    }

    /// <summary>How far the nearest of the outer points lies from the target, as a share of the axis.</summary>
    private static double Room(ChartPoint[] points, Axis axis, double target, bool fromRight)
    {
        IEnumerable<ChartPoint> present = points.Where(p => !double.IsNaN(p.Y));
        IEnumerable<ChartPoint> outer = (fromRight ? present.OrderByDescending(p => p.X) : present.OrderBy(p => p.X)).Take(2);
        return outer.Select(p => p.Y < target ? 1 : (p.Y - target) / (axis.High - axis.Low)).DefaultIfEmpty(1).Min(); // the words stand above the line
    }

    /// <summary>The line is not drawn across a break.</summary>
    private IEnumerable<IEnumerable<ChartPoint>> Pieces(IReadOnlyList<ChartPoint> points) =>
        points.GroupBy(p => Breaks.Count(b => b.X <= p.X));
}
