namespace UrbanHealth.Indicators;

/// <summary>How an order of importance becomes weights (排序赋权公式); tied places share the mean of their weights.</summary>
public enum RankFormula
{
    /// <summary>ROC, 排序质心: w_k = (1/n)·Σ_{i ≥ k} 1/i, the centre of all weights that respect the order. Source: Barron &amp; Barrett (1996). The default.</summary>
    OrderCentroid,

    /// <summary>RS, 排序和: w_k ∝ n + 1 − k. Source: Stillwell, Seaver &amp; Edwards (1981).</summary>
    Sum,

    /// <summary>RR, 排序倒数: w_k ∝ 1/k. Source: Stillwell, Seaver &amp; Edwards (1981).</summary>
    Reciprocal,
}
