namespace UrbanHealth.Indicators;

/// <summary>Many small charts side by side (小多图), read from left to right and down.</summary>
public sealed record SmallMultiples : Chart
{
    /// <summary>The charts; each is drawn at the width of a column.</summary>
    public required IReadOnlyList<LineChart> Charts { get; init; }

    /// <summary>How many stand side by side; 3 by default.</summary>
    public int Columns { get; init; } = 3;

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
