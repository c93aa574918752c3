using System.Diagnostics;

namespace UrbanHealth.Indicators.Benchmarks;

internal static class Best
{
    /// <summary>Nanoseconds of the fastest of many runs, repeated so that each measured stretch is long enough to be read off the clock.</summary>
    public static double Of(Action work, double seconds = 0.6)
    {
        work();
        long start = Stopwatch.GetTimestamp();
        double best = double.PositiveInfinity;
        int repeats = 1;
        for (int runs = 0; runs < 5 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; runs++)
        {
            long t = Stopwatch.GetTimestamp();
            for (int k = 0; k < repeats; k++) work();
            double elapsed = Stopwatch.GetElapsedTime(t).TotalNanoseconds;
            best = Math.Min(best, elapsed / repeats);
            if (elapsed < 2e6 && repeats < 1_000_000) repeats *= 2;
        }
        return best;
    }
}
