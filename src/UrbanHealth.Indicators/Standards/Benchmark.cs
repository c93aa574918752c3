using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>An indicator's own yardstick for scoring (评分基准), in its own unit and real direction.</summary>
/// <remarks>Where an indicator has one it wins over the plan's normalisation. All kinds map a raw value to 0…1, 1 best; NaN maps to NaN.
/// The factories check their arguments; a benchmark made by its properties is checked by the framework that takes it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GoalpostBenchmark), "goalposts")]
[JsonDerivedType(typeof(TargetBenchmark), "target")]
[JsonDerivedType(typeof(RangeBenchmark), "range")]
[JsonDerivedType(typeof(BandBenchmark), "bands")]
public abstract record Benchmark
{
    private protected Benchmark() { }

    /// <summary>The document it stands in (依据文件).</summary>
    public string? Document { get; init; }

    /// <summary>The score 0…1 of a raw value; NaN for NaN.</summary>
    public abstract double Score(double value);

    /// <summary>Fixed goalposts: <paramref name="worst"/> scores 0 and <paramref name="best"/> scores 1.</summary>
    public static Benchmark Goalposts(double worst, double best, BenchmarkScale scale = BenchmarkScale.Linear) => Checked(new GoalpostBenchmark { Worst = worst, Best = best, Scale = scale });

    /// <summary>A target with full marks within <paramref name="tolerance"/> of it, falling to 0 at the distance <paramref name="worstDistance"/>.</summary>
    public static Benchmark Target(double target, double worstDistance, double tolerance = 0) => Checked(new TargetBenchmark { Value = target, WorstDistance = worstDistance, Tolerance = tolerance });

    /// <summary>A range with full marks inside, falling to 0 at <paramref name="worstLow"/> and <paramref name="worstHigh"/>.</summary>
    public static Benchmark Range(double worstLow, double low, double high, double worstHigh) => Checked(new RangeBenchmark { WorstLow = worstLow, Low = low, High = high, WorstHigh = worstHigh });

    /// <summary>Straight lines through given points.</summary>
    public static Benchmark Bands(params BandPoint[] points) => Checked(new BandBenchmark { Points = points });

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal abstract BilingualText? Flaw();

    private static Benchmark Checked(Benchmark made) => made.Flaw() is { } flaw ? throw new ArgumentException(flaw.English) : made;
}
