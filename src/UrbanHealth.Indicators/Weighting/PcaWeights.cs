namespace UrbanHealth.Indicators;

/// <summary>How principal components become weights (主成分赋权方式).</summary>
public enum PcaWeights
{
    /// <summary>方差加权: Σ_k λ_k·v_jk² / Σ_k λ_k over the components kept, each column's share of the variance they explain. Source: OECD/JRC Handbook (2008), step 6. The default.</summary>
    VarianceWeighted,

    /// <summary>综合模型系数: Σ_k λ_k·|v_jk| over the components kept, divided by its sum; the form of Chinese textbooks.</summary>
    VarianceWeightedAbsolute,

    /// <summary>第一主成分平方: v_j1², which sums to 1.</summary>
    FirstComponentSquared,

    /// <summary>第一主成分: v_j1 as it is (R package COINr), turned so that it sums to 0 or more. Neither positive nor summing to 1: an indicator against the grain gets a negative weight.</summary>
    FirstComponent,
}
