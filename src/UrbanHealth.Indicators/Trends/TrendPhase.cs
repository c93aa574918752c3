namespace UrbanHealth.Indicators;

/// <summary>How the movement of a series itself moved (趋势阶段).</summary>
public enum TrendPhase
{
    /// <summary>数据不足: fewer than three values.</summary>
    Unknown,

    /// <summary>持平: neither half moved beyond the tolerance.</summary>
    Flat,

    /// <summary>匀速: both halves moved one way at about one rate.</summary>
    Steady,

    /// <summary>加速: the later half moved the same way faster, or began to move.</summary>
    Accelerating,

    /// <summary>减速: the later half moved the same way more slowly, or stopped.</summary>
    Slowing,

    /// <summary>反转: the halves moved opposite ways.</summary>
    Reversing,
}
