namespace UrbanHealth.Indicators;

/// <summary>How a Mann-Kendall test allows for values that depend on the one before (序列相关修正).</summary>
public enum SerialCorrection
{
    /// <summary>不修正: the values are taken as independent. The default.</summary>
    None,

    /// <summary>Hamed &amp; Rao (1998): the variance times n/n*, from the significant autocorrelations of the ranks of the detrended series.</summary>
    HamedRao,

    /// <summary>Yue &amp; Wang (2004): the variance times n/n*, from every autocorrelation of the detrended series up to the lag.</summary>
    YueWang,

    /// <summary>预白化: von Storch (1995), as in Yue &amp; Wang (2002): the test on xₜ − r₁xₜ₋₁.</summary>
    PreWhitening,

    /// <summary>去趋势预白化: Yue et al. (2002): the series detrended by Sen's slope, pre-whitened, and the trend put back.</summary>
    TrendFreePreWhitening,
}
