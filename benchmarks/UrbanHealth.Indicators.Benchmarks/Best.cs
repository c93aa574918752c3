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

    /// <summary>The fastest of many runs of two things in turn, so that what disturbs the machine disturbs both.</summary>
    public static (double First, double Second) InTurn(Action first, Action second, double seconds = 2)
    {
        first();
        second();
        long start = Stopwatch.GetTimestamp();
        double a = double.PositiveInfinity, b = a;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            long t = Stopwatch.GetTimestamp();
            first();
            a = Math.Min(a, Stopwatch.GetElapsedTime(t).TotalNanoseconds);
            t = Stopwatch.GetTimestamp();
            second();
            b = Math.Min(b, Stopwatch.GetElapsedTime(t).TotalNanoseconds);
        }
        return (a, b);
    }
}
