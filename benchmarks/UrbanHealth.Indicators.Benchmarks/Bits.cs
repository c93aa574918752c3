using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Prints a hash over the bits of everything whose bits must not depend on the machine; tests run it with vectors on and off.</summary>
internal static class Bits
{
    public static int Run(string[] args)
    {
        int threads = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        int rows = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue;
        Console.WriteLine($"width {Lanes.Widest}");
        foreach (double missing in (double[])[0, 0.05, 0.4])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scoring {missing} {Scoring(new ScoringCase(3001, missing), threads, rows)}"));
        double[] points = [.. Enumerable.Range(0, 4096).Select(i => Math.ScaleB(0.5 + ScoringCase.Uniform(7, 0, i), i % 64 - 32))];
        Console.WriteLine($"functions {Hash(points.SelectMany(x => new[] { ElementaryFunctions.Log(x), ElementaryFunctions.Exp(ElementaryFunctions.Log(x) * 3), ElementaryFunctions.Pow(x, 0.37) }))}");
        var moments = new ExactMoments();
        for (int start = 0; start < points.Length; start += Math.Min(rows, points.Length)) moments.Add(points.AsSpan(start, Math.Min(rows, points.Length - start)));
        Console.WriteLine($"moments {moments}");
        ExactPairs pairs = ExactPairs.Of(points.AsMemory(0, 4000), points.AsMemory(96, 4000));
        (double[] eigenvalues, double[][] eigenvectors) = SymmetricEigen.Of(Symmetric(points));
        var weights = new double[5];
        WeightDistribution.Around([0.1, 0.2, 0.3, 0.2, 0.2], 30).Draw(1, 99, weights);
        Console.WriteLine($"rest {Hash([pairs.Comoment(0, 1), .. eigenvalues, .. eigenvectors.SelectMany(v => v), .. weights, .. Ranking.Of(points)])}");
        var siblings = new Siblings(Matrix.FromMemory(new ScoringCase(1003, 0.05, indicators: 7).Columns));
        Weighting[] learned = [Weighting.Entropy(), Weighting.Entropy(EntropyZeros.Replace), new EntropyWeighting { Shares = ColumnScale.AsGiven }, Weighting.Critic(), new PcaWeighting()];
        Console.WriteLine($"weights {Hash(learned.SelectMany(w => w.Weigh(siblings).Values))}");
        Matrix scores = Matrix.FromMemory(new ScoringCase(211, 0.05, indicators: 9).Columns);
        foreach (WeightDistribution distribution in (WeightDistribution[])[WeightDistribution.Any(), WeightDistribution.Around([1, 2, 3, 1, 2, 3, 1, 2, 3], 50)])
        {
            RankAcceptability sure = new AcceptabilityAnalysis { Draws = 500, Threads = threads }.Run(scores, distribution);
            Console.WriteLine($"draws {Hash(Enumerable.Range(0, sure.Areas).SelectMany(a => (double[])[.. sure.Ranks(a), .. sure.ScoreInterval(a) is { } i ? [i.Lowest, i.Median, i.Highest] : Array.Empty<double>(), .. sure.CentralWeights(a) ?? []]))}");
        }
        (EvaluationPlan plan, Panel panel) = RobustPlans.Case(61, 20, 4, 0.05);
        PlanVariation methods = RobustPlans.Methods(plan.Vary(v => v.Weights(WeightVariation.Around(0.2))));
        foreach ((PlanVariation variation, int draws) in ((PlanVariation, int)[])[(methods, 400), (methods.MeasurementError(MeasurementError.Stated().Otherwise(0.05)), 60)])
        {
            RankUncertainty sure = variation.Run(panel, draws, threads: threads);
            Console.WriteLine($"plans {sure.Draws} {Hash(sure.Year(2023).SelectMany(a => (double[])[.. a.Scores(), .. a.Ranks(), .. a.CentralWeights?.Values ?? []]))}");
        }
        return 0;
    }

    private static double[,] Symmetric(double[] points)
    {
        var a = new double[19, 19];
        for (int i = 0; i < 19; i++)
            for (int j = 0; j < 19; j++) a[i, j] = points[64 * Math.Min(i, j)] + points[64 * Math.Max(i, j) + 1];
        return a;
    }

    private static string Scoring(ScoringCase of, int threads, int rows)
    {
        for (int start = 0; start < of.Areas; start += Math.Min(rows, of.Areas))
        {
            int length = Math.Min(rows, of.Areas - start);
            ScoringKernel.Score(of.Program, [.. of.Columns.Select(c => c.Slice(start, length))], [.. of.NodeScores.Select(c => c.Slice(start, length))], null, threads, 64);
        }
        return Hash(of.NodeScores.SelectMany(c => c.ToArray()));
    }

    public static string Hash(IEnumerable<double> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[8];
        foreach (double v in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, BitConverter.DoubleToInt64Bits(v));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset(), 0, 16);
    }
}
