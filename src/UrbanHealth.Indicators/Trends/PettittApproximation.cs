namespace UrbanHealth.Indicators;

/// <summary>Which approximation of Pettitt's p-value (佩蒂特检验 P 值近似式).</summary>
public enum PettittApproximation
{
    /// <summary>2·exp(−6K²/(n³ + n²)). The default. Source: Pettitt (1979), eq. 2.</summary>
    CubePlusSquare,

    /// <summary>2·exp(−6K²/(n³ − n²)), met in some papers.</summary>
    CubeMinusSquare,
}
