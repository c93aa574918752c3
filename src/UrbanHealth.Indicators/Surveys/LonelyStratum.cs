namespace UrbanHealth.Indicators;

/// <summary>What a stratum with a single primary unit adds to the variance (单一抽样单元层的处理). Names as in R's survey package (Lumley 2010, ch. 2).</summary>
public enum LonelyStratum
{
    /// <summary>报错: no variance can be computed; an exception that names the stratum. The default.</summary>
    Fail,

    /// <summary>必选: the unit was certain to be taken and adds nothing.</summary>
    Certainty,

    /// <summary>以总体均值为中心: its deviation from the mean of all scores, not from its own; conservative.</summary>
    Adjust,

    /// <summary>取平均: as much as the other strata add on average.</summary>
    Average,
}
