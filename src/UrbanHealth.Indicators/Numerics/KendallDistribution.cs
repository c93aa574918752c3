using System.Collections.Concurrent;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Kendall's score of a series against its own order, its variance, and its exact distribution, ties included.</summary>
/// <remarks>
/// The inversions of the arrangements of a multiset with groups t₁, t₂ … are counted by the q-multinomial [n]!/∏[tᵢ]!
/// (MacMahon), and S = (pairs that are not tied) − 2·inversions. The counts are exact up to n = 20, where 20! still
/// fits in 64 bits; the arithmetic may wrap on the way and the result is exact all the same.
/// </remarks>
internal static class KendallDistribution
{
    public const int Largest = 20;

    private static readonly ConcurrentDictionary<int, double[]> Untied = new();

    /// <summary>Σ sign(xⱼ − xᵢ) over i &lt; j.</summary>
    public static long Score(ReadOnlySpan<double> x)
    {
        long s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double xi = x[i];
            int row = 0;
            for (int j = i + 1; j < x.Length; j++) row += (x[j] > xi ? 1 : 0) - (x[j] < xi ? 1 : 0);
            s += row;
        }
        return s;
    }

    /// <summary>The sizes of the groups of equal values of a sorted series, groups of one included; returns how many.</summary>
    public static int Groups(ReadOnlySpan<double> sorted, Span<int> groups)
    {
        int count = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int j = i + 1;
            while (j < sorted.Length && sorted[j] == sorted[i]) j++;
            groups[count++] = j - i;
            i = j;
        }
        return count;
    }

    /// <summary>n(n−1)(2n+5)/18 less the same term of every group of ties. Source: Kendall (1970).</summary>
    public static double Variance(int n, ReadOnlySpan<int> groups)
    {
        double sum = Term(n);
        foreach (int t in groups) sum -= Term(t);
        return sum / 18;

        static double Term(double k) => k * (k - 1) * (2 * k + 5);
    }

    /// <summary>The number of pairs that are not tied.</summary>
    public static long Pairs(int n, ReadOnlySpan<int> groups)
    {
        long pairs = (long)n * (n - 1) / 2;
        foreach (int t in groups) pairs -= (long)t * (t - 1) / 2;
        return pairs;
    }

    /// <summary>P(S ≥ s) under the hypothesis that every arrangement of the values is equally likely.</summary>
    /// <remarks>At most 20 values; the groups sum to n.</remarks>
    public static double UpperTail(int n, ReadOnlySpan<int> groups, long s)
    {
        long pairs = Pairs(n, groups);
        if (s > pairs) return 0;
        if (s <= -pairs) return 1;
        int most = (int)((pairs - s) / 2); // S ≥ s means at most so many inversions
        if (groups.Length == n) return Untied.GetOrAdd(n, static k => Cumulate(k))[most];

        Span<ulong> counts = stackalloc ulong[Largest * (Largest - 1) / 2 + 1];
        Count(n, groups, counts);
        ulong below = 0, all = 0;
        for (int k = 0; k <= pairs; k++)
        {
            all += counts[k];
            if (k <= most) below += counts[k];
        }
        return (double)below / all;
    }

    private static double[] Cumulate(int n)
    {
        Span<int> ones = stackalloc int[n];
        ones.Fill(1);
        int pairs = n * (n - 1) / 2;
        Span<ulong> counts = stackalloc ulong[Largest * (Largest - 1) / 2 + 1];
        Count(n, ones, counts);
        ulong all = 0;
        for (int k = 0; k <= pairs; k++) all += counts[k];
        var tail = new double[pairs + 1];
        ulong below = 0;
        for (int k = 0; k <= pairs; k++) tail[k] = (double)(below += counts[k]) / all;
        return tail;
    }

    /// <summary>How many arrangements have 0, 1, 2 … inversions.</summary>
    private static void Count(int n, ReadOnlySpan<int> groups, Span<ulong> counts)
    {
        int degree = n * (n - 1) / 2 + 1;
        counts.Clear();
        counts[0] = 1;
        unchecked
        {
            int placed = 0;
            foreach (int t in groups)
            {
                for (int k = 1; k <= t; k++)
                {
                    int up = placed + k;
                    for (int i = degree - 1; i >= up; i--) counts[i] -= counts[i - up]; // times (1 − q^up)
                    for (int i = k; i < degree; i++) counts[i] += counts[i - k];        // over (1 − q^k)
                }
                placed += t;
            }
        }
    }
}
