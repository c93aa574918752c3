namespace UrbanHealth.Indicators;

/// <summary>Straight lines through given points (分段线性), flat beyond the first and the last.</summary>
public sealed record BandBenchmark : Benchmark
{
    /// <summary>At least two points in strictly rising order of value.</summary>
    public required IReadOnlyList<BandPoint> Points { get; init; }

    /// <inheritdoc/>
    public override double Score(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        if (value <= Points[0].Value) return Points[0].Score;
        for (int i = 1; i < Points.Count; i++)
        {
            if (value > Points[i].Value) continue;
            (double x0, double y0) = Points[i - 1];
            (double x1, double y1) = Points[i];
            return y0 + (y1 - y0) * ((value - x0) / (x1 - x0));
        }
        return Points[^1].Score;
    }
}
