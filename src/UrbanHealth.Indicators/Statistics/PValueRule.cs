namespace UrbanHealth.Indicators;

/// <summary>How a p-value of a rank test is found (P 值算法).</summary>
public enum PValueRule
{
    /// <summary>小样本精确: exact where the exact distribution is at hand (Kendall and Mann-Kendall up to 20 values, Spearman up to 10; ties in one of the two series included), else the approximation. The default.</summary>
    ExactWhenSmall,

    /// <summary>近似: always the approximation (normal, or Student's t); a test's own documentation says whether with continuity correction.</summary>
    Approximate,

    /// <summary>精确: always exact; an error for a longer series.</summary>
    Exact,
}
