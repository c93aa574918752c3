namespace UrbanHealth.Indicators;

/// <summary>Which form of Cronbach's alpha (克朗巴哈 α 的形式).</summary>
public enum AlphaForm
{
    /// <summary>协方差: of the scores as they are, k²·(mean covariance)/(sum of all covariances). The default.</summary>
    Covariance,

    /// <summary>标准化: of the standardised scores, k·r̄/(1 + (k − 1)·r̄).</summary>
    Standardised,
}
