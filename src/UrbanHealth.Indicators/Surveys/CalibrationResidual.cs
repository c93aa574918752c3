namespace UrbanHealth.Indicators;

/// <summary>Which regression takes the margins out of the scores when the error of a calibrated estimate is computed (校准残差).</summary>
public enum CalibrationResidual
{
    /// <summary>设计权重回归: regression weighted by the weights before calibration, solved exactly (Deville &amp; Särndal 1992, eq. 3.4). The default.</summary>
    DesignWeighted,

    /// <summary>不加权、十轮交替投影: ten unweighted sweeps over the margins, as <c>rake</c> in R's survey package does; for margins only. Use it to reproduce figures made with R.</summary>
    UnweightedSweeps,
}
