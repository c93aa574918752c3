namespace UrbanHealth.Indicators.Numerics;

/// <summary>Concordant less discordant pairs of two series and their ties, in n·log n. Source: Knight (1966).</summary>
internal readonly struct ConcordantPairs
{
    private ConcordantPairs(int n, int[] x, int[] y, long both, long swaps)
    {
        Count = n;
        X = x;
        Y = y;
        Pairs = (long)n * (n - 1) / 2;
        TiedX = Tied(x);
        TiedY = Tied(y);
        Score = Pairs - TiedX - TiedY + both - 2 * swaps;
    }

    public int Count { get; }

    /// <summary>Sizes of the groups of equal values, groups of one included.</summary>
    public int[] X { get; }

    public int[] Y { get; }

    public long Pairs { get; }

    public long TiedX { get; }

    public long TiedY { get; }

    /// <summary>Kendall's S.</summary>
    public long Score { get; }

    public static ConcordantPairs Of(double[] x, double[] y)
    {
        int n = x.Length;
        var order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Array.Sort(order, (i, j) => x[i] != x[j] ? x[i].CompareTo(x[j]) : y[i] != y[j] ? y[i].CompareTo(y[j]) : i.CompareTo(j));
        var sortedY = new double[n];
        var groupsX = new List<int>();
        long both = 0, run = 0;
        for (int i = 0; i < n; i++)
        {
            sortedY[i] = y[order[i]];
            bool sameX = i > 0 && x[order[i]] == x[order[i - 1]];
            if (sameX) groupsX[^1]++;
            else groupsX.Add(1);
            run = sameX && sortedY[i] == sortedY[i - 1] ? run + 1 : 0;
            both += run;
        }
        long swaps = Swaps(sortedY, new double[n], 0, n); // sorts y as well
        var groupsY = new List<int>();
        for (int i = 0; i < n; i++)
        {
            if (i > 0 && sortedY[i] == sortedY[i - 1]) groupsY[^1]++;
            else groupsY.Add(1);
        }
        return new ConcordantPairs(n, [.. groupsX], [.. groupsY], both, swaps);
    }

    private static long Tied(int[] groups)
    {
        long pairs = 0;
        foreach (int t in groups) pairs += (long)t * (t - 1) / 2;
        return pairs;
    }

    /// <summary>Merge sort that counts the exchanges.</summary>
    private static long Swaps(double[] y, double[] spare, int from, int to)
    {
        if (to - from < 2) return 0;
        int middle = (from + to) / 2;
        long swaps = Swaps(y, spare, from, middle) + Swaps(y, spare, middle, to);
        for (int i = from, j = middle, k = from; k < to; k++)
        {
            if (j >= to || (i < middle && y[i] <= y[j])) spare[k] = y[i++];
            else
            {
                spare[k] = y[j++];
                swaps += middle - i;
            }
        }
        Array.Copy(spare, from, y, from, to - from);
        return swaps;
    }
}
