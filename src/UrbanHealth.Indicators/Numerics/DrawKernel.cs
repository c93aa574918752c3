using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Weighted means of the same scores under many sets of weights: the inner loop of rank acceptability.</summary>
/// <remarks>
/// Eight draws at a time, a few vectors of areas through the whole tree before the next: a score is read once for four draws and
/// everything in between stays in the first-level cache.
/// Each composite has the bits that <see cref="ScoringKernel"/> gives for those weights: w·s summed in order, times all weights over those present.
/// </remarks>
internal sealed unsafe class DrawKernel
{
    /// <summary>How many draws are scored together.</summary>
    public const int Draws = 8;

    private static readonly double All = BitConverter.Int64BitsToDouble(-1); // a mask that weights are cut by without a comparison

    private const int Chunk = 32; // areas that go up the tree together
    private readonly int rows;
    private readonly int padded;
    private readonly ScoringNode[] nodes;
    private readonly int leaves;
    private readonly int[] firstChild;
    private readonly double[] scores; // leaves, each padded to whole vectors; 0 where missing
    private readonly double[] present; // leaves, then nodes: all bits set, or none
    private readonly bool[] isPlain; // whether a node has leaves alone and misses none in any row

    /// <param name="nodes">The tree, from below to above; only means.</param>
    /// <param name="columns">The scores of the leaves; NaN is missing.</param>
    public DrawKernel(ScoringNode[] nodes, ReadOnlySpan<ReadOnlyMemory<double>> columns)
    {
        this.nodes = nodes;
        leaves = columns.Length;
        rows = columns[0].Length;
        padded = (rows + 15) / 16 * 16;
        scores = new double[leaves * padded];
        present = new double[(leaves + nodes.Length) * padded];
        isPlain = new bool[nodes.Length];
        firstChild = new int[nodes.Length + 1];
        for (int j = 0; j < leaves; j++)
        {
            ReadOnlySpan<double> column = columns[j].Span;
            Span<double> own = scores.AsSpan(j * padded, rows), isHere = present.AsSpan(j * padded, rows);
            for (int i = 0; i < column.Length; i++)
            {
                bool isPresent = !double.IsNaN(column[i]);
                own[i] = isPresent ? column[i] : 0;
                isHere[i] = isPresent ? All : 0;
            }
        }
        // what is missing does not depend on the weights
        Span<int> counts = rows <= 1024 ? stackalloc int[rows] : new int[rows];
        for (int k = 0; k < nodes.Length; k++)
        {
            firstChild[k + 1] = firstChild[k] + nodes[k].Children.Length;
            isPlain[k] = true;
            foreach (int c in nodes[k].Children) isPlain[k] &= c < leaves;
            int fewest = nodes[k].FewestPresent;
            counts.Clear();
            foreach (int c in nodes[k].Children)
            {
                ReadOnlySpan<double> isHere = present.AsSpan(c * padded, rows);
                for (int i = 0; i < counts.Length; i++) counts[i] -= (int)BitConverter.DoubleToInt64Bits(isHere[i]);
            }
            Span<double> own = present.AsSpan((leaves + k) * padded, rows);
            for (int i = 0; i < counts.Length; i++)
            {
                own[i] = counts[i] >= fewest ? All : 0;
                isPlain[k] &= counts[i] == nodes[k].Children.Length;
            }
        }
    }

    /// <summary>How many weights a draw has: one a child of every node, node by node.</summary>
    public int Weights => firstChild[^1];

    public int Rows => rows;

    /// <summary>How far apart the composites of two draws lie.</summary>
    public int Stride => padded;

    /// <summary>Working memory for one thread.</summary>
    public double[] Workspace() => new double[nodes.Length * Draws * Chunk];

    /// <summary>The composites of the last node under eight sets of weights; NaN is missing.</summary>
    /// <param name="weights">Weight by weight, its value in each of the eight draws.</param>
    /// <param name="composites">Takes draw by draw the composites, <see cref="Stride"/> apart.</param>
    /// <param name="workspace">Working memory of the thread.</param>
    public void Score(ReadOnlySpan<double> weights, Span<double> composites, double[] workspace)
    {
        if (weights.Length != Weights * Draws) throw new ArgumentException("One weight for each child of each node in each draw is needed.", nameof(weights));
        if (composites.Length != padded * Draws) throw new ArgumentException("One place for each row in each draw is needed.", nameof(composites));
        switch (Lanes.Widest)
        {
            case 8: Score<Lanes512>(weights, composites, workspace); break;
            case 4: Score<Lanes256>(weights, composites, workspace); break;
            case 2: Score<Lanes128>(weights, composites, workspace); break;
            default: Score<Lanes64>(weights, composites, workspace); break;
        }
    }

    private void Score<TLanes>(ReadOnlySpan<double> weights, Span<double> composites, double[] workspace) where TLanes : struct, ILanes<TLanes>
    {
        DrawChild* children = stackalloc DrawChild[Weights];
        double* sums = stackalloc double[nodes.Length * Draws];
        fixed (double* s = scores, p = present, own = workspace, w = weights, target = composites)
        {
            for (int k = 0; k < nodes.Length; k++)
            {
                int[] of = nodes[k].Children;
                for (int c = 0; c < of.Length; c++)
                {
                    bool isLeaf = of[c] < leaves;
                    children[firstChild[k] + c] = new DrawChild { Source = isLeaf ? s + of[c] * padded : own + (of[c] - leaves) * Draws * Chunk, Stride = isLeaf ? 0 : Chunk, Present = p + of[c] * padded };
                }
                for (int d = 0; d < Draws && !isPlain[k]; d += TLanes.Count)
                {
                    TLanes sum = TLanes.Of(0);
                    for (int c = firstChild[k]; c < firstChild[k + 1]; c++) sum = TLanes.Add(sum, TLanes.Load(w + c * Draws + d));
                    TLanes.Store(sum, sums + k * Draws + d);
                }
            }
            for (int start = 0; start < padded; start += Chunk)
            {
                int length = Math.Min(Chunk, padded - start);
                for (int k = 0; k < nodes.Length; k++)
                {
                    int count = nodes[k].Children.Length;
                    bool isLast = k == nodes.Length - 1;
                    double* into = isLast ? target + start : own + k * Draws * Chunk;
                    int stride = isLast ? padded : Chunk;
                    for (int d = 0; d < Draws; d += 4)
                    {
                        double* weight = w + firstChild[k] * Draws + d;
                        if (isPlain[k]) Plain<TLanes>(children + firstChild[k], weight, count, start, into + d * stride, stride, length);
                        else Part<TLanes>(children + firstChild[k], weight, count, start, sums + k * Draws + d, p + (leaves + k) * padded, into + d * stride, stride, length, isLast ? double.NaN : 0, d * Chunk);
                    }
                }
            }
        }
    }

    /// <summary>Four draws of a node of leaves that misses nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain<TLanes>(DrawChild* children, double* weights, int count, int start, double* target, int stride, int length) where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += 2 * TLanes.Count)
        {
            TLanes a = TLanes.Of(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
            double* w = weights;
            for (int k = 0; k < count; k++, w += Draws)
            {
                TLanes x = TLanes.Load(children[k].Source + start + i), y = TLanes.Load(children[k].Source + start + i + TLanes.Count);
                TLanes weight = TLanes.Of(w[0]);
                a = TLanes.Add(a, TLanes.Multiply(weight, x));
                b = TLanes.Add(b, TLanes.Multiply(weight, y));
                weight = TLanes.Of(w[1]);
                c = TLanes.Add(c, TLanes.Multiply(weight, x));
                d = TLanes.Add(d, TLanes.Multiply(weight, y));
                weight = TLanes.Of(w[2]);
                e = TLanes.Add(e, TLanes.Multiply(weight, x));
                f = TLanes.Add(f, TLanes.Multiply(weight, y));
                weight = TLanes.Of(w[3]);
                g = TLanes.Add(g, TLanes.Multiply(weight, x));
                h = TLanes.Add(h, TLanes.Multiply(weight, y));
            }
            double* t = target + i;
            TLanes.Store(a, t);
            TLanes.Store(b, t + TLanes.Count);
            TLanes.Store(c, t + stride);
            TLanes.Store(d, t + stride + TLanes.Count);
            TLanes.Store(e, t + 2 * stride);
            TLanes.Store(f, t + 2 * stride + TLanes.Count);
            TLanes.Store(g, t + 3 * stride);
            TLanes.Store(h, t + 3 * stride + TLanes.Count);
        }
    }

    /// <summary>Four draws of any node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part<TLanes>(DrawChild* children, double* weights, int count, int start, double* sums, double* here, double* target, int stride, int length, double missing, int first) where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Of(0), nothing = TLanes.Of(missing);
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes a = zero, b = zero, c = zero, d = zero, wa = zero, wb = zero, wc = zero, wd = zero;
            double* w = weights;
            for (int k = 0; k < count; k++, w += Draws)
            {
                TLanes mask = TLanes.Load(children[k].Present + start + i);
                int apart = children[k].Stride;
                double* x = children[k].Source + i;
                TLanes xa = TLanes.Load(x + (apart == 0 ? start : first)), xb = xa, xc = xa, xd = xa;
                if (apart != 0)
                {
                    x += first;
                    xb = TLanes.Load(x + apart);
                    xc = TLanes.Load(x + 2 * apart);
                    xd = TLanes.Load(x + 3 * apart);
                }
                TLanes weight = TLanes.Of(w[0]);
                a = TLanes.Add(a, TLanes.Multiply(weight, xa));
                wa = TLanes.Add(wa, TLanes.And(mask, weight));
                weight = TLanes.Of(w[1]);
                b = TLanes.Add(b, TLanes.Multiply(weight, xb));
                wb = TLanes.Add(wb, TLanes.And(mask, weight));
                weight = TLanes.Of(w[2]);
                c = TLanes.Add(c, TLanes.Multiply(weight, xc));
                wc = TLanes.Add(wc, TLanes.And(mask, weight));
                weight = TLanes.Of(w[3]);
                d = TLanes.Add(d, TLanes.Multiply(weight, xd));
                wd = TLanes.Add(wd, TLanes.And(mask, weight));
            }
            TLanes isHere = TLanes.Load(here + start + i);
            TLanes.Store(TLanes.Select(isHere, Mean(a, wa, sums[0]), nothing), target + i);
            TLanes.Store(TLanes.Select(isHere, Mean(b, wb, sums[1]), nothing), target + i + stride);
            TLanes.Store(TLanes.Select(isHere, Mean(c, wc, sums[2]), nothing), target + i + 2 * stride);
            TLanes.Store(TLanes.Select(isHere, Mean(d, wd, sums[3]), nothing), target + i + 3 * stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Mean<TLanes>(TLanes sum, TLanes present, double weights) where TLanes : struct, ILanes<TLanes>
    {
        TLanes all = TLanes.Of(weights);
        return TLanes.Multiply(sum, TLanes.Select(TLanes.Equal(present, all), TLanes.Of(1), TLanes.Divide(all, present)));
    }

    /// <summary>A child of a node: a leaf over all areas, a node over the areas at hand.</summary>
    private struct DrawChild
    {
        public double* Source;
        public double* Present;
        public int Stride; // from one draw to the next: 0 for a leaf, whose scores all draws share
    }
}
