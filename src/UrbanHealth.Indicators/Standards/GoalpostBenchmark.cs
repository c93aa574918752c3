using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Two fixed goalposts (阈值法): (x − worst)/(best − worst), capped to 0…1 unless <see cref="Capped"/> is off. Source: UNDP, Human Development Report technical notes.</summary>
/// <remarks>On a logarithmic scale a figure that is not positive has no score (NaN).</remarks>
public sealed record GoalpostBenchmark : Benchmark
{
    /// <summary>The raw value that scores 0; above <see cref="Best"/> where less is better.</summary>
    public required double Worst { get; init; }

    /// <summary>The raw value that scores 1; differs from <see cref="Worst"/>.</summary>
    public required double Best { get; init; }

    /// <summary>The scale; linear by default.</summary>
    public BenchmarkScale Scale { get; init; }

    /// <summary>Whether scores are held to 0…1; true by default.</summary>
    public bool Capped { get; init; } = true;

    /// <inheritdoc/>
    public override double Score(double value)
    {
        if (Scale == BenchmarkScale.Logarithmic && value <= 0) return double.NaN; // a logarithm has nothing to say here
        double x = value, worst = Worst, best = Best;
        if (Scale == BenchmarkScale.Logarithmic) (x, worst, best) = (ElementaryFunctions.Log(x), ElementaryFunctions.Log(worst), ElementaryFunctions.Log(best));
        double score = (x - worst) / (best - worst);
        return Capped ? Math.Clamp(score, 0, 1) : score;
    }

    internal override BilingualText? Flaw() =>
        !double.IsFinite(Worst) || !double.IsFinite(Best) ? new("阈值不是有限数", "a goalpost is not finite")
        : Worst == Best ? new("两个阈值相等", "the goalposts are equal")
        : Scale == BenchmarkScale.Logarithmic && !(Worst > 0 && Best > 0) ? new("对数尺度的阈值必须大于 0", "goalposts on a logarithmic scale are positive")
        : null;
}
