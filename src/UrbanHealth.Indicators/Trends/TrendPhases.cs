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
        int first = -1, last = -1, n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (first < 0) first = i;
            last = i;
            n++;
        }
        if (n < 3) return new TrendPhases(TrendPhase.Unknown, double.NaN, double.NaN, double.NaN);
        double middle = (years[first] + years[last]) / 2;
        int turn = -1;
        for (int i = first + 1; i < last; i++)
            if (!double.IsNaN(values[i]) && (turn < 0 || Math.Abs(years[i] - middle) < Math.Abs(years[turn] - middle))) turn = i;
        double earlier = (values[turn] - values[first]) / (years[turn] - years[first]);
        double later = (values[last] - values[turn]) / (years[last] - years[turn]);
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
