namespace UrbanHealth.Indicators;

/// <summary>How something is left out of an index (剔除方式).</summary>
public enum LeaveOutRule
{
    /// <summary>权重归零: its weight is 0 and its siblings keep their proportions; nothing else is learned anew. The default.</summary>
    ZeroWeight,

    /// <summary>重新拟合: it is taken out of the framework, and bounds and weights are learned without it; given weights must suit the siblings that remain.</summary>
    Refit,
}
