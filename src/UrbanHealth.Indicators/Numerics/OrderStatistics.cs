namespace UrbanHealth.Indicators.Numerics;

/// <summary>Exact order statistics by selection: a few ranks of a column are found without sorting the rest.</summary>
internal static class OrderStatistics
{
    private const int Few = 64; // below, sorting is as fast

    /// <summary>Puts the values of several ranks (from 0, rising, repeats allowed) at their places; no value is NaN.</summary>
    /// <remarks>What lies between two places is all within them, so that one selection goes on in the part that another has left.</remarks>
    public static void Place(Span<double> values, ReadOnlySpan<int> ranks)
    {
        if (values.Length < Few) values.Sort();
        else Place(values, ranks, 0);
    }

    /// <summary>Puts the value of rank <paramref name="k"/> (from 0) at its place, nothing larger before it and nothing smaller after; no value is NaN.</summary>
    /// <remarks>Quickselect (Hoare 1961) about the median of three; after many rounds it sorts the rest, so that no order makes it slow (Musser 1997).</remarks>
    public static double Select(Span<double> values, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, values.Length);
        int left = 0, right = values.Length - 1, rounds = 0;
        while (right > left)
        {
            if (k == left || k == right)
            {
                int place = Extreme(values[left..(right + 1)], k == left) + left; // one pass, as for the neighbour of a rank that has its place
                (values[k], values[place]) = (values[place], values[k]);
                break;
            }
            if (++rounds > 64)
            {
                values[left..(right + 1)].Sort();
                break;
            }
            double pivot = Median(values[left], values[left + (right - left) / 2], values[right]);
            int i = left, j = right;
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (pivot < values[j]) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (k <= j) right = j;
            else if (k >= i) left = i;
            else break;
        }
        return values[k];
    }

    /// <param name="values">The part of the column that holds the ranks.</param>
    /// <param name="ranks">The ranks in the whole column.</param>
    /// <param name="before">How many values of the column lie before the part.</param>
    private static void Place(Span<double> values, ReadOnlySpan<int> ranks, int before)
    {
        while (!ranks.IsEmpty)
        {
            int middle = ranks.Length / 2, last = middle + 1, rank = ranks[middle], k = rank - before;
            Select(values, k);
            while (middle > 0 && ranks[middle - 1] == rank) middle--;
            while (last < ranks.Length && ranks[last] == rank) last++;
            Place(values[..k], ranks[..middle], before);
            values = values[(k + 1)..];
            ranks = ranks[last..];
            before = rank + 1;
        }
    }

    private static int Extreme(ReadOnlySpan<double> values, bool smallest)
    {
        int place = 0;
        for (int i = 1; i < values.Length; i++) if (smallest ? values[i] < values[place] : values[i] > values[place]) place = i;
        return place;
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
