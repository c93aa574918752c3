using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A figure that a treatment changed (被处理的数值).</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Original">What it was.</param>
/// <param name="Treated">What it became.</param>
public readonly record struct TreatedPoint(int Row, double Original, double Treated)
{
    /// <summary>Such as <c>row 3: 1000 → 500</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Row}: {Original:R} → {Treated:R}");
}
