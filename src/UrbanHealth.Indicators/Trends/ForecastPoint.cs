using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One forecast value with its prediction interval (预测值与预测区间).</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The forecast.</param>
/// <param name="Lower">The lower end; NaN where there are too few values for an error.</param>
/// <param name="Upper">The upper end; NaN where there are too few values for an error.</param>
public readonly record struct ForecastPoint(double Year, double Value, double Lower, double Upper)
{
    /// <summary>Such as <c>2024: 251.9 (245.1 to 258.8)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}: {Value:G6} ({Lower:G6} to {Upper:G6})");
}
