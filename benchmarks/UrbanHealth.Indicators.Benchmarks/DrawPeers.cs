using System.Globalization;
using System.Runtime.InteropServices;
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

    /// <summary>Weights and methods vary in nine combinations, scores and ranks are kept: the library through plan, model and result.</summary>
    public static void Methods(Numpy? numpy)
    {
        const int areas = 300, indicators = 82, draws = 10_000;
        foreach (double missing in (double[])[0, 0.05])
        {
            (EvaluationPlan plan, Panel panel) = RobustPlans.Case(areas, indicators, 8, missing);
            PlanVariation methods = RobustPlans.Methods(plan.Vary(v => v.Weights(WeightVariation.Around(0.2))));
            string name = string.Create(CultureInfo.InvariantCulture, $"{areas}x{indicators}x{draws}draws-missing{missing * 100:0}%"), file = Path.GetTempFileName();
            using (FileStream stream = File.OpenWrite(file))
                for (int i = 0; i < indicators; i++) stream.Write(MemoryMarshal.AsBytes(panel.ColumnMemory($"I{i}", 2023).Span));
            double first = methods.Run(panel, draws)["x0"].MeanRank;
            double Ours(int threads) => Best.Of(() => methods.Run(panel, draws, threads: threads), 2) / ((double)areas * indicators * draws);
            foreach ((string way, string line) in ((string, string)[])[("each", "methods-each-draw"), ("prepared", "methods-each-draw-prepared"), ("batch", "methods-matrix-product")])
                foreach (int threads in (int[])[1, Environment.ProcessorCount])
                {
                    double check = Peers.Line(numpy, line, $"{name}-{threads}threads", () => Ours(threads), $"methods {areas} {indicators} {draws} {way} {file}");
                    if (numpy is not null && !(Math.Abs(check - first) < 3)) throw new InvalidOperationException($"numpy computes something else: mean rank {check:R} against {first:R}.");
                }
            Peers.Note($"# methods-seconds-{name}-{Environment.ProcessorCount}threads", Ours(Environment.ProcessorCount) * areas * indicators * draws / 1e9);
            File.Delete(file);
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
