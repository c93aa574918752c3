using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How far figures can be off (测量误差): normal errors, independent from figure to figure.</summary>
/// <remarks>
/// A figure's standard error is the one stated with it (<see cref="ObservationScope.StandardError"/>), else that of its area from a survey, else that of its indicator, else a share of its size. A drawn figure
/// outside what is possible for the indicator is drawn again (a truncated normal); one that is not found within 1,000 tries fails the draw. Figures without an error stay as they are.
/// </remarks>
public sealed record MeasurementError
{
    private const int Tries = 1000, TryBits = 40;

    private MeasurementError() { }

    /// <summary>The standard errors of indicators in their own units, by code, for figures that state none.</summary>
    public IReadOnlyDictionary<string, double> Absolute { get; private init; } = new Dictionary<string, double>();

    /// <summary>The standard errors of indicators as shares of the figure, by code, for figures that state none.</summary>
    public IReadOnlyDictionary<string, double> Relative { get; private init; } = new Dictionary<string, double>();

    /// <summary>The standard errors of single areas' figures in the indicator's unit, by indicator and the area's code or name, for figures that state none.</summary>
    public IReadOnlyDictionary<(string Indicator, string Area), double> OfAreas { get; private init; } = new Dictionary<(string, string), double>();

    /// <summary>The standard error of every other figure as a share of it; 0 by default.</summary>
    public double Share { get; private init; }

    /// <summary>Whether bounds and weights are learned anew from the figures of each draw; false by default: the yardstick stays.</summary>
    public bool RefitsYardstick { get; init; }

    /// <summary>The standard errors stated with the figures.</summary>
    public static MeasurementError Stated() => new();

    /// <summary>The same, and for every figure that states none a share of its size.</summary>
    public MeasurementError Otherwise(double share) => this with { Share = Checked(share) };

    /// <summary>The same, and for an indicator's figures that state none a standard error in its unit.</summary>
    public MeasurementError Of(string indicator, double standardError) => this with { Absolute = new Dictionary<string, double>(Absolute, StringComparer.Ordinal) { [indicator] = Checked(standardError) } };

    /// <summary>The same, and for an indicator's figures that state none a share of the figure.</summary>
    public MeasurementError ShareOf(string indicator, double share) => this with { Relative = new Dictionary<string, double>(Relative, StringComparer.Ordinal) { [indicator] = Checked(share) } };

    /// <summary>The same, and for an indicator whose figures are means of a survey (问卷误差) the standard errors of its estimates, each for the area that the row's domain names.</summary>
    /// <param name="indicator">The indicator that has the means as its figures, on their scale.</param>
    /// <param name="satisfaction">The table by area.</param>
    /// <param name="subject">The subject of the table's rows.</param>
    /// <exception cref="ArgumentException">The table has no row of the subject that could be published.</exception>
    public MeasurementError Survey(string indicator, SatisfactionTable satisfaction, string subject)
    {
        ArgumentNullException.ThrowIfNull(satisfaction);
        var all = new Dictionary<(string, string), double>(OfAreas);
        foreach (SatisfactionRow row in satisfaction)
            if (row.Subject == subject && row.Mean is { } mean && !double.IsNaN(mean.Value)) all[(indicator, row.Domain)] = Checked(mean.StandardError);
        if (all.Count == OfAreas.Count) throw new ArgumentException($"The table has no published mean of {subject}.", nameof(subject));
        return this with { OfAreas = all };
    }

    internal void Check(IndicatorFramework framework)
    {
        foreach (string code in Absolute.Keys.Concat(Relative.Keys).Concat(OfAreas.Keys.Select(k => k.Indicator))) _ = framework[code];
    }

    /// <summary>Throws for an area that the panel lacks: its error would be lost.</summary>
    internal void Check(Panel panel)
    {
        foreach ((string indicator, string area) in OfAreas.Keys)
            if (!panel.HasArea(area)) throw new ArgumentException($"The survey has {area} for {indicator}, and the panel has no such area.", nameof(panel));
    }

    /// <summary>The standard error of every figure: by year, indicator and area; null for a column without any, 0 for a figure without one.</summary>
    internal double[]?[][] ErrorsOf(Panel panel)
    {
        int areas = panel.Areas.Count, indicators = panel.Framework.Indicators.Count;
        var errors = new double[]?[panel.Years.Count][];
        for (int y = 0; y < errors.Length; y++)
        {
            errors[y] = new double[]?[indicators];
            for (int c = 0; c < indicators; c++)
            {
                ReadOnlySpan<double> figures = panel.ColumnAt(y, c).Span;
                var column = new double[areas];
                bool any = false;
                for (int a = 0; a < areas; a++)
                {
                    if (!double.IsNaN(figures[a])) column[a] = ErrorOf(panel, panel.Framework.Indicators[c], a, y, c, figures[a]);
                    any |= column[a] != 0;
                }
                if (any) errors[y][c] = column;
            }
        }
        return errors;
    }

    /// <summary>The panel with errors drawn; null, with the reason, when a figure finds no possible value.</summary>
    internal static Panel? Draw(Panel panel, double[]?[][] errors, Philox random, long draw, out BilingualText? failure)
    {
        failure = null;
        int areas = panel.Areas.Count, indicators = panel.Framework.Indicators.Count;
        var columns = new PanelColumn[panel.Years.Count][];
        var normals = new double[areas];
        for (int y = 0; y < columns.Length; y++)
        {
            columns[y] = new PanelColumn[panel.Codes.Count];
            for (int c = 0; c < columns[y].Length; c++)
            {
                PanelColumn column = columns[y][c] = panel.FullColumnAt(y, c);
                if (c >= indicators || errors[y][c] is not { } sizes) continue;
                Indicator indicator = panel.Framework.Indicators[c];
                double[] drawn = column.Values.ToArray();
                NormalLanes.Fill(random, draw, y * areas * indicators + c, indicators, normals);
                for (int a = 0; a < areas; a++)
                {
                    if (sizes[a] == 0) continue;
                    if (Draw(indicator, drawn[a], sizes[a], normals[a], random, draw, (y * areas + a) * indicators + c) is not { } value)
                    {
                        failure = new($"{panel.Areas[a]} {panel.Years[y]} 年“{indicator.Name}”在可能范围内抽不到数值", $"no possible figure was found for {indicator.Code} of {panel.Areas[a]} in {panel.Years[y]}");
                        return null;
                    }
                    drawn[a] = value;
                }
                columns[y][c] = column with { Values = drawn };
            }
        }
        return new Panel(panel.Framework, panel.Areas, panel.Years, columns, [.. panel.ScopeTable]);
    }

    private double ErrorOf(Panel panel, Indicator indicator, int area, int year, int column, double figure) =>
        panel.ScopeAt(area, year, column)?.StandardError is { } stated ? stated
        : OfAreas.Count > 0 && (OfAreas.TryGetValue((indicator.Code, panel.Areas[area].Code), out double own) || OfAreas.TryGetValue((indicator.Code, panel.Areas[area].Name), out own)) ? own
        : Absolute.TryGetValue(indicator.Code, out double absolute) ? absolute
        : Relative.GetValueOrDefault(indicator.Code, Share) * Math.Abs(figure);

    /// <param name="indicator">The indicator, which says what is possible.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="error">Its standard error.</param>
    /// <param name="first">The normal number of the first try.</param>
    /// <param name="random">Gives those of the others.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="cell">The dimension of the figure.</param>
    private static double? Draw(Indicator indicator, double figure, double error, double first, Philox random, long draw, int cell)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            double x = figure + error * (attempt == 0 ? first : random.Normal(draw + ((long)attempt << TryBits), cell));
            if (!(x < indicator.PossibleMinimum) && !(x > indicator.PossibleMaximum)) return x;
        }
        return null;
    }

    private static double Checked(double x) => x >= 0 && double.IsFinite(x) ? x : throw new ArgumentOutOfRangeException(nameof(x), x, "An error is not negative and finite.");

    /// <summary>Such as <c>errors as stated, 5 % of other figures</c>.</summary>
    public override string ToString()
    {
        string text = "errors as stated";
        foreach (string code in OfAreas.Keys.Select(k => k.Indicator).Distinct().Order(StringComparer.Ordinal)) text += $", of {code} by survey";
        foreach ((string code, double e) in Absolute.OrderBy(p => p.Key, StringComparer.Ordinal)) text += string.Create(CultureInfo.InvariantCulture, $", {e} of {code}");
        foreach ((string code, double e) in Relative.OrderBy(p => p.Key, StringComparer.Ordinal)) text += string.Create(CultureInfo.InvariantCulture, $", {100 * e:0.##} % of {code}");
        if (Share > 0) text += string.Create(CultureInfo.InvariantCulture, $", {100 * Share:0.##} % of other figures");
        return text + (RefitsYardstick ? "; yardstick learned anew" : "");
    }
}
