namespace UrbanHealth.Indicators;

/// <summary>How weights and memberships are composed (模糊合成算子).</summary>
public enum FuzzyOperator
{
    /// <summary>M(·, +) 加权平均型: Σ wᵢrᵢ; uses all that is known. The default.</summary>
    ProductSum,

    /// <summary>M(∧, ∨) 主因素决定型: max min(wᵢ, rᵢ).</summary>
    MinMax,

    /// <summary>M(·, ∨) 主因素突出型: max wᵢrᵢ.</summary>
    ProductMax,

    /// <summary>M(∧, ⊕) 取小有界和型: min(1, Σ min(wᵢ, rᵢ)).</summary>
    MinBoundedSum,
}
