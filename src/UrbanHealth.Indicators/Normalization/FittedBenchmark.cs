using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>An indicator's own benchmark stretched onto a range (评分基准映射).</summary>
public sealed record FittedBenchmark : FittedNormalization
{
    /// <summary>The benchmark.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The score where the benchmark gives 0.</summary>
    public required double Low { get; init; }

    /// <summary>The score where the benchmark gives 1.</summary>
    public required double High { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value) => Low + (High - Low) * Benchmark.Score(value);

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"评分基准 {Benchmark}，{Low:R}~{High:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"the benchmark {Benchmark}, {Low:R} to {High:R}");
}
