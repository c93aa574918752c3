namespace UrbanHealth.Indicators;

/// <summary>How an indicator stands towards its target (目标进展).</summary>
public enum TargetStatus
{
    /// <summary>无数据: no figure, or the target is not reached and the figure the path starts from is not known.</summary>
    Missing,

    /// <summary>已达成: the target is reached.</summary>
    Attained,

    /// <summary>按期推进: at or ahead of the interim path.</summary>
    OnTrack,

    /// <summary>进展滞后: better than the baseline and behind the path.</summary>
    OffTrack,

    /// <summary>背离目标: no better than the baseline, in a year when the path asks for more, or worse than it.</summary>
    MovingAway,

    /// <summary>不可比: the target is not reached, and the figure the path starts from lies across a break, so that no progress can be measured.</summary>
    NotComparable,
}
