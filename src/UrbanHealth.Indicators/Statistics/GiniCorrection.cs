namespace UrbanHealth.Indicators;

/// <summary>Whether a Gini coefficient allows for a small sample (基尼系数小样本修正).</summary>
public enum GiniCorrection
{
    /// <summary>总体: Σ|xᵢ − xⱼ|/(2n²μ), at most (n − 1)/n. The default.</summary>
    Population,

    /// <summary>样本修正: times n/(n − 1), so that one owning all is 1.</summary>
    Sample,
}
