using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>How the cost grows with areas, indicators, depth, years and draws: the table of docs/performance.md.</summary>
internal static class Growth
{
    private const string Begin = "<!-- growth: written by the benchmark -->", End = "<!-- end of growth -->";

    public static int Run(string[] args)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Lanes.Widest} doubles a vector, one thread; best of many runs.\n\n| what grows | size | milliseconds | nanoseconds a cell |\n|---|---|---|---|\n");
        foreach (int areas in (int[])[10, 100, 1_000, 10_000, 100_000, 1_000_000]) Scoring(table, "areas", $"{areas} areas × 20 indicators", new ScoringCase(areas, 0.05, 20, 4));
        foreach (int indicators in (int[])[8, 32, 128, 512, 2_048]) Scoring(table, "indicators", $"3,000 areas × {indicators} indicators", new ScoringCase(3_000, 0.05, indicators));
        foreach (int depth in (int[])[1, 2, 3, 4, 6]) Scoring(table, "depth", $"3,000 areas × 256 indicators, {depth} levels", new ScoringCase(3_000, 0.05, 256, 64, depth));
        foreach (int years in (int[])[1, 5, 20])
        {
            ScoringCase[] each = [.. Enumerable.Range(0, years).Select(_ => new ScoringCase(3_000, 0.05))];
            Row(table, "years", $"3,000 areas × 82 indicators × {years} years", Best.Of(() => { foreach (ScoringCase c in each) c.Score(); }), each.Sum(c => c.Cells));
        }
        foreach (int draws in (int[])[100, 1_000, 10_000])
        {
            (DrawKernel kernel, WeightDistribution[] weights, int[] counts) = DrawPeers.Case(300, 82, 0.05);
            Row(table, "draws", $"300 areas × 82 indicators × {draws} draws of weights, ranks kept", Best.Of(() => DrawPeers.Analysis(draws, 1).Run(kernel, weights, counts)), 300.0 * 82 * draws);
        }
        foreach (int areas in (int[])[100, 10_000, 1_000_000])
        {
            var of = new ScoringCase(areas, 0.05, 1, 1);
            Row(table, "moments", $"{areas} figures, exact mean and variance", Best.Of(() => ExactMoments.Of(of.Columns[0].Span).Variance(1)), areas);
            Row(table, "ranks", $"{areas} figures", Best.Of(() => Ranking.Of(of.Columns[0].Span)), areas);
        }
        Console.Write(table);
        if (args is [string path]) Write(path, table.ToString());
        return 0;
    }

    private static void Scoring(StringBuilder table, string what, string size, ScoringCase of) => Row(table, what, size, Best.Of(() => of.Score()), of.Cells);

    private static void Row(StringBuilder table, string what, string size, double nanoseconds, double cells) =>
        table.Append(CultureInfo.InvariantCulture, $"| {what} | {size} | {nanoseconds / 1e6:0.####} | {nanoseconds / cells:0.00} |\n");

    private static void Write(string path, string table)
    {
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(page.AsSpan(0, begin), "\n", table, page.AsSpan(end)));
    }
}
