namespace UrbanHealth.Indicators.Numerics;

/// <summary>Sums and sums of products of columns, for correlations and principal components, in blocks of a fixed number of rows.</summary>
/// <remarks>
/// Within a block of <see cref="BlockRows"/> rows the products, about an origin given beforehand, are summed in the order of the rows;
/// the blocks' sums are added exactly. So parts merge to the bits of the whole for any split at block boundaries, in any order, on any
/// number of threads. A row with a missing figure in either column is left out of that pair.
/// </remarks>
internal sealed unsafe class CrossProducts
{
    /// <summary>Rows a block: a part must begin at a multiple of this.</summary>
    public const int BlockRows = 1024;

    private readonly int columns;
    private readonly double[] origins;
    private readonly ExactSum[] products;
    private readonly ExactSum[] sums; // of the first column of a pair over the rows both have, and of the second
    private readonly long[] counts;

    /// <param name="origins">A number near each column's mean, subtracted first so that few digits cancel; 0 does too.</param>
    public CrossProducts(ReadOnlySpan<double> origins)
    {
        columns = origins.Length;
        this.origins = origins.ToArray();
        int pairs = columns * (columns + 1) / 2;
        products = new ExactSum[pairs];
        sums = new ExactSum[2 * pairs];
        counts = new long[pairs];
        for (int p = 0; p < pairs; p++) products[p] = new ExactSum();
        for (int p = 0; p < sums.Length; p++) sums[p] = new ExactSum();
    }

    /// <summary>Adds rows; a part other than the last has a multiple of <see cref="BlockRows"/>.</summary>
    public void Add(ReadOnlySpan<ReadOnlyMemory<double>> values)
    {
        if (values.Length != columns) throw new ArgumentException("One column for each origin is needed.", nameof(values));
        int rows = columns == 0 ? 0 : values[0].Length;
        foreach (ReadOnlyMemory<double> c in values) if (c.Length != rows) throw new ArgumentException("The columns differ in length.", nameof(values));
        var shifted = new double[columns * BlockRows];
        var present = new double[columns * BlockRows];
        fixed (double* x = shifted, m = present)
        {
            for (int start = 0; start < rows; start += BlockRows)
            {
                int length = Math.Min(BlockRows, rows - start);
                for (int j = 0; j < columns; j++)
                {
                    ReadOnlySpan<double> column = values[j].Span.Slice(start, length);
                    for (int i = 0; i < length; i++)
                    {
                        bool here = !double.IsNaN(column[i]);
                        x[j * BlockRows + i] = here ? column[i] - origins[j] : 0;
                        m[j * BlockRows + i] = here ? 1 : 0;
                    }
                    for (int i = length; i < BlockRows; i++) x[j * BlockRows + i] = m[j * BlockRows + i] = 0;
                }
                for (int j = 0, p = 0; j < columns; j++)
                    for (int k = 0; k <= j; k++, p++) Pair(x + j * BlockRows, m + j * BlockRows, x + k * BlockRows, m + k * BlockRows, p);
            }
        }
    }

    /// <summary>Adds what other rows came to; the origins must agree.</summary>
    public void Add(CrossProducts other)
    {
        if (!origins.AsSpan().SequenceEqual(other.origins)) throw new ArgumentException("The origins differ.", nameof(other));
        for (int p = 0; p < products.Length; p++)
        {
            products[p].Add(other.products[p]);
            counts[p] += other.counts[p];
        }
        for (int p = 0; p < sums.Length; p++) sums[p].Add(other.sums[p]);
    }

    /// <summary>Rows in which both columns are present.</summary>
    public long Count(int first, int second) => counts[Pair(first, second)];

    /// <summary>Σ (x − mean)(y − mean) over the rows in which both are present.</summary>
    public double Comoment(int first, int second)
    {
        int p = Pair(first, second);
        return counts[p] == 0 ? double.NaN : products[p].Value - sums[2 * p].Value * sums[2 * p + 1].Value / counts[p];
    }

    private static int Pair(int first, int second) => first >= second ? first * (first + 1) / 2 + second : second * (second + 1) / 2 + first;

    /// <summary>Eight running sums, each over every eighth row, whatever the width of the machine.</summary>
    private void Pair(double* x, double* mx, double* y, double* my, int pair)
    {
        double* lanes = stackalloc double[32];
        switch (Lanes.Widest)
        {
            case 8: Run<Lanes512>(x, mx, y, my, lanes); break;
            case 4: Run<Lanes256>(x, mx, y, my, lanes); break;
            case 2: Run<Lanes128>(x, mx, y, my, lanes); break;
            default: Run<Lanes64>(x, mx, y, my, lanes); break;
        }
        double product = 0, sumX = 0, sumY = 0, n = 0;
        for (int k = 0; k < 8; k++)
        {
            product += lanes[k];
            sumX += lanes[8 + k];
            sumY += lanes[16 + k];
            n += lanes[24 + k];
        }
        products[pair].Add(product);
        sums[2 * pair].Add(sumX);
        sums[2 * pair + 1].Add(sumY);
        counts[pair] += (long)n;
    }

    private static void Run<TLanes>(double* x, double* mx, double* y, double* my, double* lanes) where TLanes : struct, ILanes<TLanes>
    {
        for (int lane = 0; lane < 8; lane += TLanes.Count)
        {
            TLanes product = TLanes.Of(0), sumX = product, sumY = product, n = product;
            for (int i = lane; i < BlockRows; i += 8)
            {
                TLanes a = TLanes.Load(x + i), b = TLanes.Load(y + i), ma = TLanes.Load(mx + i), mb = TLanes.Load(my + i);
                product = TLanes.Add(product, TLanes.Multiply(a, b));
                sumX = TLanes.Add(sumX, TLanes.Multiply(a, mb));
                sumY = TLanes.Add(sumY, TLanes.Multiply(b, ma));
                n = TLanes.Add(n, TLanes.Multiply(ma, mb));
            }
            TLanes.Store(product, lanes + lane);
            TLanes.Store(sumX, lanes + 8 + lane);
            TLanes.Store(sumY, lanes + 16 + lane);
            TLanes.Store(n, lanes + 24 + lane);
        }
    }
}
