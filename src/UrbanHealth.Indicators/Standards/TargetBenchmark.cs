namespace UrbanHealth.Indicators;

/// <summary>A target that is best (适度指标): 1 within the tolerance of the target, falling linearly to 0 at the worst distance.</summary>
public sealed record TargetBenchmark : Benchmark
{
    /// <summary>The target.</summary>
    public required double Value { get; init; }

    /// <summary>The distance from the target that scores 0; greater than the tolerance.</summary>
    public required double WorstDistance { get; init; }

    /// <summary>The distance from the target that still scores 1; 0 by default.</summary>
    public double Tolerance { get; init; }

    /// <inheritdoc/>
    public override double Score(double value) => Math.Clamp((WorstDistance - Math.Abs(value - Value)) / (WorstDistance - Tolerance), 0, 1);
}
