namespace UrbanHealth.Indicators;

/// <summary>Which skewness and kurtosis is meant (偏度与峰度定义). Source: Joanes &amp; Gill (1998). Kurtosis is in excess of the normal's in all three.</summary>
public enum MomentDefinition
{
    /// <summary>Type 2: corrected for bias, G₁ = g₁·√(n(n−1))/(n−2) and G₂ = (n−1)/((n−2)(n−3))·((n+1)g₂ + 6); Excel, SPSS, SAS and COINr. The default.</summary>
    Corrected,

    /// <summary>Type 1: the moments themselves, g₁ = m₃/m₂^1.5 and g₂ = m₄/m₂² − 3; the older textbooks.</summary>
    Moments,

    /// <summary>Type 3: with the sample variance, b₁ = g₁·((n−1)/n)^1.5 and b₂ = (g₂ + 3)(1 − 1/n)² − 3; Minitab and BMDP.</summary>
    SampleVariance,
}
