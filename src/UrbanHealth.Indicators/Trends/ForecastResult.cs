using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A forecast, or the reason why there is none (预测结果).</summary>
public sealed record ForecastResult
{
    internal ForecastResult() { }

    /// <summary>How the series was to be carried forward.</summary>
    public required ForecastMethod Method { get; init; }

    /// <summary>The forecasts, one a year; empty when refused.</summary>
    public IReadOnlyList<ForecastPoint> Points { get; init; } = [];

    /// <summary>Why there is no forecast, such as <c>trends.series-too-short</c>; null when there is one.</summary>
    public ValidationIssue? Refusal { get; init; }

    /// <summary>True when there is a forecast.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>The confidence of the intervals.</summary>
    public required double Confidence { get; init; }

    /// <summary>How the method would have done on the series itself.</summary>
    public ForecastBacktest Backtest { get; init; } = new(0, double.NaN, double.NaN, double.NaN);

    /// <summary>The grey model and its tests, for <see cref="ForecastMethod.Grey"/> with four or more positive values; else null.</summary>
    public GreyModel? Grey { get; init; }

    /// <summary>A line a forecast, or the reason for none.</summary>
    public override string ToString() => Refusal is not null ? $"no {Method} forecast: {Refusal}"
        : string.Create(CultureInfo.InvariantCulture, $"{Method} forecast, {Confidence * 100:0.##} % intervals; {Backtest}\n{string.Join('\n', Points)}");
}
