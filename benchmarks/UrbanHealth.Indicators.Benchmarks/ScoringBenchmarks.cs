using BenchmarkDotNet.Attributes;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Scoring beside a plain read of the same memory and beside LINQ over objects.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private ScoringCase of = null!;
    private LinqScoring? linq;

    [Params(300, 3_000, 600_000)]
    public int Areas { get; set; }

    [Params(0, 0.05, 0.4)]
    public double Missing { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        of = new ScoringCase(Areas, Missing);
        linq = Areas <= 3_000 ? new LinqScoring(of) : null;
    }

    [Benchmark(Baseline = true)]
    public void Kernel() => of.Score();

    [Benchmark]
    public void KernelOnAllCores() => of.Score(Environment.ProcessorCount);

    [Benchmark]
    public double ReadOfTheSameMemory() => PlainRead.Sum(of.Columns, 1);

    [Benchmark]
    public int LinqOverObjects() => linq?.Score().Count ?? 0;
}
