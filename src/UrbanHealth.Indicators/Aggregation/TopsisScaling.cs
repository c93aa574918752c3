namespace UrbanHealth.Indicators;

/// <summary>How TOPSIS makes columns comparable before it weighs them (TOPSIS 规范化).</summary>
public enum TopsisScaling
{
    /// <summary>向量规范化: each column divided by its Euclidean norm, as Hwang &amp; Yoon (1981). The default.</summary>
    VectorNorm,

    /// <summary>不变: the scores as they are, for columns already on one scale.</summary>
    None,
}
