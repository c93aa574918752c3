namespace UrbanHealth.Indicators;

/// <summary>How replicates of a sample are made (重复抽样方差估计).</summary>
public enum ReplicationMethod
{
    /// <summary>刀切法: each primary unit is left out in turn; JK1 for one stratum, JKn for several. Source: Wolter (2007), ch. 4.</summary>
    Jackknife,

    /// <summary>自助法: n − 1 of n primary units of each stratum are drawn with replacement and rescaled, with the finite population. Source: Rao &amp; Wu (1988); Rao, Wu &amp; Yue (1992).</summary>
    Bootstrap,
}
