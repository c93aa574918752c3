using System.Globalization;
using System.Text;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Writes SVG elements with invariant numbers and escaped text.</summary>
internal sealed class SvgWriter
{
    public const string Font = "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif";
    public static readonly string[] Palette = ["#1f6feb", "#d9730d", "#2e8b57", "#8250df", "#bf3989", "#57606a"];

    private const string Style =
        "text{font:12px " + Font + ";fill:#24292f}.title{font-size:14px;font-weight:600}.small{font-size:11px;fill:#57606a}.end{text-anchor:end}.middle{text-anchor:middle}" +
        ".axis{stroke:#d0d7de;stroke-width:1}.grid{stroke:#eaeef2;stroke-width:1}.target{stroke:#24292f;stroke-width:1.5}.targettext{fill:#24292f;font-size:11px;font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:3px}.break{stroke:#7d4e00;stroke-width:1.2;stroke-dasharray:2 3}.breaktext{fill:#7d4e00;font-size:11px}";

    private readonly StringBuilder body = new();

    public void Text(double x, double y, string text, string css = "")
        => body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\"{Class(css)}>{Escape(text)}</text>");

    /// <summary>A text that is cut with … where it is wider than the pixels it is given; a terminal's cell is about 6 of them.</summary>
    public static string Fit(string text, double pixels)
    {
        if (6 * TextTable.Width(text) <= pixels) return text;
        var kept = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (6 * (TextTable.Width(kept.ToString()) + TextTable.Width(rune.ToString()) + 1) > pixels) break;
            kept.Append(rune);
        }
        return kept.Append('…').ToString();
    }

    public void Line(double x1, double y1, double x2, double y2, string css)
        => body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"{Class(css)}/>");

    public void Bar(double x, double y, double width, double height, string colour, string tip)
        => body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(0, width):0.#}\" height=\"{height:0.#}\" rx=\"2\" fill=\"{colour}\"><title>{Escape(tip)}</title></rect>");

    public void Dot(double x, double y, double radius, string colour, string tip, bool hollow = false)
        => body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{(hollow ? "#fff" : colour)}\" stroke=\"{colour}\" stroke-width=\"1.5\"><title>{Escape(tip)}</title></circle>");

    public void Path(IEnumerable<(double X, double Y)> points, string colour, double width = 2)
    {
        body.Append("<path fill=\"none\" stroke=\"").Append(colour).Append(CultureInfo.InvariantCulture, $"\" stroke-width=\"{width:0.#}\" stroke-linejoin=\"round\" d=\"");
        bool pen = false;
        foreach ((double x, double y) in points)
        {
            if (double.IsNaN(y)) { pen = false; continue; }
            body.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{x:0.#} {y:0.#}");
            pen = true;
        }
        body.Append("\"/>");
    }

    /// <summary>Draws what <paramref name="draw"/> draws, moved.</summary>
    public void Group(double x, double y, Action draw)
    {
        body.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x:0.#} {y:0.#})\">");
        draw();
        body.Append("</g>");
    }

    public string Close(int width, int height, string label) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{Escape(label)}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><style>{Style}</style>{body}</svg>");

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Class(string css) => css.Length == 0 ? "" : $" class=\"{css}\"";
}
