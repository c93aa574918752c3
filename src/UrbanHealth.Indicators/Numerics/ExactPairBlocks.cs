using System.Buffers;
using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The fast way into <see cref="ExactPairs"/>: all products of many columns block by block, still without any rounding.</summary>
internal static unsafe class ExactPairBlocks
{
    /// <summary>Adds rows to every pair of columns.</summary>
    /// <param name="columns">The columns, of one length; NaN is missing.</param>
    /// <param name="products">The sums of products of (1, 0), (2, 0), (2, 1) and so on.</param>
    /// <param name="gaps">What the pairs lack; made where there is any.</param>
    public static void Add(ReadOnlySpan<ReadOnlyMemory<double>> columns, ExactProducts[] products, ExactGaps?[] gaps)
    {
        switch (Lanes.Widest)
        {
            case 8: Add<Lanes512>(columns, products, gaps); break;
            case 4: Add<Lanes256>(columns, products, gaps); break;
            case 2: Add<Lanes128>(columns, products, gaps); break;
            default: Add<Lanes64>(columns, products, gaps); break;
        }
    }

    private static void Add<TLanes>(ReadOnlySpan<ReadOnlyMemory<double>> columns, ExactProducts[] products, ExactGaps?[] gaps) where TLanes : struct, ILanes<TLanes>
    {
        int rows = columns.Length == 0 ? 0 : columns[0].Length, room = ExactSlices.Most * ExactSlices.Padded(Math.Min(rows, ExactSlices.Rows));
        double[] buffer = ArrayPool<double>.Shared.Rent(columns.Length * room + ExactSlices.Slack);
        var blocks = new Block[columns.Length];
        fixed (double* start = buffer)
        {
            for (int j = 0; j < blocks.Length; j++) blocks[j] = new Block(ExactSlices.Aligned(start) + j * room);
            for (int first = 0; first < rows; first += ExactSlices.Rows) Add<TLanes>(columns, first, Math.Min(ExactSlices.Rows, rows - first), blocks, products, gaps);
        }
        ArrayPool<double>.Shared.Return(buffer);
    }

    private static void Add<TLanes>(ReadOnlySpan<ReadOnlyMemory<double>> columns, int first, int length, Block[] blocks, ExactProducts[] products, ExactGaps?[] gaps) where TLanes : struct, ILanes<TLanes>
    {
        for (int j = 0; j < blocks.Length; j++) blocks[j].Set<TLanes>(columns[j].Slice(first, length));
        for (int j = 1, p = 0; j < blocks.Length; j++)
            for (int k = 0; k < j; k++, p++)
            {
                Multiply<TLanes>(blocks[j], blocks[k], products[p]);
                if (blocks[j].Missing.Length == 0 && blocks[k].Missing.Length == 0) continue;
                ExactGaps lacking = gaps[p] ??= new ExactGaps();
                blocks[j].AddAt(blocks[k].Missing, lacking.Larger);
                blocks[k].AddAt(blocks[j].Missing, lacking.Smaller);
            }
    }

    [SkipLocalsInit]
    private static void Multiply<TLanes>(Block x, Block y, ExactProducts products) where TLanes : struct, ILanes<TLanes>
    {
        if (x.Groups < 0 || y.Groups < 0)
        {
            ReadOnlySpan<double> a = x.Figures.Span, b = y.Figures.Span;
            for (int i = 0; i < a.Length; i++)
                if (!double.IsNaN(a[i]) && !double.IsNaN(b[i])) products.Add(a[i], b[i]);
            return;
        }
        double* sums = stackalloc double[ExactSlices.Products];
        int padded = ExactSlices.Padded(x.Figures.Length), group = ExactSlices.Together * padded;
        for (int g = 0; g < x.Groups; g++)
            for (int h = 0; h < y.Groups; h++)
            {
                ExactSlices<TLanes>.Multiply(x.Slices + g * group, y.Slices + h * group, padded, sums);
                products.AddAll(sums, ExactSlices.Products);
            }
    }

    /// <summary>One column in a block of rows.</summary>
    private sealed class Block(double* slices)
    {
        /// <summary>Groups of slices behind each other.</summary>
        public double* Slices { get; } = slices;

        /// <summary>The figures as they are.</summary>
        public ReadOnlyMemory<double> Figures { get; private set; }

        /// <summary>The rows where the figure is missing.</summary>
        public int[] Missing { get; private set; } = [];

        /// <summary>How many groups there are; −1 when the figures lie too far apart or away.</summary>
        public int Groups { get; private set; }

        [SkipLocalsInit]
        public void Set<TLanes>(ReadOnlyMemory<double> figures) where TLanes : struct, ILanes<TLanes>
        {
            Figures = figures;
            double* copy = stackalloc double[ExactSlices.Rows + ExactSlices.Slack];
            copy = ExactSlices.Aligned(copy);
            fixed (double* source = figures.Span)
            {
                int count = ExactSlices<TLanes>.Survey(source, figures.Length, copy, out double minimum, out double maximum);
                Missing = count == figures.Length ? [] : Gaps(figures.Span, figures.Length - count);
                double largest = count == 0 ? 0 : Math.Max(Math.Abs(minimum), Math.Abs(maximum));
                Groups = largest == 0 ? 0 : ExactSlices<TLanes>.Cut(copy, ExactSlices.Padded(figures.Length), ExactSlices<TLanes>.Unit(largest), Slices);
            }
        }

        /// <summary>Adds the figures of some rows.</summary>
        [SkipLocalsInit]
        public void AddAt(int[] rows, ExactMoments moments)
        {
            Span<double> some = stackalloc double[ExactSlices.Rows];
            ReadOnlySpan<double> figures = Figures.Span;
            for (int k = 0; k < rows.Length; k++) some[k] = figures[rows[k]];
            moments.Add(some[..rows.Length]);
        }

        private static int[] Gaps(ReadOnlySpan<double> figures, int count)
        {
            var rows = new int[count];
            for (int i = 0, k = 0; k < count; i++) if (double.IsNaN(figures[i])) rows[k++] = i;
            return rows;
        }
    }
}
