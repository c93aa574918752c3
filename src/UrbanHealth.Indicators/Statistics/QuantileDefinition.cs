namespace UrbanHealth.Indicators;

/// <summary>How a quantile is read between order statistics (分位数定义). Source: Hyndman &amp; Fan (1996).</summary>
public enum QuantileDefinition
{
    /// <summary>R7: linear between the points (k − 1)/(n − 1); spreadsheets, numpy and R by default. The default here.</summary>
    R7,

    /// <summary>R6: linear between the points k/(n + 1).</summary>
    R6,

    /// <summary>R8: approximately median-unbiased, points (k − 1/3)/(n + 1/3).</summary>
    R8,

    /// <summary>R1: the inverse of the empirical distribution; always an observed value.</summary>
    R1,

    /// <summary>R2: as R1 with the mean of the two values at a step.</summary>
    R2,
}
