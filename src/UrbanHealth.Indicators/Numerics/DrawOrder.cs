namespace UrbanHealth.Indicators.Numerics;

/// <summary>The order of the areas in one draw: buckets between the extremes, then insertion; no allocation, and by radix sort where the scores crowd.</summary>
internal sealed class DrawOrder
{
    private readonly int[] bucketOf;
    private readonly int[] starts;
    private readonly double[] sorted;

    public DrawOrder(int rows)
    {
        bucketOf = new int[rows];
        starts = new int[2 * Math.Max(rows, 1) + 2];
        sorted = new double[rows];
    }

    /// <summary>Puts the rows into <paramref name="order"/>, the largest score first and the earlier row first among equals; NaN is left out.</summary>
    /// <returns>How many rows are ordered.</returns>
    public int Descending(ReadOnlySpan<double> scores, Span<int> order)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        int n = 0;
        foreach (double s in scores)
        {
            if (double.IsNaN(s)) continue;
            n++;
            if (s < low) low = s;
            if (s > high) high = s;
        }
        if (n == 0) return 0;
        int buckets = starts.Length - 2;
        double scale = (buckets - 1) / (high - low);
        if (!(high > low) || !double.IsFinite(scale) || !double.IsFinite(high - low)) return RadixOrder.Descending(scores, order);
        Array.Clear(starts);
        for (int i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i])) continue;
            int b = (int)((high - scores[i]) * scale); // never rises with the score, so buckets keep the order
            bucketOf[i] = b;
            starts[b + 1]++;
        }
        for (int b = 0; b < buckets; b++) starts[b + 1] += starts[b];
        for (int i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(scores[i])) continue;
            int place = starts[bucketOf[i]]++;
            order[place] = i;
            sorted[place] = scores[i];
        }
        int moves = 0, most = 16 * n;
        for (int i = 1; i < n; i++)
        {
            double s = sorted[i];
            if (sorted[i - 1] >= s) continue;
            int row = order[i], j = i - 1;
            for (; j >= 0 && sorted[j] < s; j--)
            {
                sorted[j + 1] = sorted[j];
                order[j + 1] = order[j];
            }
            sorted[j + 1] = s;
            order[j + 1] = row;
            if ((moves += i - j) > most) return RadixOrder.Descending(scores, order);
        }
        return n;
    }
}
