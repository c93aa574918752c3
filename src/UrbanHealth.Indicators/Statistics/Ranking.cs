using System.Buffers;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Ranks (排名): 1 is the largest value; NaN is unranked (NaN).</summary>
public static class Ranking
{
    /// <summary>The rank of each value.</summary>
    public static double[] Of(ReadOnlySpan<double> values, TieRule ties = TieRule.Smallest)
    {
        var ranks = new double[values.Length];
        Rank(values, ties, ranks);
        return ranks;
    }

    /// <summary>The rank of each value into <paramref name="ranks"/>, of the same length.</summary>
    internal static void Rank(ReadOnlySpan<double> values, TieRule ties, Span<double> ranks)
    {
        if (ranks.Length != values.Length) throw new ArgumentException("The spans differ in length.", nameof(ranks));
        int[] order = ArrayPool<int>.Shared.Rent(values.Length);
        int ranked = RadixOrder.Descending(values, order.AsSpan(0, values.Length));
        ranks.Fill(double.NaN);
        Assign(values, order.AsSpan(0, ranked), ties, ranks);
        ArrayPool<int>.Shared.Return(order);
    }

    /// <summary>The rank of each value within its group, all groups in one sort and without a copy of the values.</summary>
    /// <param name="values">One value a row.</param>
    /// <param name="groups">The group of each row, from 0; a row below 0 is in none and unranked.</param>
    /// <param name="ties">Which rank equal values share.</param>
    internal static double[] WithinGroups(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, TieRule ties = TieRule.Smallest)
    {
        if (groups.Length != values.Length) throw new ArgumentException("One group for each value is needed.", nameof(groups));
        var ranks = new double[values.Length];
        Array.Fill(ranks, double.NaN);
        int[] order = new int[values.Length], byGroup = new int[values.Length];
        int ranked = RadixOrder.Descending(values, order);
        int count = 0;
        foreach (int g in groups) count = Math.Max(count, g + 1);
        var starts = new int[count + 1];
        foreach (int row in order.AsSpan(0, ranked)) if (groups[row] >= 0) starts[groups[row] + 1]++;
        for (int g = 0; g < count; g++) starts[g + 1] += starts[g];
        int[] next = [.. starts];
        foreach (int row in order.AsSpan(0, ranked)) if (groups[row] >= 0) byGroup[next[groups[row]]++] = row;
        for (int g = 0; g < count; g++) Assign(values, byGroup.AsSpan(starts[g], starts[g + 1] - starts[g]), ties, ranks);
        return ranks;
    }

    /// <summary>Gives the rows, the largest value first, their ranks.</summary>
    private static void Assign(ReadOnlySpan<double> values, ReadOnlySpan<int> order, TieRule ties, Span<double> ranks)
    {
        for (int start = 0, dense = 1; start < order.Length; dense++)
        {
            int end = start;
            while (end < order.Length && values[order[end]] == values[order[start]]) end++;
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
    }
}
