using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Pettitt's test for one change of level (佩蒂特突变点检验).</summary>
/// <remarks>
/// Uₜ = Σ sign(xᵢ − xⱼ) over i ≤ t &lt; j; K = max |Uₜ|. Source: Pettitt (1979), Applied Statistics 28, 126. The p-value is an
/// approximation, good for p below 0.5 and for more than about ten values; it is clipped to 1. Missing values (NaN) are left out, and the
/// place of the change is counted in the values as given.
/// </remarks>
public sealed record PettittTest
{
    private PettittTest() { }

    /// <summary>The number of values.</summary>
    public required int Count { get; init; }

    /// <summary>K, the largest |Uₜ|.</summary>
    public required double K { get; init; }

    /// <summary>The place, from 0 in the values as given, of the last value before the change; the first one where several are equal; −1 with fewer than two values.</summary>
    public required int LastIndexBefore { get; init; }

    /// <summary>The approximate p-value, at most 1.</summary>
    public required double PValue { get; init; }

    /// <summary>Uₜ for each value that is present; the last is 0.</summary>
    public required IReadOnlyList<double> U { get; init; }

    /// <summary>Tests a series in the order of time.</summary>
    /// <param name="values">The values; NaN is missing and left out.</param>
    /// <param name="approximation">Which approximation of the p-value.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static PettittTest Of(ReadOnlySpan<double> values, PettittApproximation approximation = PettittApproximation.CubePlusSquare)
    {
        TimeSeries.CheckValues(values);
        var x = new double[values.Length];
        var place = new int[values.Length];
        int n = 0;
        for (int i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i])) { place[n] = i; x[n++] = values[i]; }
        var u = new double[n];
        double running = 0, k = 0;
        int last = -1;
        for (int t = 0; t < n; t++)
        {
            for (int j = 0; j < n; j++) running += (x[t] > x[j] ? 1 : 0) - (x[t] < x[j] ? 1 : 0);
            u[t] = running;
            if (t < n - 1 && (last < 0 || Math.Abs(running) > k)) { k = Math.Abs(running); last = place[t]; }
        }
        double cube = (double)n * n * n, square = (double)n * n;
        double scale = approximation == PettittApproximation.CubePlusSquare ? cube + square : cube - square;
        return new PettittTest { Count = n, K = k, LastIndexBefore = last, U = u, PValue = n < 2 ? 1 : Math.Min(1, 2 * ElementaryFunctions.Exp(-6 * k * k / scale)) };
    }

    /// <summary>Such as <c>Pettitt n = 40, K = 232, change after place 16, p = 0.0146</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Pettitt n = {Count}, K = {K:0}, change after place {LastIndexBefore}, p = {PValue:0.0000}");
}
