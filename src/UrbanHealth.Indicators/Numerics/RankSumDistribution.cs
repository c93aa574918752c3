using System.Collections.Concurrent;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The exact distribution of Σ i·rᵢ over the arrangements of given ranks: Spearman's correlation with the order, ties included.</summary>
/// <remarks>Counted over subsets (which ranks the first places took), so n = 10 costs a millisecond rather than ten factorial.</remarks>
internal static class RankSumDistribution
{
    public const int Largest = 10;

    private static readonly ConcurrentDictionary<string, double[]> Known = new(StringComparer.Ordinal);

    /// <summary>P(Σ i·2rᵢ ≥ t) for t = 0, 1, 2 …; the ranks are doubled so that mean ranks are whole numbers.</summary>
    public static double[] UpperTails(ReadOnlySpan<int> doubledRanks)
    {
        int[] ranks = doubledRanks.ToArray();
        Array.Sort(ranks); // the distribution does not depend on the order
        return Known.GetOrAdd(string.Join(',', ranks), static (_, r) => Count(r), ranks);
    }

    private static double[] Count(int[] ranks)
    {
        int n = ranks.Length;
        int largest = 0;
        for (int i = 0; i < n; i++) largest += (i + 1) * ranks[i];
        var counts = new double[1 << n][];
        counts[0] = new double[largest + 1];
        counts[0][0] = 1;
        for (int set = 1; set < counts.Length; set++)
        {
            int place = System.Numerics.BitOperations.PopCount((uint)set);
            double[] row = counts[set] = new double[largest + 1];
            for (int j = 0; j < n; j++)
            {
                if ((set >> j & 1) == 0) continue;
                double[] before = counts[set & ~(1 << j)];
                int add = place * ranks[j];
                for (int s = 0; s + add <= largest; s++) row[s + add] += before[s];
            }
        }
        double[] last = counts[^1];
        double all = 0;
        foreach (double c in last) all += c;
        var tails = new double[largest + 2];
        double above = 0;
        for (int s = largest; s >= 0; s--) tails[s] = (above += last[s]) / all;
        return tails;
    }
}
