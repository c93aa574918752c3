using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Straight lines through given points (分段线性映射), flat beyond the first and the last.</summary>
/// <remarks>Two points may stand at one value: there the score jumps, and at the value itself the higher score counts.</remarks>
public sealed record FittedPiecewise : FittedNormalization
{
    /// <summary>At least one point, values not falling; at most two at one value.</summary>
    /// <exception cref="ArgumentException">No point, a value that is not finite, falling values, or three at one value.</exception>
    public required IReadOnlyList<BandPoint> Points
    {
        get;
        init => field = Check(value);
    }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        IReadOnlyList<BandPoint> points = Points;
        int low = 0, high = points.Count; // points before low lie below the value
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (points[middle].Value < value) low = middle + 1;
            else high = middle;
        }
        if (low == points.Count) return points[^1].Score;
        (double x, double y) = points[low];
        if (x == value) return low + 1 < points.Count && points[low + 1].Value == value ? Math.Max(y, points[low + 1].Score) : y;
        if (low == 0) return y;
        (double x0, double y0) = points[low - 1];
        return y0 + (y - y0) * ((value - x0) / (x - x0));
    }

    private static BandPoint[] Check(IReadOnlyList<BandPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0) throw new ArgumentException("At least one point is needed.", nameof(points));
        for (int i = 0; i < points.Count; i++)
        {
            if (!double.IsFinite(points[i].Value) || !double.IsFinite(points[i].Score)) throw new ArgumentException("A point is not finite.", nameof(points));
            if (i > 0 && points[i].Value < points[i - 1].Value) throw new ArgumentException("The values of the points must not fall.", nameof(points));
            if (i > 1 && points[i].Value == points[i - 2].Value) throw new ArgumentException("At most two points may stand at one value.", nameof(points));
        }
        return [.. points];
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Join('，', Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value:R}→{p.Score:R} 分")))
        : string.Join(", ", Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value:R} scores {p.Score:R}")));
}
