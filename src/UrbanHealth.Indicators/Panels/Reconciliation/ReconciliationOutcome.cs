namespace UrbanHealth.Indicators;

/// <summary>How several sources for one figure came out (校验结果).</summary>
public enum ReconciliationOutcome
{
    /// <summary>单一来源: there is nothing to reconcile.</summary>
    SingleSource,

    /// <summary>一致: all agree within the tolerance.</summary>
    Agreed,

    /// <summary>按规则采用: they differ, and the rule gives the figure.</summary>
    ResolvedByRule,

    /// <summary>待人工核定: they differ, and a person must settle it; there is no figure until then.</summary>
    Conflict,
}
