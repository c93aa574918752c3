namespace UrbanHealth.Indicators;

/// <summary>Many small charts side by side (小多图), read from left to right and down.</summary>
public sealed partial record SmallMultiples : Chart
{
    /// <summary>The charts; each is drawn at the width of a column.</summary>
    public required IReadOnlyList<LineChart> Charts { get; init; }

    /// <summary>How many stand side by side; 3 by default.</summary>
    public int Columns { get; init; } = 3;

    /// <summary>Every indicator of an area over the years of a review (五年趋势图), with targets and breaks.</summary>
    public static SmallMultiples Of(AreaReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new SmallMultiples
        {
            Title = $"{review.Area.Name} {review.Years}",
            Width = 900,
            Charts = [.. review.Indicators.Select(i => LineChart.Of(i) with { Height = 180 })],
        };
    }

    internal override int Draw(SvgWriter svg)
    {
        int top = DrawTitle(svg);
        int width = Width / Columns;
        int y = top;
        foreach (LineChart[] row in Charts.Chunk(Columns))
        {
            int tallest = 0;
            for (int c = 0; c < row.Length; c++)
            {
                LineChart chart = row[c] with { Width = width - 12 };
                svg.Group(c * width, y, () => tallest = Math.Max(tallest, chart.Draw(svg)));
            }
            y += tallest + 14;
        }
        return y;
    }
}
