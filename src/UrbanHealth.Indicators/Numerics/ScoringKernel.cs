using System.Buffers;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>From columns of raw figures to the scores of every node, each figure read once.</summary>
/// <remarks>
/// A leaf's score is (x − worst)·slope + low, clamped where asked, never fused. An arithmetic node is the sum of w·s over its
/// present children in their order, times the sum of all weights over the sum of the present ones (exactly 1 when nothing is
/// missing); NaN when fewer children are present than its coverage asks for, or none. Each area is computed alone, so the bits
/// do not depend on vector width, tile, thread or block of rows.
/// </remarks>
internal static unsafe class ScoringKernel
{
    /// <summary>Areas a tile: long enough to walk memory in order, short enough that the scores of some tens of nodes stay in the second-level cache.</summary>
    public const int DefaultTile = 4096;

    private const int PinnedByFrames = 8192;

    /// <summary>Scores all areas.</summary>
    /// <param name="program">The compiled index.</param>
    /// <param name="columns">One column a leaf, one figure an area; NaN is missing.</param>
    /// <param name="nodeScores">One column a node, taking one score an area.</param>
    /// <param name="leafScores">One column a leaf, taking its scores; null when nobody wants them.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="tile">Areas a tile.</param>
    /// <param name="cancellation">Stops between tiles.</param>
    public static void Score(ScoringProgram program, ReadOnlyMemory<double>[] columns, Memory<double>[] nodeScores, Memory<double>[]? leafScores = null,
        int threads = 1, int tile = DefaultTile, CancellationToken cancellation = default)
    {
        switch (Lanes.Widest)
        {
            case 8: Score<Lanes512>(program, columns, nodeScores, leafScores, threads, tile, cancellation); break;
            case 4: Score<Lanes256>(program, columns, nodeScores, leafScores, threads, tile, cancellation); break;
            case 2: Score<Lanes128>(program, columns, nodeScores, leafScores, threads, tile, cancellation); break;
            default: Score<Lanes64>(program, columns, nodeScores, leafScores, threads, tile, cancellation); break;
        }
    }

    /// <summary>As above, at a chosen width.</summary>
    internal static void Score<TLanes>(ScoringProgram program, ReadOnlyMemory<double>[] columns, Memory<double>[] nodeScores, Memory<double>[]? leafScores = null,
        int threads = 1, int tile = DefaultTile, CancellationToken cancellation = default) where TLanes : struct, ILanes<TLanes>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tile, 1);
        if (columns.Length != program.Leaves.Length) throw new ArgumentException("One column for each leaf is needed.", nameof(columns));
        if (nodeScores.Length != program.Nodes.Length) throw new ArgumentException("One column for each node is needed.", nameof(nodeScores));
        if (leafScores is not null && leafScores.Length != columns.Length) throw new ArgumentException("One column for each leaf is needed.", nameof(leafScores));
        int rows = columns.Length == 0 ? 0 : columns[0].Length;
        foreach (ReadOnlyMemory<double> column in columns) if (column.Length != rows) throw new ArgumentException("The columns differ in length.", nameof(columns));
        foreach (Memory<double> column in nodeScores) if (column.Length != rows) throw new ArgumentException("The columns differ in length.", nameof(nodeScores));
        foreach (Memory<double> column in leafScores ?? []) if (column.Length != rows) throw new ArgumentException("The columns differ in length.", nameof(leafScores));
        if (rows == 0) return;
        var run = new ScoringRun<TLanes>(program, columns, nodeScores, leafScores, rows, threads, tile, cancellation);
        if (run.Columns <= PinnedByFrames) Pin(run, 0);
        else PinByHandles(run);
    }

    /// <summary>Pins eight columns a stack frame: a handle a column would cost as much as scoring three hundred areas.</summary>
    private static void Pin<TLanes>(ScoringRun<TLanes> run, int first) where TLanes : struct, ILanes<TLanes>
    {
        if (first >= run.Columns)
        {
            run.Execute();
            return;
        }
        fixed (double* a = run.Column(first), b = run.Column(first + 1), c = run.Column(first + 2), d = run.Column(first + 3),
            e = run.Column(first + 4), f = run.Column(first + 5), g = run.Column(first + 6), h = run.Column(first + 7))
        {
            run.Place(first, a);
            run.Place(first + 1, b);
            run.Place(first + 2, c);
            run.Place(first + 3, d);
            run.Place(first + 4, e);
            run.Place(first + 5, f);
            run.Place(first + 6, g);
            run.Place(first + 7, h);
            Pin(run, first + 8);
        }
    }

    private static void PinByHandles<TLanes>(ScoringRun<TLanes> run) where TLanes : struct, ILanes<TLanes>
    {
        var handles = new MemoryHandle[run.Columns];
        try
        {
            for (int i = 0; i < handles.Length; i++)
            {
                handles[i] = run.Memory(i).Pin();
                run.Place(i, (double*)handles[i].Pointer);
            }
            run.Execute();
        }
        finally
        {
            foreach (MemoryHandle handle in handles) handle.Dispose();
        }
    }
}
