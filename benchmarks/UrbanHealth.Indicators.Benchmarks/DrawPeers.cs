using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Rank acceptability beside the same in numpy, draw by draw and as one matrix product.</summary>
internal static class DrawPeers
{
    public static void Run(Numpy? numpy)
    {
        foreach ((int areas, int indicators, int draws) in ((int, int, int)[])[(51, 49, 1_002), (300, 82, 10_000)])
        {
            foreach (double missing in (double[])[0, 0.05])
            {
                (DrawKernel kernel, WeightDistribution[] weights, int[] counts) = Case(areas, indicators, missing);
                double cells = (double)areas * indicators * draws;
                string name = string.Create(CultureInfo.InvariantCulture, $"{areas}x{indicators}x{draws}draws-missing{missing * 100:0}%");
                string question = string.Create(CultureInfo.InvariantCulture, $"draws {areas} {indicators} {draws} {missing}");
                double Ours(int threads) => Best.Of(() => Analysis(draws, threads).Run(kernel, weights, counts), 1) / cells;
                Peers.Line(numpy, "draws-each-draw", name, () => Ours(1), $"{question} each");
                Peers.Line(numpy, "draws-matrix-product", name, () => Ours(1), $"{question} batch");
                Peers.Note($"# draws-seconds-{name}-{Environment.ProcessorCount}threads", Ours(Environment.ProcessorCount) * cells / 1e9);
            }
        }
    }

    public static AcceptabilityAnalysis Analysis(int draws, int threads) => new() { Draws = draws, Threads = threads, CountsPairs = false };

    public static (DrawKernel Kernel, WeightDistribution[] Weights, int[] Counts) Case(int areas, int indicators, double missing)
    {
        var of = new ScoringCase(areas, missing, indicators);
        var columns = new ReadOnlyMemory<double>[indicators];
        for (int j = 0; j < indicators; j++)
        {
            var scores = new double[areas];
            of.Leaves[j].Apply(of.Columns[j].Span, scores);
            columns[j] = scores;
        }
        ScoringNode[] nodes = of.Program.Nodes;
        return (new DrawKernel(nodes, columns), [.. nodes.Select(n => WeightDistribution.Around(n.Weights, 100))], [.. nodes.Select(n => n.Children.Length)]);
    }
}
