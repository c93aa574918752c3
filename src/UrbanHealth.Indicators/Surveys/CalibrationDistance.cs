namespace UrbanHealth.Indicators;

/// <summary>How calibrated weights are kept near the design weights (校准距离). Source: Deville &amp; Särndal (1992), table 1.</summary>
public enum CalibrationDistance
{
    /// <summary>线性: g = 1 + x'λ, the generalised regression estimator; weights may become negative unless bounded.</summary>
    Linear,

    /// <summary>乘法(迭代比例): g = exp(x'λ); always positive. The default.</summary>
    Raking,

    /// <summary>有界逻辑: g between the two bounds (Deville &amp; Särndal case 6); the bounds must be given.</summary>
    Logit,
}
