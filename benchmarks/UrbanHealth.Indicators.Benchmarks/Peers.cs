using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>The library beside its peers in one run: one line a case, <c>case ours_ns_per_cell peer_ns_per_cell ratio</c>.</summary>
internal static class Peers
{
    public static int Run(string[] args)
    {
        long started = Stopwatch.GetTimestamp();
        double sinceStart = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        new ScoringCase(3, 0.05).Score();
        sinceStart += Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        string only = args.Length > 0 ? args[0] : "";
        Numpy? numpy = Numpy.Find();
        Console.WriteLine($"# {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {Numerics.Lanes.Widest} doubles a vector, numpy {numpy?.Version ?? "absent"}");
        Console.WriteLine("# case ours_ns_per_cell peer_ns_per_cell ratio");
        Note("# first-result-ms-after-process-start", sinceStart);
        if ("scoring means".Contains(only, StringComparison.Ordinal)) Means(numpy);
        if ("scoring".Contains(only, StringComparison.Ordinal)) Scoring(numpy);
        if ("fit".Contains(only, StringComparison.Ordinal)) FitPeers.Run(numpy);
        if ("draws".Contains(only, StringComparison.Ordinal)) DrawPeers.Run(numpy);
        if ("draws methods".Contains(only, StringComparison.Ordinal)) DrawPeers.Methods(numpy);
        return 0;
    }

    private static void Scoring(Numpy? numpy)
    {
        foreach (int areas in (int[])[300, 3_000, 600_000])
        {
            foreach (double missing in (double[])[0, 0.05, 0.4])
            {
                var of = new ScoringCase(areas, missing);
                string name = string.Create(CultureInfo.InvariantCulture, $"{areas}x82-missing{missing * 100:0}%");
                double ours = BesideNumpy(numpy, of, name);
                double read = Best.Of(() => PlainRead.Sum(of.Columns, 1)) / of.Cells;
                if (areas <= 3_000)
                {
                    var linq = new LinqScoring(of);
                    Line($"scoring-linq-{name}", ours, Best.Of(() => linq.Score()) / of.Cells);
                }
                Line($"scoring-read-{name}", ours, read);
                if (areas == 600_000)
                {
                    int all = Environment.ProcessorCount;
                    (double score, double plain) = Best.InTurn(() => of.Score(all), () => PlainRead.Sum(of.Columns, all));
                    Line($"scoring-read-{name}-{all}threads", score / of.Cells, plain / of.Cells);
                }
                long before = GC.GetAllocatedBytesForCurrentThread();
                of.Score();
                Note($"# allocated-bytes-{name}", GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
    }

    private static void Means(Numpy? numpy)
    {
        foreach ((RowAggregation mean, string exponent, string label) in ((RowAggregation, string, string)[])[(Aggregation.Geometric(), "0", "geometric"), (Aggregation.PowerMean(0.37), "0.37", "power")])
        {
            foreach (double missing in (double[])[0, 0.05])
            {
                var of = new ScoringCase(3_000, missing, aggregation: mean);
                string name = string.Create(CultureInfo.InvariantCulture, $"{of.Areas}x82-missing{missing * 100:0}%");
                double ours = BesideNumpy(numpy, of, name, $"means 3000 82 {exponent}", $"scoring-numpy-{label}");
                var arithmetic = new ScoringCase(3_000, missing);
                Note($"# {label}-times-arithmetic-{name}", ours * of.Cells / Best.Of(() => arithmetic.Score()));
            }
        }
    }

    /// <summary>Prints the line beside numpy, where there is one.</summary>
    /// <returns>Our nanoseconds a cell.</returns>
    private static double BesideNumpy(Numpy? numpy, ScoringCase of, string name, string? question = null, string line = "scoring-numpy")
    {
        double Own() => Best.Of(() => of.Score()) / of.Cells;
        if (numpy is null) return Own();
        string file = "-";
        if (of.Areas <= 3_000)
        {
            file = Path.GetTempFileName();
            using FileStream stream = File.OpenWrite(file);
            foreach (ReadOnlyMemory<double> c in of.Columns) stream.Write(MemoryMarshal.AsBytes(c.Span));
        }
        (double ours, double peer, double check) = numpy.Beside(Own, question is null ? string.Create(CultureInfo.InvariantCulture, $"scoring {of.Areas} {of.Missing} {file}") : $"{question} {file}");
        Line($"{line}-{name}", ours, peer);
        if (file == "-") return ours;
        File.Delete(file);
        double mean = of.NodeScores[^1].ToArray().Where(double.IsFinite).Average();
        return Math.Abs(mean - check) <= 1e-9 * Math.Abs(check) ? ours : throw new InvalidOperationException($"numpy computes something else: {check:R} against {mean:R}.");
    }

    internal static void Line(string name, double ours, double peer) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {ours:0.000} {peer:0.000} {peer / ours:0.0}"));

    /// <summary>The line beside numpy; ours alone where there is none.</summary>
    /// <returns>What numpy gives to be checked; NaN without it.</returns>
    internal static double Line(Numpy? numpy, string name, string size, Func<double> ours, string question)
    {
        if (numpy is null)
        {
            Note($"# {name}-{size}", ours());
            return double.NaN;
        }
        (double own, double peer, double check) = numpy.Beside(ours, question);
        Line($"{name}-numpy-{size}", own, peer);
        return check;
    }

    internal static void Note(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}"));
}
