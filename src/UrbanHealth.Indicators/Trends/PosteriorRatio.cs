namespace UrbanHealth.Indicators;

/// <summary>Which posterior-variance ratio C of a grey model (后验差比值 C 的定义).</summary>
public enum PosteriorRatio
{
    /// <summary>S₂/S₁ over all points, the first residual (0) included. The default; the divisor n or n − 1 makes no difference. Source: Deng (1985).</summary>
    AllPoints,

    /// <summary>S₂ over the points from the second on, S₁ over all.</summary>
    ResidualsFromSecond,

    /// <summary>S₂ of the residuals' absolute values.</summary>
    AbsoluteResiduals,

    /// <summary>S₂²/S₁²: the squared ratio printed as C in some public code; the usual thresholds do not fit it.</summary>
    Variances,
}
