using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The rows of a table in which no column is NaN.</summary>
internal static unsafe class CompleteRows
{
    private const int Block = 512;

    /// <summary>Their places, rising.</summary>
    public static int[] Of(ReadOnlySpan<ReadOnlyMemory<double>> columns, int rows)
    {
        var places = new int[rows];
        int found = 0;
        double* here = stackalloc double[Block]; // 0, or NaN where a column has none
        for (int start = 0, length; start < rows; start += length)
        {
            length = Math.Min(Block, rows - start);
            new Span<double>(here, length).Clear();
            foreach (ReadOnlyMemory<double> column in columns) Mark(column.Span.Slice(start, length), here);
            for (int i = 0; i < length; i++)
            {
                places[found] = start + i;
                if (here[i] == 0) found++;
            }
        }
        return found == rows ? places : places[..found];
    }

    private static void Mark(ReadOnlySpan<double> figures, double* here)
    {
        fixed (double* x = figures)
        {
            int i = Lanes.Widest switch
            {
                8 => Mark<Lanes512>(x, here, figures.Length),
                4 => Mark<Lanes256>(x, here, figures.Length),
                2 => Mark<Lanes128>(x, here, figures.Length),
                _ => 0,
            };
            for (; i < figures.Length; i++) if (double.IsNaN(x[i])) here[i] = double.NaN;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Mark<TLanes>(double* figures, double* here, int length) where TLanes : struct, ILanes<TLanes>
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes x = TLanes.Load(figures + i);
            TLanes.Store(TLanes.Select(TLanes.Equal(x, x), TLanes.Load(here + i), x), here + i);
        }
        return i;
    }
}
