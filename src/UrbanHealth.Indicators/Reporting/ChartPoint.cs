namespace UrbanHealth.Indicators;

/// <summary>A point of a line (数据点).</summary>
/// <param name="X">Where on the horizontal axis, such as the year.</param>
/// <param name="Y">The value; NaN leaves a gap.</param>
public readonly record struct ChartPoint(double X, double Y);
