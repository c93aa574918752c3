namespace UrbanHealth.Indicators;

/// <summary>What is meant by the volatility of a series (波动性定义).</summary>
public enum VolatilityDefinition
{
    /// <summary>年变动的标准差: the sample standard deviation of the yearly changes, each (yᵢ − yᵢ₋₁)/(tᵢ − tᵢ₋₁). The default.</summary>
    YearlyChanges,

    /// <summary>趋势残差标准差: the residual standard deviation about the least-squares line (n − 2).</summary>
    AboutTrend,

    /// <summary>变异系数: the sample standard deviation over |mean|.</summary>
    CoefficientOfVariation,
}
