using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Two columns and their correlation (相关指标对).</summary>
/// <param name="First">The place of the one, from 0.</param>
/// <param name="Second">The place of the other, from 0.</param>
/// <param name="Coefficient">Their correlation.</param>
public readonly record struct CorrelatedPair(int First, int Second, double Coefficient)
{
    /// <summary>Such as <c>0 and 3: 0.91</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First} and {Second}: {Coefficient:0.##}");
}
