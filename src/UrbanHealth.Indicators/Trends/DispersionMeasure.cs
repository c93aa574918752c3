namespace UrbanHealth.Indicators;

/// <summary>How the spread of one year over areas is measured (离散程度).</summary>
public enum DispersionMeasure
{
    /// <summary>变异系数: the standard deviation over |mean|. The default.</summary>
    CoefficientOfVariation,

    /// <summary>对数标准差: the standard deviation of the logarithms; values must be positive.</summary>
    LogDeviation,

    /// <summary>极差: the largest less the smallest.</summary>
    Range,

    /// <summary>基尼系数.</summary>
    Gini,

    /// <summary>泰尔指数 T.</summary>
    TheilT,
}
