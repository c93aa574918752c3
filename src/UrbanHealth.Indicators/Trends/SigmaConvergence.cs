using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Whether areas grow more alike (σ 收敛): the spread over areas, year by year, and its trend.</summary>
/// <remarks>Source: Barro &amp; Sala-i-Martin (1992). Standard deviations are of the sample. An area without a value in a year is left out of that year.</remarks>
public sealed record SigmaConvergence
{
    private SigmaConvergence() { }

    /// <summary>How the spread is measured.</summary>
    public required DispersionMeasure Measure { get; init; }

    /// <summary>The spread of each year; NaN where it is undefined.</summary>
    public required IReadOnlyList<double> Dispersions { get; init; }

    /// <summary>The least-squares trend of the spread.</summary>
    public required LinearTrend Trend { get; init; }

    /// <summary>The Mann-Kendall test of the spread.</summary>
    public required MannKendall Test { get; init; }

    /// <summary>True when the spread falls (not whether surely so; see <see cref="Test"/>).</summary>
    public bool Converges => Trend.Slope < 0;

    /// <summary>The spread of areas over years.</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">Rows are areas, columns the years; NaN is missing.</param>
    /// <param name="measure">How the spread is measured.</param>
    /// <exception cref="ArgumentException">The years do not fit the columns, or a value is one the measure is not defined for.</exception>
    public static SigmaConvergence Of(ReadOnlySpan<double> years, Matrix values, DispersionMeasure measure = DispersionMeasure.CoefficientOfVariation)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (years.Length != values.Columns) throw new ArgumentException("One year for each column is needed.", nameof(years));
        var spread = new double[years.Length];
        for (int j = 0; j < spread.Length; j++) spread[j] = Dispersion(values.Column(j), measure);
        return new SigmaConvergence { Measure = measure, Dispersions = spread, Trend = LinearTrend.Of(years, spread), Test = MannKendall.Of(spread) };
    }

    /// <summary>The spread of one year; NaN with fewer than two values.</summary>
    /// <exception cref="ArgumentException">A value is one the measure is not defined for.</exception>
    public static double Dispersion(ReadOnlySpan<double> values, DispersionMeasure measure)
    {
        TimeSeries.CheckValues(values);
        var x = new double[values.Length];
        int n = TimeSeries.Present(values, x);
        Array.Resize(ref x, n);
        if (n < 2) return double.NaN;
        switch (measure)
        {
            case DispersionMeasure.Range: return x.Max() - x.Min();
            case DispersionMeasure.Gini: return Inequality.Gini(x);
            case DispersionMeasure.TheilT: return Inequality.TheilT(x);
            case DispersionMeasure.LogDeviation:
                for (int i = 0; i < n; i++) x[i] = x[i] > 0 ? ElementaryFunctions.Log(x[i]) : throw new ArgumentException("A logarithm needs positive values.", nameof(values));
                return AnnualChange.Deviation(x);
            default:
                double mean = Sums.Of(x) / n;
                return mean == 0 ? double.NaN : AnnualChange.Deviation(x) / Math.Abs(mean);
        }
    }

    /// <summary>Such as <c>spread 0.31, 0.29, 0.27: -0.02 a year</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"spread {string.Join(", ", Dispersions.Select(d => d.ToString("G3", CultureInfo.InvariantCulture)))}: {Trend.Slope:+0.####;-0.####;0} a year");
}
