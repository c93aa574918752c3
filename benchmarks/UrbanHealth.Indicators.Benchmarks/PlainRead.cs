using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Reading every figure once and doing next to nothing with it: what the memory alone costs.</summary>
internal static class PlainRead
{
    public static double Sum(ReadOnlyMemory<double>[] columns, int threads)
    {
        if (threads == 1)
        {
            double one = 0;
            foreach (ReadOnlyMemory<double> c in columns) one += Sum(c.Span);
            return one;
        }
        var sums = new double[columns.Length];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, j => sums[j] = Sum(columns[j].Span));
        return sums.Sum();
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector512<double>> wide = MemoryMarshal.Cast<double, Vector512<double>>(values);
        Vector512<double> a = default, b = default, c = default, d = default;
        int i = 0;
        for (; i + 4 <= wide.Length; i += 4)
        {
            a += wide[i];
            b += wide[i + 1];
            c += wide[i + 2];
            d += wide[i + 3];
        }
        return Vector512.Sum(a + b + (c + d));
    }
}
