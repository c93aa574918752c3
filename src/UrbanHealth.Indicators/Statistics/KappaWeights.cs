namespace UrbanHealth.Indicators;

/// <summary>How much a disagreement of several grades counts (加权 kappa 的权重).</summary>
public enum KappaWeights
{
    /// <summary>线性: 1 − |i − j|/(k − 1). The default, as in R's vcd.</summary>
    Linear,

    /// <summary>二次: 1 − (i − j)²/(k − 1)².</summary>
    Quadratic,

    /// <summary>不加权: any disagreement counts alike.</summary>
    None,
}
