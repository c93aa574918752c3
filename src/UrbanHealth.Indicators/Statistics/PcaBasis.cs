namespace UrbanHealth.Indicators;

/// <summary>What principal components are taken of (主成分的基础矩阵).</summary>
public enum PcaBasis
{
    /// <summary>相关矩阵: standardised columns. The default.</summary>
    Correlation,

    /// <summary>协方差矩阵: columns as they are, of the sample.</summary>
    Covariance,
}
