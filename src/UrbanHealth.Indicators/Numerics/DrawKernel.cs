using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>Weighted means of the same scores under many sets of weights: the inner loop of rank acceptability.</summary>
/// <remarks>Each composite has the bits that <see cref="ScoringKernel"/> gives for those weights: w·s summed in order, times all weights over those present.</remarks>
internal sealed unsafe class DrawKernel
{
    private readonly int rows;
    private readonly int padded;
    private readonly int[] fewest;
    private readonly ScoringNode[] nodes;
    private readonly int leaves;
    private readonly int[] firstChild;
    private readonly double[] scores; // leaves, then nodes, each padded to whole vectors; 0 where missing
    private readonly double[] present; // 1 or 0
    private readonly bool[] complete; // whether a node misses no child in any row

    /// <param name="nodes">The tree, from below to above; only means.</param>
    /// <param name="columns">The scores of the leaves; NaN is missing.</param>
    public DrawKernel(ScoringNode[] nodes, ReadOnlySpan<ReadOnlyMemory<double>> columns)
    {
        this.nodes = nodes;
        leaves = columns.Length;
        rows = columns[0].Length;
        padded = (rows + 7) / 8 * 8;
        scores = new double[(leaves + nodes.Length) * padded];
        present = new double[(leaves + nodes.Length) * padded];
        complete = new bool[nodes.Length];
        fewest = Array.ConvertAll(nodes, n => n.FewestPresent);
        firstChild = new int[nodes.Length + 1];
        for (int j = 0; j < leaves; j++)
            for (int i = 0; i < rows; i++)
            {
                double s = columns[j].Span[i];
                if (double.IsNaN(s)) continue;
                scores[j * padded + i] = s;
                present[j * padded + i] = 1;
            }
        // what is missing does not depend on the weights
        for (int k = 0; k < nodes.Length; k++)
        {
            firstChild[k + 1] = firstChild[k] + nodes[k].Children.Length;
            complete[k] = true;
            for (int i = 0; i < rows; i++)
            {
                int n = 0;
                foreach (int c in nodes[k].Children) n += (int)present[c * padded + i];
                present[(leaves + k) * padded + i] = n >= fewest[k] ? 1 : 0;
                complete[k] &= n == nodes[k].Children.Length;
            }
        }
    }

    /// <summary>How many weights a draw has: one a child of every node, node by node.</summary>
    public int Weights => firstChild[^1];

    public int Rows => rows;

    /// <summary>Working memory for one thread.</summary>
    public double[] Workspace() => new double[nodes.Length * padded];

    /// <summary>The composites of the last node under one set of weights; NaN is missing.</summary>
    public void Score(ReadOnlySpan<double> weights, Span<double> composites, double[] workspace)
    {
        if (weights.Length != Weights) throw new ArgumentException("One weight for each child of each node is needed.", nameof(weights));
        if (composites.Length != rows) throw new ArgumentException("One place for each row is needed.", nameof(composites));
        switch (Lanes.Widest)
        {
            case 8: Score<Lanes512>(weights, workspace); break;
            case 4: Score<Lanes256>(weights, workspace); break;
            case 2: Score<Lanes128>(weights, workspace); break;
            default: Score<Lanes64>(weights, workspace); break;
        }
        int last = nodes.Length - 1;
        for (int i = 0; i < rows; i++) composites[i] = present[(leaves + last) * padded + i] != 0 ? workspace[last * padded + i] : double.NaN;
    }

    private void Score<TLanes>(ReadOnlySpan<double> weights, double[] workspace) where TLanes : struct, ILanes<TLanes>
    {
        int most = 0;
        foreach (ScoringNode node in nodes) most = Math.Max(most, node.Children.Length);
        double** sources = stackalloc double*[most];
        double** masks = stackalloc double*[most];
        fixed (double* s = scores, p = present, own = workspace, w = weights)
        {
            for (int k = 0; k < nodes.Length; k++)
            {
                int[] children = nodes[k].Children;
                for (int c = 0; c < children.Length; c++)
                {
                    sources[c] = children[c] < leaves ? s + children[c] * padded : own + (children[c] - leaves) * padded;
                    masks[c] = p + children[c] * padded;
                }
                double* weight = w + firstChild[k];
                if (complete[k]) Whole<TLanes>(sources, weight, children.Length, own + k * padded);
                else Part<TLanes>(sources, masks, weight, children.Length, p + (leaves + k) * padded, own + k * padded);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Whole<TLanes>(double** sources, double* weights, int count, double* target) where TLanes : struct, ILanes<TLanes>
    {
        int i = 0;
        for (; i <= padded - 4 * TLanes.Count; i += 4 * TLanes.Count)
        {
            TLanes a = TLanes.Of(0), b = a, c = a, d = a;
            for (int k = 0; k < count; k++)
            {
                TLanes w = TLanes.Of(weights[k]);
                double* x = sources[k] + i;
                a = TLanes.Add(a, TLanes.Multiply(w, TLanes.Load(x)));
                b = TLanes.Add(b, TLanes.Multiply(w, TLanes.Load(x + TLanes.Count)));
                c = TLanes.Add(c, TLanes.Multiply(w, TLanes.Load(x + 2 * TLanes.Count)));
                d = TLanes.Add(d, TLanes.Multiply(w, TLanes.Load(x + 3 * TLanes.Count)));
            }
            TLanes.Store(a, target + i);
            TLanes.Store(b, target + i + TLanes.Count);
            TLanes.Store(c, target + i + 2 * TLanes.Count);
            TLanes.Store(d, target + i + 3 * TLanes.Count);
        }
        for (; i < padded; i += TLanes.Count)
        {
            TLanes a = TLanes.Of(0);
            for (int k = 0; k < count; k++) a = TLanes.Add(a, TLanes.Multiply(TLanes.Of(weights[k]), TLanes.Load(sources[k] + i)));
            TLanes.Store(a, target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part<TLanes>(double** sources, double** masks, double* weights, int count, double* here, double* target) where TLanes : struct, ILanes<TLanes>
    {
        double all = 0;
        for (int k = 0; k < count; k++) all += weights[k];
        TLanes sum = TLanes.Of(all), zero = TLanes.Of(0);
        int i = 0;
        for (; i <= padded - 2 * TLanes.Count; i += 2 * TLanes.Count)
        {
            TLanes a = zero, b = zero, wa = zero, wb = zero;
            for (int k = 0; k < count; k++)
            {
                TLanes w = TLanes.Of(weights[k]);
                double* x = sources[k] + i;
                double* m = masks[k] + i;
                a = TLanes.Add(a, TLanes.Multiply(w, TLanes.Load(x)));
                b = TLanes.Add(b, TLanes.Multiply(w, TLanes.Load(x + TLanes.Count)));
                wa = TLanes.Add(wa, TLanes.Multiply(w, TLanes.Load(m)));
                wb = TLanes.Add(wb, TLanes.Multiply(w, TLanes.Load(m + TLanes.Count)));
            }
            Finish(a, wa, sum, here + i, target + i);
            Finish(b, wb, sum, here + i + TLanes.Count, target + i + TLanes.Count);
        }
        for (; i < padded; i += TLanes.Count)
        {
            TLanes a = zero, wa = zero;
            for (int k = 0; k < count; k++)
            {
                TLanes w = TLanes.Of(weights[k]);
                a = TLanes.Add(a, TLanes.Multiply(w, TLanes.Load(sources[k] + i)));
                wa = TLanes.Add(wa, TLanes.Multiply(w, TLanes.Load(masks[k] + i)));
            }
            Finish(a, wa, sum, here + i, target + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TLanes>(TLanes sum, TLanes present, TLanes all, double* here, double* target) where TLanes : struct, ILanes<TLanes>
    {
        TLanes mean = TLanes.Multiply(sum, TLanes.Select(TLanes.Equal(present, all), TLanes.Of(1), TLanes.Divide(all, present)));
        // 0 stands for what is missing, so that the parent's sum passes over it
        TLanes.Store(TLanes.Select(TLanes.Less(TLanes.Of(0), TLanes.Load(here)), mean, TLanes.Of(0)), target);
    }
}
