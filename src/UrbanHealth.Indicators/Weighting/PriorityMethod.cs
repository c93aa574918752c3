namespace UrbanHealth.Indicators;

/// <summary>How weights are read off a judgement matrix (权重求解方法).</summary>
public enum PriorityMethod
{
    /// <summary>特征根法: the principal right eigenvector. Source: Saaty (1980). The default.</summary>
    Eigenvector,

    /// <summary>几何平均法(方根法): w_i ∝ (Π_j a_ij)^(1/n), the logarithmic least squares solution. Source: Crawford &amp; Williams (1985).</summary>
    GeometricMean,

    /// <summary>和积法: the mean of the columns, each divided by its sum.</summary>
    ColumnNormalised,
}
