namespace UrbanHealth.Indicators;

/// <summary>Ranks (排名): 1 is the largest value; NaN is unranked (NaN).</summary>
public static class Ranking
{
    /// <summary>The rank of each value.</summary>
    public static double[] Of(ReadOnlySpan<double> values, TieRule ties = TieRule.Smallest)
    {
        double[] keys = values.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length).Where(i => !double.IsNaN(keys[i]))];
        Array.Sort(order, (a, b) => keys[a] == keys[b] ? a.CompareTo(b) : keys[b].CompareTo(keys[a]));
        var ranks = new double[keys.Length];
        Array.Fill(ranks, double.NaN);
        for (int start = 0, dense = 1; start < order.Length; dense++)
        {
            int end = start;
            while (end < order.Length && keys[order[end]] == keys[order[start]]) end++;
            for (int i = start; i < end; i++)
                ranks[order[i]] = ties switch
                {
                    TieRule.Smallest => start + 1,
                    TieRule.Largest => end,
                    TieRule.Average => (start + 1 + end) / 2.0,
                    TieRule.Dense => dense,
                    _ => i + 1,
                };
            start = end;
        }
        return ranks;
    }
}
