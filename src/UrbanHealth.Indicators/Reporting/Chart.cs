using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>A chart as SVG text (图表): no script, no outside file, readable in Chinese in any browser.</summary>
public abstract record Chart
{
    private protected Chart() { }

    /// <summary>The title above the chart.</summary>
    public string Title { get; init; } = "";

    /// <summary>The unit of the values, after the title.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The width in pixels; 640 by default.</summary>
    public int Width { get; init; } = 640;

    /// <summary>The chart as an <c>svg</c> element.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        int height = Draw(svg);
        return svg.Close(Width, height, Title);
    }

    /// <summary>The chart as an <c>svg</c> element.</summary>
    public sealed override string ToString() => ToSvg();

    /// <summary>Draws from the top left and returns the height.</summary>
    internal abstract int Draw(SvgWriter svg);

    /// <summary>Draws the title and returns the first free line below it.</summary>
    private protected int DrawTitle(SvgWriter svg)
    {
        if (Title.Length == 0) return 8;
        if (Unit.Length == 0) { svg.Text(0, 18, Title, "title"); return 30; }
        string whole = $"{Title}（{Unit}）";
        if (7 * TextTable.Width(whole) <= Width) { svg.Text(0, 18, whole, "title"); return 30; }
        svg.Text(0, 18, Title, "title"); // too long for one line: the unit goes below
        svg.Text(0, 34, Unit, "small");
        return 44;
    }
}
