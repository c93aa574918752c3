namespace UrbanHealth.Indicators;

/// <summary>Two fixed goalposts (阈值法): (x − worst)/(best − worst), capped to 0…1 unless <see cref="Capped"/> is off. Source: UNDP, Human Development Report technical notes.</summary>
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
        double x = value, worst = Worst, best = Best;
        if (Scale == BenchmarkScale.Logarithmic) (x, worst, best) = (Math.Log(x), Math.Log(worst), Math.Log(best));
        double score = (x - worst) / (best - worst);
        return Capped ? Math.Clamp(score, 0, 1) : score;
    }
}
