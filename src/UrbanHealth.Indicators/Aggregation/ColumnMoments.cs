using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Mean and spread of present numbers, in two passes with compensated sums.</summary>
internal static class ColumnMoments
{
    /// <summary>NaN is left out; the deviation of fewer than two numbers is NaN for a sample.</summary>
    public static (double Mean, double Deviation) Of(ReadOnlySpan<double> values, bool sample)
    {
        double sum = 0, lost = 0;
        int n = 0;
        foreach (double x in values)
        {
            if (double.IsNaN(x)) continue;
            Sums.Add(ref sum, ref lost, x);
            n++;
        }
        double mean = (sum + lost) / n;
        sum = lost = 0;
        foreach (double x in values)
            if (!double.IsNaN(x)) Sums.Add(ref sum, ref lost, (x - mean) * (x - mean));
        return (mean, Math.Sqrt((sum + lost) / (sample ? n - 1 : n)));
    }
}
