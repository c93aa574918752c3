using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How far figures can be off (测量误差): normal errors, independent from figure to figure.</summary>
/// <remarks>
/// A figure's standard error is the one stated with it (<see cref="ObservationScope.StandardError"/>), else that of its indicator, else a share of its size. A drawn figure
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

    internal void Check(IndicatorFramework framework)
    {
        foreach (string code in Absolute.Keys.Concat(Relative.Keys)) _ = framework[code];
    }

    /// <summary>The panel with errors drawn; null, with the reason, when a figure finds no possible value.</summary>
    internal Panel? Draw(Panel panel, Philox random, long draw, out BilingualText? failure)
    {
        failure = null;
        int areas = panel.Areas.Count, indicators = panel.Framework.Indicators.Count;
        var columns = new PanelColumn[panel.Years.Count][];
        for (int y = 0; y < columns.Length; y++)
        {
            columns[y] = new PanelColumn[panel.Codes.Count];
            for (int c = 0; c < columns[y].Length; c++)
            {
                PanelColumn column = columns[y][c] = panel.FullColumnAt(y, c);
                if (c >= indicators) continue;
                Indicator indicator = panel.Framework.Indicators[c];
                double[]? drawn = null;
                for (int a = 0; a < areas; a++)
                {
                    double x = column.Values.Span[a], error = double.IsNaN(x) ? 0 : ErrorOf(panel, indicator, a, y, c, x);
                    if (error == 0) continue;
                    double? value = Draw(indicator, x, error, random, draw, (y * areas + a) * indicators + c);
                    if (value is null)
                    {
                        failure = new($"{panel.Areas[a]} {panel.Years[y]} 年“{indicator.Name}”在可能范围内抽不到数值", $"no possible figure was found for {indicator.Code} of {panel.Areas[a]} in {panel.Years[y]}");
                        return null;
                    }
                    drawn ??= column.Values.ToArray();
                    drawn[a] = value.Value;
                }
                if (drawn is not null) columns[y][c] = column with { Values = drawn };
            }
        }
        return new Panel(panel.Framework, panel.Areas, panel.Years, columns, [.. panel.ScopeTable]);
    }

    private double ErrorOf(Panel panel, Indicator indicator, int area, int year, int column, double figure) =>
        panel.ScopeAt(area, year, column)?.StandardError is { } stated ? stated
        : Absolute.TryGetValue(indicator.Code, out double absolute) ? absolute
        : Relative.GetValueOrDefault(indicator.Code, Share) * Math.Abs(figure);

    private static double? Draw(Indicator indicator, double figure, double error, Philox random, long draw, int cell)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            double x = figure + error * random.Normal(draw + ((long)attempt << TryBits), cell);
            if (!(x < indicator.PossibleMinimum) && !(x > indicator.PossibleMaximum)) return x;
        }
        return null;
    }

    private static double Checked(double x) => x >= 0 && double.IsFinite(x) ? x : throw new ArgumentOutOfRangeException(nameof(x), x, "An error is not negative and finite.");

    /// <summary>Such as <c>errors as stated, 5 % of other figures</c>.</summary>
    public override string ToString()
    {
        string text = "errors as stated";
        foreach ((string code, double e) in Absolute.OrderBy(p => p.Key, StringComparer.Ordinal)) text += string.Create(CultureInfo.InvariantCulture, $", {e} of {code}");
        foreach ((string code, double e) in Relative.OrderBy(p => p.Key, StringComparer.Ordinal)) text += string.Create(CultureInfo.InvariantCulture, $", {100 * e:0.##} % of {code}");
        if (Share > 0) text += string.Create(CultureInfo.InvariantCulture, $", {100 * Share:0.##} % of other figures");
        return text + (RefitsYardstick ? "; yardstick learned anew" : "");
    }
}
