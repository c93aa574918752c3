namespace UrbanHealth.Indicators;

/// <summary>What a sum of squared deviations is divided by (方差分母).</summary>
public enum VarianceDenominator
{
    /// <summary>样本: n − 1. The default everywhere unless a method's own definition says otherwise.</summary>
    Sample,

    /// <summary>总体: n.</summary>
    Population,
}
