namespace UrbanHealth.Indicators.Numerics;

/// <summary>What every statistic of a series does first: drop what is missing and check the times.</summary>
internal static class TimeSeries
{
    /// <summary>Copies the present values; returns how many.</summary>
    public static int Present(ReadOnlySpan<double> values, Span<double> present)
    {
        int n = 0;
        foreach (double v in values) if (!double.IsNaN(v)) present[n++] = v;
        return n;
    }

    /// <summary>Copies the present values with their times; returns how many.</summary>
    public static int Present(ReadOnlySpan<double> times, ReadOnlySpan<double> values, Span<double> presentTimes, Span<double> present)
    {
        int n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            presentTimes[n] = times[i];
            present[n++] = values[i];
        }
        return n;
    }

    public static void CheckValues(ReadOnlySpan<double> values)
    {
        foreach (double v in values) if (double.IsInfinity(v)) throw new ArgumentException("A value is infinite.", nameof(values));
    }

    public static void CheckTimes(ReadOnlySpan<double> times, ReadOnlySpan<double> values, bool rising)
    {
        if (times.Length != values.Length) throw new ArgumentException("One time for each value is needed.", nameof(times));
        for (int i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i])) throw new ArgumentException("A time is not a finite number.", nameof(times));
            if (rising && i > 0 && times[i] <= times[i - 1]) throw new ArgumentException("The times do not rise.", nameof(times));
        }
        CheckValues(values);
    }

    /// <summary>The times 0, 1, 2 …</summary>
    public static void Count(Span<double> times)
    {
        for (int i = 0; i < times.Length; i++) times[i] = i;
    }

    /// <summary>The median of a sorted series.</summary>
    public static double MedianOfSorted(ReadOnlySpan<double> sorted)
    {
        int n = sorted.Length;
        if (n == 0) return double.NaN;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /// <summary>The autocorrelation at a lag: Σ yᵢyᵢ₊ₖ / Σ yᵢ², y about its mean.</summary>
    public static double Autocorrelation(ReadOnlySpan<double> values, int lag)
    {
        double mean = Sums.Of(values) / values.Length;
        double top = 0, topLost = 0, bottom = 0, bottomLost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double y = values[i] - mean;
            Sums.Add(ref bottom, ref bottomLost, y * y);
            if (i + lag < values.Length) Sums.Add(ref top, ref topLost, y * (values[i + lag] - mean));
        }
        return (top + topLost) / (bottom + bottomLost);
    }

    /// <summary>Mean ranks, 1 for the smallest.</summary>
    public static void MeanRanks(ReadOnlySpan<double> values, Span<double> ranks)
    {
        int n = values.Length;
        double[] sorted = values.ToArray();
        var order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Array.Sort(sorted, order);
        for (int i = 0; i < n;)
        {
            int j = i + 1;
            while (j < n && sorted[j] == sorted[i]) j++;
            for (int k = i; k < j; k++) ranks[order[k]] = (i + 1 + j) / 2.0;
            i = j;
        }
    }
}
