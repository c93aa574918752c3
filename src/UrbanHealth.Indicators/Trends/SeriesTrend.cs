using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>All that five years say of one series at once (序列趋势).</summary>
/// <remarks>The same figures as <see cref="MannKendall"/>, <see cref="Indicators.SenSlope"/> (rounded ranks), <see cref="LinearTrend"/>, <see cref="CompoundRate"/> by the level method, <see cref="AnnualChange"/> and <see cref="TrendPhases"/> with their defaults, in one pass and without allocation.</remarks>
public readonly record struct SeriesTrend
{
    /// <summary>The number of values that counted.</summary>
    public required int Count { get; init; }

    /// <summary>The first year with a value; 0 without one.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last year with a value; 0 without one.</summary>
    public required int LastYear { get; init; }

    /// <summary>The first value; NaN without one.</summary>
    public required double First { get; init; }

    /// <summary>The last value; NaN without one.</summary>
    public required double Last { get; init; }

    /// <summary>The mean yearly growth by the level method, as a fraction; NaN where it is undefined.</summary>
    public required double CompoundRate { get; init; }

    /// <summary>Sen's slope a year; NaN with fewer than two values.</summary>
    public required double SenSlope { get; init; }

    /// <summary>The lower end of its interval; −∞ where so few values allow none.</summary>
    public required double SenLower { get; init; }

    /// <summary>The upper end of its interval; +∞ where so few values allow none.</summary>
    public required double SenUpper { get; init; }

    /// <summary>The least-squares line.</summary>
    public required LinearTrend Line { get; init; }

    /// <summary>Mann-Kendall's S.</summary>
    public required int S { get; init; }

    /// <summary>Its two-sided p-value, exact up to 20 values; 1 with fewer than two.</summary>
    public required double PValue { get; init; }

    /// <summary>Spearman's correlation with time; NaN with fewer than two values or only ties.</summary>
    public required double Spearman { get; init; }

    /// <summary>The standard deviation of the yearly changes; NaN with fewer than three values.</summary>
    public required double Volatility { get; init; }

    /// <summary>Steady, accelerating, reversing …</summary>
    public required TrendPhase Phase { get; init; }

    /// <summary>(last − first)/(years between); NaN with fewer than two values.</summary>
    public double MeanAnnualChange => Count < 2 ? double.NaN : (Last - First) / (LastYear - FirstYear);

    /// <summary>All statistics of a series.</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <param name="confidence">The confidence of Sen's interval.</param>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static SeriesTrend Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, double confidence = 0.95)
    {
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        var t = new double[years.Length];
        for (int i = 0; i < t.Length; i++) t[i] = years[i];
        TimeSeries.CheckTimes(t, values, rising: true);
        return new SeriesKernel(years.Length, confidence).Compute(t, values);
    }

    /// <summary>Such as <c>2019-2023: 30 → 40, +2.5 a year, Sen 2.5 (1.8 to 3), p = 0.0167, Steady</c>.</summary>
    public override string ToString() => Count == 0 ? "no values"
        : string.Create(CultureInfo.InvariantCulture, $"{FirstYear}-{LastYear}: {First:0.####} → {Last:0.####}, {MeanAnnualChange:+0.####;-0.####;0} a year, Sen {SenSlope:0.####} ({Bound(SenLower)} to {Bound(SenUpper)}), p = {PValue:0.0000}, {Phase}");

    private static string Bound(double v) => double.IsInfinity(v) ? v > 0 ? "∞" : "−∞" : v.ToString("0.####", CultureInfo.InvariantCulture);
}
