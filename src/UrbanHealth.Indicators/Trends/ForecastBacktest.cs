using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How a method would have done on the series itself (回测误差): each value forecast from those before it, one step ahead.</summary>
/// <param name="Count">How many values could be forecast so.</param>
/// <param name="MeanAbsoluteError">The mean of |forecast − observed|; NaN for none.</param>
/// <param name="RootMeanSquareError">The root of the mean square; NaN for none.</param>
/// <param name="MeanAbsolutePercentageError">The mean of |forecast − observed|/|observed|, as a fraction; NaN for none or where a value is 0.</param>
public readonly record struct ForecastBacktest(int Count, double MeanAbsoluteError, double RootMeanSquareError, double MeanAbsolutePercentageError)
{
    internal static ForecastBacktest Of(IReadOnlyList<(double Forecast, double Observed)> pairs)
    {
        if (pairs.Count == 0) return new ForecastBacktest(0, double.NaN, double.NaN, double.NaN);
        return new ForecastBacktest(pairs.Count, pairs.Average(p => Math.Abs(p.Forecast - p.Observed)), Math.Sqrt(pairs.Average(p => (p.Forecast - p.Observed) * (p.Forecast - p.Observed))),
            pairs.Any(p => p.Observed == 0) ? double.NaN : pairs.Average(p => Math.Abs((p.Forecast - p.Observed) / p.Observed)));
    }

    /// <summary>Such as <c>2 one-step errors, mean 1.2, 0.7 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} one-step error(s), mean {MeanAbsoluteError:G4}{(double.IsNaN(MeanAbsolutePercentageError) ? "" : string.Create(CultureInfo.InvariantCulture, $", {MeanAbsolutePercentageError * 100:0.0} %"))}");
}
