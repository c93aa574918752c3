namespace UrbanHealth.Indicators.Numerics;

/// <summary>The fast way into <see cref="ExactPair"/>: all pairs of many columns at once, still without any rounding.</summary>
/// <remarks>
/// In a block of rows each column is cut into slices of 21 bits at fixed places below its largest figure; a product of two slices then
/// has at most 42 bits and the sum of a block of them at most 52, so plain multiplications and additions in any order are exact
/// (Ozaki, Ogita, Oishi and Rump, Error-free transformations of matrix multiplication, 2012). Columns whose figures lie so far apart that it would
/// take too many slices go row by row.
/// </remarks>
internal static unsafe class ExactPairBlocks
{
    private const int Few = 64;
    private const int Rows = 1024;
    private const int Bits = 21;
    private const int MostSlices = 8;
    private const double Large = 1e130;
    private const double Small = 1e-130;

    /// <summary>Adds rows to every pair of columns.</summary>
    /// <param name="columns">The columns, of one length; NaN is missing.</param>
    /// <param name="pairs">The pairs (1, 0), (2, 0), (2, 1) and so on, the column of the larger number first; for two columns the one pair has the first as its second.</param>
    public static void Add(ReadOnlySpan<ReadOnlyMemory<double>> columns, ExactPair[] pairs)
    {
        int rows = columns.Length == 0 ? 0 : columns[0].Length;
        foreach (ReadOnlyMemory<double> column in columns) if (column.Length != rows) throw new ArgumentException("The columns differ in length.", nameof(columns));
        if (rows < Few)
        {
            for (int j = 1, p = 0; j < columns.Length; j++)
                for (int k = 0; k < j; k++, p++)
                {
                    ReadOnlySpan<double> x = columns[j].Span, y = columns[k].Span;
                    for (int i = 0; i < rows; i++) pairs[p].Add(x[i], y[i]);
                }
            return;
        }
        var blocks = new Block[columns.Length];
        for (int j = 0; j < blocks.Length; j++) blocks[j] = new Block();
        for (int start = 0; start < rows; start += Rows)
        {
            int length = Math.Min(Rows, rows - start);
            for (int j = 0; j < blocks.Length; j++) blocks[j].Set(columns[j].Span.Slice(start, length));
            for (int j = 1, p = 0; j < blocks.Length; j++)
                for (int k = 0; k < j; k++, p++) Add(blocks[j], blocks[k], pairs[p]);
        }
    }

    private static void Add(Block x, Block y, ExactPair pair)
    {
        if (x.Slices < 0 || y.Slices < 0)
        {
            for (int i = 0; i < x.Length; i++)
                if (x.Here[i] && y.Here[i]) pair.Add(x.Figures[i], y.Figures[i]);
            return;
        }
        pair.AddRows(x.Count - Without(x, y, pair.SumX, pair.SquaresX));
        Without(y, x, pair.SumY, pair.SquaresY);
        switch (Lanes.Widest)
        {
            case 8: Multiply<Lanes512>(x, y, pair.Products); break;
            case 4: Multiply<Lanes256>(x, y, pair.Products); break;
            case 2: Multiply<Lanes128>(x, y, pair.Products); break;
            default: Multiply<Lanes64>(x, y, pair.Products); break;
        }
    }

    /// <summary>Adds the sums of a column over the rows that have the other: all of its own, less those where the other is missing.</summary>
    /// <returns>How many rows of the column the other is missing in.</returns>
    private static int Without(Block x, Block other, ExactSum sum, ExactProducts squares)
    {
        sum.Add(x.Moments.Sum);
        squares.Add(x.Moments.Squares);
        int lost = 0;
        for (int m = 0; m < other.MissingCount; m++)
        {
            int i = other.Missing[m];
            if (!x.Here[i]) continue;
            lost++;
            sum.Add(-x.Figures[i]);
            squares.Add(-x.Figures[i], x.Figures[i]);
        }
        return lost;
    }

    private static void Multiply<TLanes>(Block x, Block y, ExactProducts products) where TLanes : struct, ILanes<TLanes>
    {
        double* sums = stackalloc double[4];
        fixed (double* xs = x.Sliced, ys = y.Sliced)
        {
            for (int p = 0; p < x.Slices; p++)
                for (int q = 0; q < y.Slices; q += 4)
                {
                    Dots<TLanes>(xs + p * Rows, ys + q * Rows, sums, (x.Length + 7) / 8 * 8);
                    for (int k = 0; k < 4 && q + k < y.Slices; k++) products.AddExact(sums[k]);
                }
        }
    }

    /// <summary>The products of one slice with four that lie behind each other; every sum is exact, so its order is of no matter.</summary>
    private static void Dots<TLanes>(double* x, double* y, double* sums, int length) where TLanes : struct, ILanes<TLanes>
    {
        TLanes a = TLanes.Of(0), b = a, c = a, d = a;
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes v = TLanes.Load(x + i);
            a = TLanes.Add(a, TLanes.Multiply(v, TLanes.Load(y + i)));
            b = TLanes.Add(b, TLanes.Multiply(v, TLanes.Load(y + Rows + i)));
            c = TLanes.Add(c, TLanes.Multiply(v, TLanes.Load(y + 2 * Rows + i)));
            d = TLanes.Add(d, TLanes.Multiply(v, TLanes.Load(y + 3 * Rows + i)));
        }
        double* lanes = stackalloc double[4 * TLanes.Count];
        TLanes.Store(a, lanes);
        TLanes.Store(b, lanes + TLanes.Count);
        TLanes.Store(c, lanes + 2 * TLanes.Count);
        TLanes.Store(d, lanes + 3 * TLanes.Count);
        for (int k = 0; k < 4; k++)
        {
            sums[k] = 0;
            for (int l = 0; l < TLanes.Count; l++) sums[k] += lanes[k * TLanes.Count + l];
        }
    }

    /// <summary>One column in a block of rows.</summary>
    private sealed class Block
    {
        /// <summary>The figures, 0 where missing.</summary>
        public readonly double[] Figures = new double[Rows];

        public readonly bool[] Here = new bool[Rows];
        public readonly int[] Missing = new int[Rows];

        /// <summary>The slices behind each other, 0 behind the last; four more, which are read and not used.</summary>
        public readonly double[] Sliced = new double[(MostSlices + 3) * Rows];

        private readonly double[] rest = new double[Rows];

        public ExactMoments Moments { get; private set; } = new();

        public int Length { get; private set; }

        public int Count => Length - MissingCount;

        public int MissingCount { get; private set; }

        /// <summary>How many slices there are; −1 when the figures lie too far apart or away.</summary>
        public int Slices { get; private set; }

        public void Set(ReadOnlySpan<double> column)
        {
            Length = column.Length;
            MissingCount = 0;
            for (int i = 0; i < column.Length; i++)
            {
                Here[i] = !double.IsNaN(column[i]);
                Figures[i] = Here[i] ? column[i] : 0;
                if (!Here[i]) Missing[MissingCount++] = i;
            }
            Moments = ExactMoments.Of(column);
            Figures.AsSpan(0, Length).CopyTo(rest);
            double largest = Count == 0 ? 0 : Math.Max(Math.Abs(Moments.Minimum), Math.Abs(Moments.Maximum));
            Slices = 0;
            if (largest == 0) return;
            Slices = -1;
            if (!(largest < Large)) return;
            double unit = Math.ScaleB(1, Math.ILogB(largest) + 1 - Bits);
            int slices = 0;
            for (bool left = true; left; slices++, unit = Math.ScaleB(unit, -Bits))
            {
                if (slices == MostSlices || unit < Small) return;
                left = Cut(Sliced.AsSpan(slices * Rows, Rows), 1.5 * Math.ScaleB(unit, 52));
            }
            Slices = slices;
        }

        /// <summary>Cuts off the leading digits of what is left, at the place that adding a large number rounds to; true when something is left.</summary>
        private bool Cut(Span<double> slice, double cut)
        {
            double left = 0;
            for (int i = 0; i < Length; i++)
            {
                double leading = rest[i] + cut - cut;
                slice[i] = leading;
                rest[i] -= leading;
                left = Math.Max(left, Math.Abs(rest[i]));
            }
            slice[Length..].Clear();
            return left > 0;
        }
    }
}
