using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>The scoring kernel: fast, and bit for bit the plain definition.</summary>
public class ScoringKernelTests
{
    private static readonly ScoringNode[] Tree =
    [
        new([0, 1, 2], [0.2, 0.3, 0.5], 0.5),
        new([3, 4], [1, 2], 1),
        new([7, 5, 8, 6], [0.25, 0.25, 0.4, 0.1], 0.75),
    ];

    private static readonly ScoreMap[] Maps =
    [
        ScoreMap.Linear(10, 90, 0, 100), ScoreMap.Linear(80, 20, 0, 100, clamped: true), ScoreMap.Linear(-30, 0, 0, 1).OfDistanceTo(40, 60),
        ScoreMap.Linear(0, 49, 0, 1, clamped: true), ScoreMap.Identity, ScoreMap.Affine(50, 0.1, 5), ScoreMap.Piecewise([20, 50, 80], [0, 60, 100]),
    ];

    private static readonly Func<double, double>[] Plain =
    [
        PlainScoring.Line(10, 100.0 / 80, 0), PlainScoring.Line(80, 100.0 / -60, 0, 0, 100), x => PlainScoring.Line(-30, Maps[2].Line.Slope, 0)(x < 40 ? x - 40 : x > 60 ? 60 - x : x * 0),
        x => x == 49 ? 1 : PlainScoring.Line(0, Maps[3].Line.Slope, 0, 0, 1)(x), x => x, PlainScoring.Line(50, 0.1, 5),
        x => double.IsNaN(x) ? x : x <= 20 ? 0 : x <= 50 ? (x - 20) * 2.0 + 0 : x < 80 ? (x - 50) * (40.0 / 30) + 60 : 100,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void Every_width_tile_thread_count_and_block_gives_the_bits_of_the_plain_definition(double missing)
    {
        double[][] columns = Columns(1003, missing);
        string expected = Bits(PlainScoring.Score(Plain, Tree, columns).Skip(Maps.Length));
        foreach (int tile in (int[])[1, 7, 64, 5000])
        {
            foreach (int threads in (int[])[1, 2, 7])
            {
                Assert.Equal(expected, Bits(Score<Lanes512>(columns, threads, tile, 1003)));
                Assert.Equal(expected, Bits(Score<Lanes256>(columns, threads, tile, 1003)));
                Assert.Equal(expected, Bits(Score<Lanes128>(columns, threads, tile, 1003)));
                Assert.Equal(expected, Bits(Score<Lanes64>(columns, threads, tile, 1003)));
            }
        }
        foreach (int block in (int[])[1, 1000])
        {
            Assert.Equal(expected, Bits(Score<Lanes512>(columns, 1, 64, block)));
            Assert.Equal(expected, Bits(Score<Lanes128>(columns, 2, 64, block)));
        }
    }

    [Fact]
    public void Asking_for_the_scores_of_leaves_changes_no_node_and_gives_each_leafs_own_bits()
    {
        double[][] columns = Columns(333, 0.2), nodes = Outputs(Tree.Length, 333), leaves = Outputs(Maps.Length, 333);
        ScoringKernel.Score(new ScoringProgram(Maps, Tree), Memories(columns), Targets(nodes), Targets(leaves));
        double[][] plain = PlainScoring.Score(Plain, Tree, columns);
        Assert.Equal(Bits(plain.Take(Maps.Length)), Bits(leaves));
        Assert.Equal(Bits(plain.Skip(Maps.Length)), Bits(nodes));
        for (int j = 0; j < Maps.Length; j++)
            Assert.Equal(Bits([leaves[j]]), Bits([columns[j].Select(Maps[j].Apply).ToArray()]));
    }

    [Fact]
    public void Missing_children_are_left_out_and_the_rest_scaled_by_all_weights_over_the_present()
    {
        double[] result = One([new ScoringNode([0, 1, 2], [0.5, 0.25, 0.25])], [80, double.NaN, 40]);
        Assert.Equal((0.5 * 80 + 0.25 * 40) * (1 / 0.75), result[0]);
    }

    [Fact]
    public void A_node_is_missing_below_its_coverage_and_present_at_it()
    {
        double[] at = One([new ScoringNode([0, 1], [0.5, 0.5], 0.5)], [80, double.NaN]);
        double[] below = One([new ScoringNode([0, 1], [0.5, 0.5], 0.51)], [80, double.NaN]);
        double[] nothing = One([new ScoringNode([0, 1], [0.5, 0.5])], [double.NaN, double.NaN]);
        Assert.Equal([80], at);
        Assert.Equal([double.NaN], below);
        Assert.Equal([double.NaN], nothing);
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_kept()
    {
        Assert.Equal([0.3 * 50 + 0.3 * 100], One([new ScoringNode([0, 1], [0.3, 0.3])], [50, 100]));
    }

    [Fact]
    public void Another_aggregation_sees_the_scores_of_its_children_tile_by_tile()
    {
        double[][] columns = Columns(300, 0.3), nodes = Outputs(2, 300);
        ScoringNode[] tree =
        [
            new([0, 1, 2], [1, 1, 1], 0.6, (scores, weights, target) =>
            {
                Assert.Equal(3, scores.Count);
                Assert.Equal(3, weights.Length);
                for (int i = 0; i < target.Length; i++)
                    target[i] = Math.Max(double.IsNaN(scores[0][i]) ? -1e9 : scores[0][i], Math.Max(double.IsNaN(scores[1][i]) ? -1e9 : scores[1][i], double.IsNaN(scores[2][i]) ? -1e9 : scores[2][i]));
            }),
            new([3, 2], [1, 3]),
        ];
        ScoreMap[] maps = [Maps[0], Maps[1], Maps[6]];
        ScoringKernel.Score(new ScoringProgram(maps, tree), Memories(columns[..3]), Targets(nodes), tile: 64);
        for (int i = 0; i < 300; i++)
        {
            double[] scores = [maps[0].Apply(columns[0][i]), maps[1].Apply(columns[1][i]), maps[2].Apply(columns[2][i])];
            double[] present = [.. scores.Where(double.IsFinite)];
            double inner = present.Length >= 2 ? present.Max() : double.NaN;
            Assert.Equal(inner, nodes[0][i]);
            double outer = double.IsNaN(inner) ? double.IsNaN(scores[2]) ? double.NaN : 3 * scores[2] * (4.0 / 3) : double.IsNaN(scores[2]) ? inner * (4.0 / 1) : inner + 3 * scores[2];
            Assert.Equal(outer, nodes[1][i]);
        }
    }

    [Fact]
    public void Scoring_allocates_the_same_whatever_the_number_of_areas()
    {
        long small = Allocated(100), large = Allocated(20_000);
        Assert.Equal(small, large);
        Assert.True(small < 4000, $"{small} bytes");

        static long Allocated(int rows)
        {
            double[][] columns = Columns(rows, 0.1), nodes = Outputs(Tree.Length, rows);
            ScoreMap[] maps = [.. Maps.Select(m => m.IsInline ? m : ScoreMap.Identity)];
            var program = new ScoringProgram(maps, Tree);
            ReadOnlyMemory<double>[] sources = Memories(columns);
            Memory<double>[] targets = Targets(nodes);
            ScoringKernel.Score(program, sources, targets);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ScoringKernel.Score(program, sources, targets);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Cancellation_stops_between_tiles()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        double[][] columns = Columns(100, 0), nodes = Outputs(Tree.Length, 100);
        Assert.ThrowsAny<OperationCanceledException>(() => ScoringKernel.Score(new ScoringProgram(Maps, Tree), Memories(columns), Targets(nodes), cancellation: source.Token));
    }

    [Fact]
    public void A_program_that_cannot_be_walked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ScoringProgram([default], [new([1], [1])]));
        Assert.Throws<ArgumentException>(() => new ScoringProgram([default], [new([], [])]));
        Assert.Throws<ArgumentException>(() => new ScoringProgram([default], [new([0], [1, 2])]));
        Assert.Throws<ArgumentException>(() => new ScoringProgram([default], [new([0], [1], 1.5)]));
    }

    internal static double[][] Columns(int rows, double missing)
    {
        var random = new Random(20240501);
        return [.. Enumerable.Range(0, Maps.Length).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() < missing ? double.NaN : Math.Round(100 * random.NextDouble(), 2)).ToArray())];
    }

    private static double[] One(ScoringNode[] nodes, double[] scores)
    {
        double[][] targets = Outputs(nodes.Length, 1);
        ScoringKernel.Score(new ScoringProgram(new ScoreMap[scores.Length], nodes), Memories([.. scores.Select(s => new[] { s })]), Targets(targets));
        return [.. targets.Select(t => t[0])];
    }

    private static double[][] Score<TLanes>(double[][] columns, int threads, int tile, int block) where TLanes : struct, ILanes<TLanes>
    {
        double[][] nodes = Outputs(Tree.Length, columns[0].Length);
        var program = new ScoringProgram(Maps, Tree);
        for (int start = 0; start < columns[0].Length; start += block)
        {
            int length = Math.Min(block, columns[0].Length - start);
            ScoringKernel.Score<TLanes>(program, [.. columns.Select(c => (ReadOnlyMemory<double>)c.AsMemory(start, length))], [.. nodes.Select(c => c.AsMemory(start, length))], null, threads, tile);
        }
        return nodes;
    }

    private static double[][] Outputs(int count, int rows) => [.. Enumerable.Range(0, count).Select(_ => new double[rows])];

    private static ReadOnlyMemory<double>[] Memories(double[][] columns) => [.. columns.Select(c => (ReadOnlyMemory<double>)c)];

    private static Memory<double>[] Targets(double[][] columns) => [.. columns.Select(c => (Memory<double>)c)];

    private static string Bits(IEnumerable<double[]> columns) => string.Join(' ', columns.SelectMany(c => c).Select(v => double.IsNaN(v) ? "NaN" : BitConverter.DoubleToInt64Bits(v).ToString("X")));
}
