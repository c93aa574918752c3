namespace UrbanHealth.Indicators;

/// <summary>How a p-value of a rank test is found (P 值算法).</summary>
public enum PValueRule
{
    /// <summary>小样本精确: exact where the exact distribution is at hand (Mann-Kendall up to 20 values, Spearman up to 10, ties included), else the approximation. The default.</summary>
    ExactWhenSmall,

    /// <summary>近似: always the approximation (normal with continuity correction, or Student's t).</summary>
    Approximate,

    /// <summary>精确: always exact; an error for a longer series.</summary>
    Exact,
}
