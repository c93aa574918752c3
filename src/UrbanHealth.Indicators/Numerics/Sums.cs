namespace UrbanHealth.Indicators.Numerics;

/// <summary>Sums that keep their digits: compensated after Neumaier (1974), in the order given, so the same bits on every machine.</summary>
internal static class Sums
{
    public static double Of(ReadOnlySpan<double> values)
    {
        double sum = 0, lost = 0;
        foreach (double x in values) Add(ref sum, ref lost, x);
        return sum + lost;
    }

    /// <summary>One step of a compensated sum; the result is <paramref name="sum"/> + <paramref name="lost"/>.</summary>
    public static void Add(ref double sum, ref double lost, double x)
    {
        double t = sum + x;
        lost += Math.Abs(sum) >= Math.Abs(x) ? sum - t + x : x - t + sum;
        sum = t;
    }
}
