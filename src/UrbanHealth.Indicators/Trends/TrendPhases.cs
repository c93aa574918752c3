using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Splits a series in two at its middle and compares the yearly rates of the halves (趋势阶段判定).</summary>
/// <param name="Phase">What the halves say.</param>
/// <param name="EarlierRate">The mean annual change up to <paramref name="Turn"/>; NaN when unknown.</param>
/// <param name="LaterRate">The mean annual change from <paramref name="Turn"/> on; NaN when unknown.</param>
/// <param name="Turn">The year the halves share: the observed year nearest to the middle of the time covered, the earlier of two; NaN when unknown.</param>
/// <remarks>
/// A rate within the tolerance is still. Both still: flat. Opposite signs: reversing. One still: accelerating when it is the earlier half,
/// slowing when it is the later. Else the larger rate is compared with <c>ratio</c> times the smaller: beyond it accelerating or slowing, within it steady.
/// </remarks>
public readonly record struct TrendPhases(TrendPhase Phase, double EarlierRate, double LaterRate, double Turn)
{
    /// <summary>The phases of a series.</summary>
    /// <param name="years">The years, rising.</param>
    /// <param name="values">One value a year; NaN is missing.</param>
    /// <param name="tolerance">A yearly rate up to this counts as still; 0 by default.</param>
    /// <param name="ratio">How many times faster one half must be than the other to be called faster; 1.5 by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, the years do not rise or a value is infinite.</exception>
    public static TrendPhases Of(ReadOnlySpan<double> years, ReadOnlySpan<double> values, double tolerance = 0, double ratio = 1.5)
    {
        TimeSeries.CheckTimes(years, values, rising: true);
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance));
        if (!(ratio >= 1)) throw new ArgumentOutOfRangeException(nameof(ratio));
        var t = new double[values.Length];
        var y = new double[values.Length];
        int n = TimeSeries.Present(years, values, t, y);
        return Split(t.AsSpan(0, n), y.AsSpan(0, n), tolerance, ratio);
    }

    /// <summary>The phases of present values.</summary>
    internal static TrendPhases Split(ReadOnlySpan<double> years, ReadOnlySpan<double> values, double tolerance, double ratio)
    {
        if (values.Length < 3) return new TrendPhases(TrendPhase.Unknown, double.NaN, double.NaN, double.NaN);
        double middle = (years[0] + years[^1]) / 2;
        int turn = 1;
        for (int i = 2; i < values.Length - 1; i++)
            if (Math.Abs(years[i] - middle) < Math.Abs(years[turn] - middle)) turn = i;
        double earlier = (values[turn] - values[0]) / (years[turn] - years[0]);
        double later = (values[^1] - values[turn]) / (years[^1] - years[turn]);
        return new TrendPhases(Compare(earlier, later, tolerance, ratio), earlier, later, years[turn]);
    }

    private static TrendPhase Compare(double earlier, double later, double tolerance, double ratio)
    {
        double a = Math.Abs(earlier), b = Math.Abs(later);
        if (a <= tolerance && b <= tolerance) return TrendPhase.Flat;
        if (a <= tolerance) return TrendPhase.Accelerating;
        if (b <= tolerance) return TrendPhase.Slowing;
        if (earlier > 0 != later > 0) return TrendPhase.Reversing;
        return b > ratio * a ? TrendPhase.Accelerating : a > ratio * b ? TrendPhase.Slowing : TrendPhase.Steady;
    }
}
