namespace UrbanHealth.Indicators;

/// <summary>How the coefficients of a game-theory combination are made to sum to 1 (组合系数归一化); the two part as soon as one is negative.</summary>
public enum CoefficientNormalisation
{
    /// <summary>绝对值: |α_k| over the sum of |α|; no weight can become negative. The default, as in the papers.</summary>
    Absolute,

    /// <summary>代数和: α_k over the sum of α, as in the R package mathmodels and public MATLAB code; a weight that becomes negative is an error.</summary>
    Signed,
}
