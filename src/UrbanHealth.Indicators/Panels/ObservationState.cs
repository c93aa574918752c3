namespace UrbanHealth.Indicators;

/// <summary>What is known of one cell of a panel (数据状态).</summary>
public enum ObservationState
{
    /// <summary>缺失: no figure, and there should be one.</summary>
    Missing,

    /// <summary>有值: a figure as it was observed.</summary>
    Observed,

    /// <summary>不适用: the indicator does not apply to the area.</summary>
    NotApplicable,

    /// <summary>不评价: recorded only, by decision of the source.</summary>
    NotEvaluated,

    /// <summary>沿用: a figure carried over from an earlier year.</summary>
    CarriedOver,

    /// <summary>插补: a figure filled in by imputation.</summary>
    Imputed,

    /// <summary>汇总: a figure rolled up from parts.</summary>
    RolledUp,
}
