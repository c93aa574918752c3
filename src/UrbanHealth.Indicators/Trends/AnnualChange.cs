using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The yearly movement of a series in its own unit (年均变化与波动).</summary>
public static class AnnualChange
{
    /// <summary>The mean annual change (年均变化量): (last − first)/(years between them).</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <returns>The change a year; NaN with fewer than two values.</returns>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static double Mean(ReadOnlySpan<double> years, ReadOnlySpan<double> values)
    {
        TimeSeries.CheckTimes(years, values, rising: true);
        int first = 0, last = values.Length - 1;
        while (first < values.Length && double.IsNaN(values[first])) first++;
        while (last > first && double.IsNaN(values[last])) last--;
        return last <= first ? double.NaN : (values[last] - values[first]) / (years[last] - years[first]);
    }

    /// <summary>How much a series swings (波动性).</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <param name="definition">What is meant by it.</param>
    /// <returns>The volatility; NaN with fewer than three values (two for the coefficient of variation), or where the mean is 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static double Volatility(ReadOnlySpan<double> years, ReadOnlySpan<double> values, VolatilityDefinition definition = VolatilityDefinition.YearlyChanges)
    {
        TimeSeries.CheckTimes(years, values, rising: true);
        var t = new double[values.Length];
        var y = new double[values.Length];
        int n = TimeSeries.Present(years, values, t, y);
        switch (definition)
        {
            case VolatilityDefinition.AboutTrend: return n < 3 ? double.NaN : LinearTrend.Fit(t.AsSpan(0, n), y.AsSpan(0, n)).ResidualError;
            case VolatilityDefinition.CoefficientOfVariation:
                double mean = Sums.Of(y.AsSpan(0, n)) / n;
                return n < 2 || mean == 0 ? double.NaN : Deviation(y.AsSpan(0, n)) / Math.Abs(mean);
            default:
                if (n < 3) return double.NaN;
                for (int i = 0; i + 1 < n; i++) y[i] = (y[i + 1] - y[i]) / (t[i + 1] - t[i]);
                return Deviation(y.AsSpan(0, n - 1));
        }
    }

    /// <summary>The sample standard deviation, two passes.</summary>
    internal static double Deviation(ReadOnlySpan<double> values)
    {
        double mean = Sums.Of(values) / values.Length, sum = 0;
        foreach (double v in values) sum += (v - mean) * (v - mean);
        return Math.Sqrt(sum / (values.Length - 1));
    }
}
