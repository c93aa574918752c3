using BenchmarkDotNet.Attributes;

namespace UrbanHealth.Indicators.Benchmarks;

/// <summary>Five years of 82 indicators of 3,000 areas, reviewed and compared.</summary>
[MemoryDiagnoser]
public class TrendBenchmarks
{
    private double[][][] columns = [];
    private Panel panel = null!;

    /// <summary>The share of missing figures.</summary>
    [Params(0, 0.05)]
    public double Missing { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        columns = TrendReview.Columns(Missing);
        panel = TrendReview.Of(columns);
    }

    [Benchmark(Baseline = true)]
    public double PlainLoops() => PlainTrends.Review(columns, TrendReview.Years).SenSum;

    [Benchmark]
    public FiveYearReview Review() => FiveYearReview.Of(panel, null, 2019..2023);

    [Benchmark]
    public int YearOverYear() => PanelChange.Between(panel, 2022, 2023).All().Count(c => c.Label == ChangeLabel.Improved);
}
