namespace UrbanHealth.Indicators.Numerics;

/// <summary>One call of the scoring kernel: where its columns lie, and the way through its tiles.</summary>
internal sealed unsafe class ScoringRun<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private readonly ScoringProgram program;
    private readonly ReadOnlyMemory<double>[] columns;
    private readonly Memory<double>[] nodeScores;
    private readonly Memory<double>[]? leafScores;
    private readonly int rows;
    private readonly int threads;
    private readonly int tile;
    private readonly CancellationToken cancellation;
    private readonly nint[] places; // leaves, nodes, leaf scores

    public ScoringRun(ScoringProgram program, ReadOnlyMemory<double>[] columns, Memory<double>[] nodeScores, Memory<double>[]? leafScores, int rows, int threads, int tile, CancellationToken cancellation)
    {
        (this.program, this.columns, this.nodeScores, this.leafScores) = (program, columns, nodeScores, leafScores);
        (this.rows, this.threads, this.tile, this.cancellation) = (rows, threads, Math.Min(tile, rows), cancellation);
        Columns = columns.Length + nodeScores.Length + (leafScores?.Length ?? 0);
        places = new nint[Columns];
    }

    public int Columns { get; }

    public ReadOnlyMemory<double> Memory(int i) =>
        i < columns.Length ? columns[i]
        : i < columns.Length + nodeScores.Length ? nodeScores[i - columns.Length]
        : i < Columns ? leafScores![i - columns.Length - nodeScores.Length]
        : default;

    public ReadOnlySpan<double> Column(int i) => Memory(i).Span;

    public void Place(int i, double* place)
    {
        if (i < Columns) places[i] = (nint)place;
    }

    public void Execute()
    {
        int tiles = (rows - 1) / tile + 1;
        int workers = Math.Min(threads, tiles);
        if (workers == 1)
        {
            Walk(0, tiles);
            return;
        }
        // a few ranges a thread: long enough to walk memory in order, short enough that nobody waits long for the last
        int ranges = Math.Min(tiles, workers * 4);
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        Parallel.For(0, ranges, options, r => Walk((int)((long)tiles * r / ranges), (int)((long)tiles * (r + 1) / ranges)));
    }

    private void Walk(int firstTile, int endTile)
    {
        ScoringChild[] children = program.Children(areMapped: leafScores is not null);
        var hasMissing = new bool[program.Nodes.Length];
        double[] scratch = leafScores is null && program.ScratchColumns > 0 ? new double[program.ScratchColumns * tile] : [];
        fixed (ScoringChild* child = children)
        fixed (double* working = scratch)
        {
            for (int t = firstTile; t < endTile; t++)
            {
                cancellation.ThrowIfCancellationRequested();
                int start = t * tile, length = Math.Min(tile, rows - start);
                MapLeaves(working, start, length);
                Locate(child, working, start);
                for (int k = 0; k < program.Nodes.Length; k++)
                {
                    double* target = (double*)places[columns.Length + k] + start;
                    ScoringChild* first = child + program.FirstChild[k];
                    if (program.Nodes[k].Function is null) Mean(k, first, target, length, ref hasMissing[k]);
                    else Call(program.Nodes[k], first, program.FewestPresent[k], target, length);
                }
            }
        }
    }

    private void Mean(int node, ScoringChild* children, double* target, int length, ref bool hasMissing)
    {
        int count = program.Nodes[node].Children.Length, fewest = program.FewestPresent[node];
        double weights = program.WeightSums[node];
        ScoreMapKind kind = children->Kind;
        for (int c = 1; c < count; c++) if (children[c].Kind != kind) kind = ScoreMapKind.Function;
        switch (kind)
        {
            case ScoreMapKind.Identity: ScoringTile<TLanes, ScoringMaps.Identity>.Mean(children, count, weights, fewest, target, length, ref hasMissing); break;
            case ScoreMapKind.Linear: ScoringTile<TLanes, ScoringMaps.Linear>.Mean(children, count, weights, fewest, target, length, ref hasMissing); break;
            case ScoreMapKind.Linear | ScoreMapKind.Clamped: ScoringTile<TLanes, ScoringMaps.Capped>.Mean(children, count, weights, fewest, target, length, ref hasMissing); break;
            default: ScoringTile<TLanes, ScoringMaps.Mixed>.Mean(children, count, weights, fewest, target, length, ref hasMissing); break;
        }
    }

    private void Locate(ScoringChild* child, double* working, int start)
    {
        for (int k = 0; k < program.Nodes.Length; k++)
        {
            int[] sources = program.Nodes[k].Children;
            ScoringChild* it = child + program.FirstChild[k];
            for (int c = 0; c < sources.Length; c++, it++)
            {
                int source = sources[c];
                it->Source = source >= columns.Length ? (double*)places[source] + start
                    : leafScores is not null ? (double*)places[columns.Length + nodeScores.Length + source] + start
                    : program.Scratch[source] >= 0 ? working + (long)program.Scratch[source] * tile
                    : (double*)places[source] + start;
            }
        }
    }

    private void MapLeaves(double* working, int start, int length)
    {
        if (leafScores is null && program.ScratchColumns == 0) return;
        for (int i = 0; i < columns.Length; i++)
        {
            if (leafScores is null && program.Scratch[i] < 0) continue;
            double* target = leafScores is not null ? (double*)places[columns.Length + nodeScores.Length + i] + start : working + (long)program.Scratch[i] * tile;
            program.Leaves[i].Apply<TLanes>((double*)places[i] + start, target, length);
        }
    }

    private static void Call(ScoringNode node, ScoringChild* children, int fewestPresent, double* target, int length)
    {
        int count = node.Children.Length;
        node.Function!(new TileColumns(children, count, length), node.Weights, new Span<double>(target, length));
        int at = 0;
        for (; at <= length - TLanes.Count; at += TLanes.Count) Check<TLanes>(children, count, fewestPresent, target + at, at);
        for (; at < length; at++) Check<Lanes64>(children, count, fewestPresent, target + at, at);
    }

    /// <summary>No score where too few children have one; and which NaN came out does not show.</summary>
    private static void Check<T>(ScoringChild* children, int count, int fewestPresent, double* target, int at) where T : struct, ILanes<T>
    {
        T present = T.Of(0), one = T.Of(1), score = T.Load(target);
        for (int c = 0; c < count; c++)
        {
            T x = T.Load(children[c].Source + at);
            present = T.Add(present, T.Keep(T.Equal(x, x), one));
        }
        T.Store(T.Select(T.Less(present, T.Of(fewestPresent)), T.Of(double.NaN), T.Select(T.Equal(score, score), score, T.Of(double.NaN))), target);
    }
}
