using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>A correlation with its test against none (相关检验).</summary>
/// <param name="Coefficient">The correlation, −1…1.</param>
/// <param name="PValue">The two-sided p-value.</param>
/// <param name="Count">The pairs it rests on.</param>
public readonly record struct CorrelationTest(double Coefficient, double PValue, int Count)
{
    /// <summary>Such as <c>0.82, p = 0.089, n = 5</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Coefficient:0.####}, p = {PValue:0.####}, n = {Count}");
}
