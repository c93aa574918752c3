namespace UrbanHealth.Indicators;

/// <summary>Which coupling degree is meant (耦合度公式).</summary>
public enum CouplingFormula
{
    /// <summary>标准式: C = n·(∏ Uᵢ)^(1/n) / Σ Uᵢ, the geometric over the arithmetic mean, 0…1. The default.</summary>
    Standard,

    /// <summary>修正式: C = √([1 − mean |Uᵢ − Uⱼ|]·(∏ Uᵢ/max U)^(1/(n − 1))), which spreads over 0…1. Source: Wang Shujia et al. (2021), Journal of Natural Resources 36(3).</summary>
    Modified,
}
