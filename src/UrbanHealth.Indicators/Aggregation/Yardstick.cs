using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The best and worst score of each column, as the distance methods learn them; NaN for a column without a score.</summary>
internal static class Yardstick
{
    public static (double[] Best, double[] Worst) Of(ExactMoments[] scores) =>
        (Array.ConvertAll(scores, c => c.Count > 0 ? c.Maximum : double.NaN), Array.ConvertAll(scores, c => c.Count > 0 ? c.Minimum : double.NaN));

    /// <summary>How far x lies from the best towards the worst, 0…1 between them; where both are one, 0 there and NaN elsewhere.</summary>
    public static double Distance(double x, double best, double worst) =>
        best == worst ? x == best ? 0 : double.NaN : (best - x) / (best - worst);
}
