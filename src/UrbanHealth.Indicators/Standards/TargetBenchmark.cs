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

    internal override BilingualText? Flaw() =>
        !double.IsFinite(Value) || !double.IsFinite(WorstDistance) || !double.IsFinite(Tolerance) ? new("目标、容差或最差距离不是有限数", "the target, its tolerance or the worst distance is not finite")
        : Tolerance < 0 ? new("容差为负", "the tolerance is negative")
        : !(WorstDistance > Tolerance) ? new("最差距离必须大于容差", "the worst distance must be greater than the tolerance")
        : null;
}
