namespace UrbanHealth.Indicators.Numerics;

/// <summary>Exact order statistics by selection, without sorting.</summary>
internal static class OrderStatistics
{
    /// <summary>Puts the value of rank <paramref name="k"/> (from 0) at its place, nothing larger before it and nothing smaller after; no value is NaN.</summary>
    /// <remarks>Quickselect (Hoare 1961) about the median of three; after many rounds it sorts the rest, so that no order makes it slow (Musser 1997).</remarks>
    public static double Select(Span<double> values, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(k, values.Length);
        int left = 0, right = values.Length - 1, rounds = 0;
        while (right > left)
        {
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

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
