namespace UrbanHealth.Indicators;

/// <summary>What happens to an indicator that the baseline cannot fit (无法拟合的指标): no figure at all, or all alike.</summary>
public enum UnfittableRule
{
    /// <summary>报错: fitting fails with every such indicator in its report. The default.</summary>
    Fail,

    /// <summary>剔除并说明: the indicator gets no score, and the model's report says so.</summary>
    LeaveOut,
}
