namespace UrbanHealth.Indicators;

/// <summary>How an interval is made from an estimate and its error (置信区间方法).</summary>
public enum IntervalMethod
{
    /// <summary>正态: value ± z·se. The default.</summary>
    Normal,

    /// <summary>t 分布: value ± t·se, with the design's degrees of freedom (primary units less strata).</summary>
    StudentT,

    /// <summary>Wilson (1927), for shares, with the effective sample size p(1 − p)/se²; stays within 0…1 and serves small shares.</summary>
    Wilson,

    /// <summary>逻辑: normal on the log-odds, for shares; undefined (NaN) at 0 and 1.</summary>
    Logit,

    /// <summary>Clopper &amp; Pearson with the effective sample size and degrees of freedom, for shares (Korn &amp; Graubard 1998); conservative.</summary>
    KornGraubard,
}
