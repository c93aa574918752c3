using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Areas × indicators in dimensions, with made-up figures that depend on their place alone.</summary>
internal sealed class ScoringCase
{
    private readonly TileAggregation? function; // the arithmetic mean when null

    public ScoringCase(int areas, double missing, int indicators = 82, int dimensions = 8, int depth = 2, RowAggregation? aggregation = null)
    {
        (Areas, Missing) = (areas, missing);
        function = aggregation?.NodeFunction;
        Columns = new ReadOnlyMemory<double>[indicators];
        Leaves = new ScoreMap[indicators];
        for (int j = 0; j < indicators; j++)
        {
            var column = new double[areas];
            for (int i = 0; i < areas; i++) column[i] = Uniform(1, j, i) < missing ? double.NaN : 10 + 80 * Uniform(2, j, i);
            Columns[j] = column;
            Worst.Add(j % 3 == 0 ? 85 : 15);
            Best.Add(j % 3 == 0 ? 15 : 85);
            Leaves[j] = ScoreMap.Linear(Worst[j], Best[j], aggregation is null ? 0 : 1, 100, clamped: true);
        }
        var nodes = new List<ScoringNode>();
        int[] level = Enumerable.Range(0, indicators).ToArray();
        int groups = dimensions;
        for (int d = 1; d < depth; d++)
        {
            int count = Math.Min(groups, level.Length), first = indicators + nodes.Count;
            for (int k = 0; k < count; k++) nodes.Add(Node(level[(level.Length * k / count)..(level.Length * (k + 1) / count)]));
            level = Enumerable.Range(first, count).ToArray();
            groups = Math.Max(1, groups / 2);
        }
        nodes.Add(Node(level));
        Program = new ScoringProgram(Leaves, [.. nodes]);
        NodeScores = [.. nodes.Select(_ => (Memory<double>)new double[areas])];
    }

    public int Areas { get; }

    public double Missing { get; }

    public ReadOnlyMemory<double>[] Columns { get; }

    public ScoreMap[] Leaves { get; }

    public List<double> Worst { get; } = [];

    public List<double> Best { get; } = [];

    public ScoringProgram Program { get; }

    public Memory<double>[] NodeScores { get; }

    public double Cells => (double)Areas * Columns.Length;

    public void Score(int threads = 1, int tile = ScoringKernel.DefaultTile) => ScoringKernel.Score(Program, Columns, NodeScores, null, threads, tile);

    private ScoringNode Node(int[] children)
    {
        double[] weights = [.. children.Select(c => 1.0 + c % 7)];
        double sum = weights.Sum();
        return new ScoringNode(children, [.. weights.Select(w => w / sum)], 0.5, function);
    }

    /// <summary>A number in [0, 1) that depends on its place alone (the finaliser of SplitMix64).</summary>
    public static double Uniform(int stream, int column, int row)
    {
        ulong z = (ulong)stream * 0x9E3779B97F4A7C15 + (ulong)column * 0xBF58476D1CE4E5B9 + (ulong)row * 0x94D049BB133111EB;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
