namespace UrbanHealth.Indicators;

/// <summary>How the rank-sum ratio ranks a column (RSR 编秩方法).</summary>
public enum RsrRanks
{
    /// <summary>整次秩: whole ranks, equal scores share the mean of their places. The default.</summary>
    Integral,

    /// <summary>非整次秩: 1 + (n − 1)·(x − lowest)/(highest − lowest), which keeps how far apart scores are.</summary>
    NonIntegral,
}
