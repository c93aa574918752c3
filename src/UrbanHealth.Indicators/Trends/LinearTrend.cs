using System.Globalization;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The least-squares line through a series (线性趋势, OLS), with the error of its slope.</summary>
/// <remarks>
/// y = a + b·t; the residual variance divides by n − 2. Missing values (NaN) are left out and the times kept. With two values the line
/// is exact and its error NaN; with fewer than two different times everything is NaN.
/// </remarks>
public readonly record struct LinearTrend
{
    /// <summary>The number of values.</summary>
    public required int Count { get; init; }

    /// <summary>The slope in units a year.</summary>
    public required double Slope { get; init; }

    /// <summary>The value of the line at <see cref="MeanTime"/>, the mean of the values.</summary>
    public required double MeanValue { get; init; }

    /// <summary>The mean of the times.</summary>
    public required double MeanTime { get; init; }

    /// <summary>Σ (t − mean)².</summary>
    public required double TimeSpread { get; init; }

    /// <summary>The residual standard deviation; NaN with two values.</summary>
    public required double ResidualError { get; init; }

    /// <summary>The share of the variance the line explains; NaN when the values are all the same.</summary>
    public required double RSquared { get; init; }

    /// <summary>The value of the line at time 0.</summary>
    public double Intercept => MeanValue - Slope * MeanTime;

    /// <summary>The standard error of the slope; NaN with two values.</summary>
    public double SlopeError => ResidualError / Math.Sqrt(TimeSpread);

    /// <summary>Slope over its error; NaN with two values or on a flat line without error.</summary>
    public double T => Slope / SlopeError;

    /// <summary>The two-sided p-value of the slope by Student's t with n − 2 degrees of freedom; NaN where <see cref="T"/> is.</summary>
    public double PValue => Count < 3 || double.IsNaN(T) ? double.NaN : double.IsInfinity(T) ? 0 : 2 * StudentT.CDF(0, 1, Count - 2, -Math.Abs(T));

    /// <summary>The value of the line at a time.</summary>
    public double At(double time) => MeanValue + Slope * (time - MeanTime);

    /// <summary>The line through equally spaced values at 0, 1, 2 …</summary>
    public static LinearTrend Of(ReadOnlySpan<double> values)
    {
        var times = new double[values.Length];
        TimeSeries.Count(times);
        return Of(times, values);
    }

    /// <summary>The line through values at given times.</summary>
    /// <param name="times">The times, in any order.</param>
    /// <param name="values">One value a time; NaN is missing.</param>
    /// <exception cref="ArgumentException">The lengths differ, a time is not finite or a value is infinite.</exception>
    public static LinearTrend Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        TimeSeries.CheckTimes(times, values, rising: false);
        return Fit(times, values);
    }

    internal static LinearTrend Fit(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        int n = 0;
        double timeSum = 0, timeLost = 0, sum = 0, lost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            Sums.Add(ref timeSum, ref timeLost, times[i]);
            Sums.Add(ref sum, ref lost, values[i]);
            n++;
        }
        double meanTime = (timeSum + timeLost) / n, mean = (sum + lost) / n;
        double tt = 0, ty = 0, yy = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            double t = times[i] - meanTime, y = values[i] - mean;
            tt += t * t;
            ty += t * y;
            yy += y * y;
        }
        double slope = n < 2 || tt == 0 ? double.NaN : ty / tt;
        double rest = 0; // from the residuals themselves: yy − b·ty would lose the digits
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            double e = values[i] - mean - slope * (times[i] - meanTime);
            rest += e * e;
        }
        return new LinearTrend
        {
            Count = n,
            Slope = slope,
            MeanValue = mean,
            MeanTime = meanTime,
            TimeSpread = tt,
            ResidualError = n < 3 ? double.NaN : Math.Sqrt(rest / (n - 2)),
            RSquared = yy == 0 ? double.NaN : 1 - rest / yy,
        };
    }

    /// <summary>Such as <c>linear trend -2.714 a year (± 0.5216), R² = 0.217, p = 0.0000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"linear trend {Slope:G4} a year (± {SlopeError:G4}), R² = {RSquared:0.000}, p = {PValue:0.0000}");
}
