using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How much of an output's variance one uncertain input explains (方差敏感度指数).</summary>
/// <param name="First">The first-order index (一阶指数): the share the input explains alone.</param>
/// <param name="FirstLow">The lower end of its bootstrap interval.</param>
/// <param name="FirstHigh">The upper end of its bootstrap interval.</param>
/// <param name="Total">The total index (总指数): the share it explains alone and together with others.</param>
/// <param name="TotalLow">The lower end of its bootstrap interval.</param>
/// <param name="TotalHigh">The upper end of its bootstrap interval.</param>
public readonly record struct SensitivityIndex(double First, double FirstLow, double FirstHigh, double Total, double TotalLow, double TotalHigh)
{
    /// <summary>Such as <c>first 0.314 (0.29…0.34), total 0.558 (0.53…0.59)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"first {First:0.000} ({FirstLow:0.00}…{FirstHigh:0.00}), total {Total:0.000} ({TotalLow:0.00}…{TotalHigh:0.00})");
}
