namespace UrbanHealth.Indicators;

/// <summary>Which correlation (相关系数).</summary>
public enum CorrelationMethod
{
    /// <summary>皮尔逊: linear. The default.</summary>
    Pearson,

    /// <summary>斯皮尔曼: Pearson's of the mean ranks, so ties are right.</summary>
    Spearman,

    /// <summary>肯德尔 τ-b: S over the root of the pairs untied in either series.</summary>
    KendallB,

    /// <summary>肯德尔 τ-a: S over all pairs.</summary>
    KendallA,

    /// <summary>肯德尔 τ-c (Stuart): 2S/(n²(m − 1)/m), m the smaller number of different values.</summary>
    KendallC,
}
