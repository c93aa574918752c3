using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>An indicator's own benchmark (评分基准) stretched onto a range; learned from nothing, in raw units and the real direction.</summary>
public sealed record BenchmarkNormalization : Normalization
{
    /// <summary>The benchmark.</summary>
    public required Benchmark Benchmark { get; init; }

    /// <summary>The score where the benchmark gives 0; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score where the benchmark gives 1; 100 by default.</summary>
    public double High { get; init; } = 100;

    internal override LearnedFrom LearnedFrom => LearnedFrom.Nothing;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Goalposts contradict the preference.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        CheckRange(Low, High);
        switch (Benchmark)
        {
            case GoalpostBenchmark g:
                if (!preference.IsDistance && g.Worst > g.Best != (preference.Direction == Direction.LowerIsBetter))
                    throw new ArgumentException("The benchmark's goalposts contradict the direction: both are in raw units, so where less is better Worst is above Best.", nameof(preference));
                bool log = g.Scale == BenchmarkScale.Logarithmic;
                Preference direction = g.Worst > g.Best ? Preference.Lower : Preference.Higher;
                var line = new FittedLinear
                {
                    Worst = log ? ElementaryFunctions.Log(g.Worst) : g.Worst,
                    Best = log ? ElementaryFunctions.Log(g.Best) : g.Best,
                    Low = Low,
                    High = High,
                    Preference = direction,
                    Capped = g.Capped,
                };
                return log ? new FittedTransformed { Transform = new LogTransform(), Then = line } : line;
            case TargetBenchmark t:
                return Lines((t.Value - t.WorstDistance, 0), (t.Value - t.Tolerance, 1), (t.Value + t.Tolerance, 1), (t.Value + t.WorstDistance, 0));
            case RangeBenchmark r:
                return Lines((r.WorstLow, 0), (r.Low, 1), (r.High, 1), (r.WorstHigh, 0));
            case BandBenchmark b:
                return Lines([.. b.Points.Select(p => (p.Value, p.Score))]);
            default:
                return new FittedBenchmark { Benchmark = Benchmark, Low = Low, High = High };
        }
    }

    private FittedPiecewise Lines(params (double Value, double Score)[] points) => new() { Points = [.. points.Distinct().Select(p => new BandPoint(p.Value, Low + (High - Low) * p.Score))] };
}
