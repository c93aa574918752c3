using System.Globalization;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Looks ahead of a yearly series (趋势预测): grey, linear, Holt and drift, each with intervals and its errors on the series itself.</summary>
/// <remarks>
/// A method that is not fit for a series refuses and says why; it does not throw and does not guess. Missing values (NaN) are left out;
/// grey and Holt need equally spaced years and refuse a gap. Intervals assume errors like those so far: with five values they are wide, and honestly so.
/// </remarks>
public static class Forecast
{
    /// <summary>GM(1,1), when the class-ratio test passes and the accuracy is at least barely qualified (灰色预测).</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <param name="horizon">How many steps to look ahead.</param>
    /// <param name="confidence">The confidence of the intervals: ± t·s, s the residual error over n − 3 (n − 1 equations, two coefficients), the same at every step; an approximation.</param>
    /// <param name="background">λ of the background value.</param>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static ForecastResult Grey(ReadOnlySpan<double> years, ReadOnlySpan<double> values, int horizon, double confidence = 0.95, double background = 0.5)
    {
        (double[] t, double[] y) = Prepare(years, values, horizon, confidence);
        if (TooShort(ForecastMethod.Grey, y, 4, confidence) is { } shorter) return shorter;
        if (Uneven(ForecastMethod.Grey, t, confidence) is { } uneven) return uneven;
        if (Array.Exists(y, v => v <= 0)) return Refuse(ForecastMethod.Grey, confidence, "trends.not-positive", "灰色模型要求数值为正", "a grey model needs positive values");
        GreyModel model = GreyModel.Of(y, background);
        ForecastResult? refused = !model.PassesClassRatioTest ? ClassRatio(model, t, confidence)
            : !(model.PosteriorVarianceRatio() is double.NaN) && model.Accuracy == GreyAccuracy.Unqualified ? Refuse(ForecastMethod.Grey, confidence, "trends.grey-model-unqualified",
                string.Create(CultureInfo.InvariantCulture, $"后验差检验不合格：C = {model.PosteriorVarianceRatio():0.000}，P = {model.SmallErrorProbability:0.##}"),
                string.Create(CultureInfo.InvariantCulture, $"the posterior-variance test finds the model unqualified: C = {model.PosteriorVarianceRatio():0.000}, P = {model.SmallErrorProbability:0.##}"))
            : null;
        if (refused is not null) return refused with { Grey = model };
        int freedom = y.Length - 3;
        double s = Math.Sqrt(model.Residuals.Sum(e => e * e) / freedom), margin = s * StudentT.InvCDF(0, 1, freedom, (1 + confidence) / 2), step = t[1] - t[0];
        return new ForecastResult
        {
            Method = ForecastMethod.Grey,
            Confidence = confidence,
            Grey = model,
            Points = [.. Enumerable.Range(1, horizon).Select(h => Point(t[^1] + h * step, model.Predict(y.Length - 1 + h), margin))],
            Backtest = Backtest(4, y, k => GreyModel.Of(y.AsSpan(0, k), background).Predict(k)),
        };
    }

    /// <summary>The least-squares line carried on, with its exact prediction interval (线性外推).</summary>
    /// <inheritdoc cref="Grey" path="/param"/>
    public static ForecastResult Linear(ReadOnlySpan<double> years, ReadOnlySpan<double> values, int horizon, double confidence = 0.95)
    {
        (double[] t, double[] y) = Prepare(years, values, horizon, confidence);
        if (TooShort(ForecastMethod.Linear, y, 3, confidence) is { } shorter) return shorter;
        LinearTrend line = LinearTrend.Fit(t, y);
        double quantile = StudentT.InvCDF(0, 1, y.Length - 2, (1 + confidence) / 2);
        return new ForecastResult
        {
            Method = ForecastMethod.Linear,
            Confidence = confidence,
            Points = [.. Enumerable.Range(1, horizon).Select(h => t[^1] + h).Select(year => Point(year, line.At(year),
                quantile * line.ResidualError * Math.Sqrt(1 + 1.0 / y.Length + (year - line.MeanTime) * (year - line.MeanTime) / line.TimeSpread)))],
            Backtest = Backtest(3, y, k => LinearTrend.Fit(t.AsSpan(0, k), y.AsSpan(0, k)).At(t[k])),
        };
    }

    /// <summary>The last value and the mean annual change (漂移法): a random walk with drift.</summary>
    /// <remarks>The variance a year is that of the changes about the drift, Σ (Δy − bΔt)²/Δt over the changes less one; h years ahead it is s²h(1 + h/span). Source: Hyndman &amp; Athanasopoulos (2021), 5.5.</remarks>
    /// <inheritdoc cref="Grey" path="/param"/>
    public static ForecastResult Drift(ReadOnlySpan<double> years, ReadOnlySpan<double> values, int horizon, double confidence = 0.95)
    {
        (double[] t, double[] y) = Prepare(years, values, horizon, confidence);
        if (TooShort(ForecastMethod.Drift, y, 3, confidence) is { } shorter) return shorter;
        double span = t[^1] - t[0], drift = (y[^1] - y[0]) / span, sum = 0;
        for (int i = 1; i < y.Length; i++)
        {
            double dt = t[i] - t[i - 1], e = y[i] - y[i - 1] - drift * dt;
            sum += e * e / dt;
        }
        double s = Math.Sqrt(sum / (y.Length - 2)), quantile = StudentT.InvCDF(0, 1, y.Length - 2, (1 + confidence) / 2);
        return new ForecastResult
        {
            Method = ForecastMethod.Drift,
            Confidence = confidence,
            Points = [.. Enumerable.Range(1, horizon).Select(h => Point(t[^1] + h, y[^1] + h * drift, quantile * s * Math.Sqrt(h * (1 + h / span))))],
            Backtest = Backtest(2, y, k => y[k - 1] + (y[k - 1] - y[0]) / (t[k - 1] - t[0]) * (t[k] - t[k - 1])),
        };
    }

    /// <summary>Holt's linear smoothing (霍尔特线性趋势).</summary>
    /// <remarks>
    /// Level y₁ and trend y₂ − y₁ to begin with; both constants from a grid of 0.05 by the least sum of squared one-step errors, unless given. The variance h
    /// steps ahead is s²[1 + (h − 1)(α² + αβ'h + β'²h(2h − 1)/6)], β' = αβ. Source: Holt (1957); Hyndman et al. (2008), table 6.1.
    /// </remarks>
    /// <param name="years">The years, rising and equally spaced.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <param name="horizon">How many steps to look ahead.</param>
    /// <param name="confidence">The confidence of the intervals (normal).</param>
    /// <param name="alpha">The smoothing of the level, 0 to 1; found when not given.</param>
    /// <param name="beta">The smoothing of the trend, 0 to 1; found when not given.</param>
    public static ForecastResult Holt(ReadOnlySpan<double> years, ReadOnlySpan<double> values, int horizon, double confidence = 0.95, double? alpha = null, double? beta = null)
    {
        (double[] t, double[] y) = Prepare(years, values, horizon, confidence);
        if (alpha is not (null or (>= 0 and <= 1))) throw new ArgumentOutOfRangeException(nameof(alpha));
        if (beta is not (null or (>= 0 and <= 1))) throw new ArgumentOutOfRangeException(nameof(beta));
        if (TooShort(ForecastMethod.Holt, y, 5, confidence) is { } shorter) return shorter;
        if (Uneven(ForecastMethod.Holt, t, confidence) is { } uneven) return uneven;
        (double a, double b) = Fit(y, alpha, beta);
        (double level, double trend, double squares) = Smooth(y, a, b);
        double s = Math.Sqrt(squares / (y.Length - 2)), quantile = Normal.InvCDF(0, 1, (1 + confidence) / 2), ab = a * b, step = t[1] - t[0];
        return new ForecastResult
        {
            Method = ForecastMethod.Holt,
            Confidence = confidence,
            Points = [.. Enumerable.Range(1, horizon).Select(h => Point(t[^1] + h * step, level + h * trend, quantile * s * Math.Sqrt(1 + (h - 1) * (a * a + a * ab * h + ab * ab * h * (2 * h - 1) / 6.0))))],
            Backtest = Backtest(4, y, k =>
            {
                (double ka, double kb) = Fit(y.AsSpan(0, k), alpha, beta);
                (double kl, double kt, _) = Smooth(y.AsSpan(0, k), ka, kb);
                return kl + kt;
            }),
        };
    }

    private static (double, double) Fit(ReadOnlySpan<double> y, double? alpha, double? beta)
    {
        (double A, double B, double Squares) best = (alpha ?? 0, beta ?? 0, double.PositiveInfinity);
        for (int i = alpha is null ? 1 : 20; i <= 20; i++)
            for (int j = beta is null ? 0 : 20; j <= 20; j++)
            {
                double a = alpha ?? i / 20.0, b = beta ?? j / 20.0, squares = Smooth(y, a, b).Squares;
                if (squares < best.Squares) best = (a, b, squares);
            }
        return (best.A, best.B);
    }

    private static (double Level, double Trend, double Squares) Smooth(ReadOnlySpan<double> y, double alpha, double beta)
    {
        double level = y[0], trend = y[1] - y[0], squares = 0;
        for (int i = 1; i < y.Length; i++)
        {
            double e = y[i] - level - trend, before = level;
            squares += e * e;
            level += trend + alpha * e;
            trend += beta * (level - before - trend);
        }
        return (level, trend, squares);
    }

    private static ForecastBacktest Backtest(int shortest, double[] y, Func<int, double> next)
    {
        var pairs = new List<(double, double)>();
        for (int k = shortest; k < y.Length; k++) pairs.Add((next(k), y[k]));
        return ForecastBacktest.Of(pairs);
    }

    private static (double[] Times, double[] Values) Prepare(ReadOnlySpan<double> years, ReadOnlySpan<double> values, int horizon, double confidence)
    {
        TimeSeries.CheckTimes(years, values, rising: true);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        var t = new double[values.Length];
        var y = new double[values.Length];
        int n = TimeSeries.Present(years, values, t, y);
        return (t[..n], y[..n]);
    }

    private static ForecastPoint Point(double year, double value, double margin) => new(year, value, value - margin, value + margin);

    private static ForecastResult? TooShort(ForecastMethod method, double[] y, int least, double confidence) => y.Length >= least ? null
        : Refuse(method, confidence, "trends.series-too-short", $"序列只有 {y.Length} 个数值，至少需要 {least} 个", $"the series has {y.Length} value(s) and at least {least} are needed");

    private static ForecastResult? Uneven(ForecastMethod method, double[] t, double confidence)
    {
        for (int i = 2; i < t.Length; i++)
            if (Math.Abs(t[i] - t[i - 1] - (t[1] - t[0])) > 1e-9) return Refuse(method, confidence, "trends.uneven-years", "年份间隔不等，有缺失年份", "the years are not equally spaced: one is missing");
        return null;
    }

    private static ForecastResult ClassRatio(GreyModel model, double[] t, double confidence)
    {
        (double lower, double upper) = model.ClassRatioBounds;
        int k = 0;
        while (model.ClassRatios[k] > lower && model.ClassRatios[k] < upper) k++;
        string ratio = model.ClassRatios[k].ToString("G4", CultureInfo.InvariantCulture), year = t[k + 1].ToString(CultureInfo.InvariantCulture);
        string range = string.Create(CultureInfo.InvariantCulture, $"{lower:0.0000} … {upper:0.0000}");
        return Refuse(ForecastMethod.Grey, confidence, "trends.class-ratio-fails", $"级比检验未通过：{year} 年级比 {ratio} 不在 {range} 内", $"the class-ratio test fails: {ratio} in {year} is not within {range}");
    }

    private static ForecastResult Refuse(ForecastMethod method, double confidence, string code, string chinese, string english) =>
        new() { Method = method, Confidence = confidence, Refusal = new ValidationIssue(code, Severity.Warning, Place.Whole, new BilingualText(chinese, english)) };
}
