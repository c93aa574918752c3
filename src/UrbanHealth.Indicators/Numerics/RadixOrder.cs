using System.Buffers;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The order of a column from its largest value to its smallest, by radix sort.</summary>
/// <remarks>A double's bits, the negative ones turned over, rise with it; −0 counts as 0. Earlier rows come first among equals.</remarks>
internal static class RadixOrder
{
    private const int Few = 48;

    /// <summary>Puts the rows into <paramref name="order"/>, the largest value first; NaN is left out.</summary>
    /// <param name="values">One value a row.</param>
    /// <param name="order">Takes the rows; as long as the values.</param>
    /// <returns>How many rows are ordered.</returns>
    public static int Descending(ReadOnlySpan<double> values, Span<int> order)
    {
        if (order.Length != values.Length) throw new ArgumentException("The spans differ in length.", nameof(order));
        ulong[] keys = ArrayPool<ulong>.Shared.Rent(2 * values.Length);
        int[] rows = ArrayPool<int>.Shared.Rent(values.Length);
        int n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            keys[n] = Key(values[i]);
            order[n++] = i;
        }
        if (n <= Few) Insert(keys.AsSpan(0, n), order[..n]);
        else Sort(keys.AsSpan(0, n), keys.AsSpan(n, n), order[..n], rows.AsSpan(0, n), n < 8192 ? 8 : 11);
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(rows);
        return n;
    }

    /// <summary>Smaller for larger values, the same for equal ones.</summary>
    private static ulong Key(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0); // −0 becomes 0
        return (bits >> 63) != 0 ? bits : ~(bits | 0x8000_0000_0000_0000);
    }

    private static void Insert(Span<ulong> keys, Span<int> rows)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int row = rows[i], j = i - 1;
            for (; j >= 0 && keys[j] > key; j--) (keys[j + 1], rows[j + 1]) = (keys[j], rows[j]);
            (keys[j + 1], rows[j + 1]) = (key, row);
        }
    }

    private static void Sort(Span<ulong> keys, Span<ulong> otherKeys, Span<int> rows, Span<int> otherRows, int digit)
    {
        int buckets = 1 << digit, passes = (64 + digit - 1) / digit, mask = buckets - 1;
        int[] counts = ArrayPool<int>.Shared.Rent(passes * buckets);
        counts.AsSpan(0, passes * buckets).Clear();
        foreach (ulong key in keys)
            for (int p = 0; p < passes; p++) counts[p * buckets + ((int)(key >> (p * digit)) & mask)]++;
        Span<int> target = rows;
        for (int p = 0; p < passes; p++)
        {
            Span<int> count = counts.AsSpan(p * buckets, buckets);
            int shift = p * digit;
            if (count[(int)(keys[0] >> shift) & mask] == keys.Length) continue; // all alike here
            int place = 0;
            for (int b = 0; b < buckets; b++)
            {
                int here = count[b];
                count[b] = place;
                place += here;
            }
            for (int i = 0; i < keys.Length; i++)
            {
                int to = count[(int)(keys[i] >> shift) & mask]++;
                otherKeys[to] = keys[i];
                otherRows[to] = rows[i];
            }
            Span<ulong> k = keys;
            keys = otherKeys;
            otherKeys = k;
            Span<int> r = rows;
            rows = otherRows;
            otherRows = r;
        }
        if (rows != target) rows.CopyTo(target);
        ArrayPool<int>.Shared.Return(counts);
    }
}
