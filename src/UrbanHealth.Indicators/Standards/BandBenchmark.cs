namespace UrbanHealth.Indicators;

/// <summary>Straight lines through given points (分段线性), flat beyond the first and the last.</summary>
public sealed record BandBenchmark : Benchmark
{
    /// <summary>At least two points in strictly rising order of value.</summary>
    public required IReadOnlyList<BandPoint> Points { get; init => field = ValueList<BandPoint>.Of(value); }

    /// <inheritdoc/>
    public override double Score(double value)
    {
        if (double.IsNaN(value) || Points.Count == 0) return double.NaN;
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

    internal override BilingualText? Flaw()
    {
        if (Points.Count < 2) return new("折线至少要两个点", "the line needs at least two points");
        for (int i = 0; i < Points.Count; i++)
        {
            if (!double.IsFinite(Points[i].Value) || !double.IsFinite(Points[i].Score)) return new("折线点不是有限数", "a point is not finite");
            if (Points[i].Score is < 0 or > 1) return new("折线点的得分不在 0…1 之间", "the score of a point is not within 0…1");
            if (i > 0 && !(Points[i].Value > Points[i - 1].Value)) return new("折线点的值没有严格递增", "the values of the points do not rise strictly");
        }
        return null;
    }
}
