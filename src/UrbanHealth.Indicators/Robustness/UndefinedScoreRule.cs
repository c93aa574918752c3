namespace UrbanHealth.Indicators;

/// <summary>What becomes of a draw in which an area that the plan itself scores has no score (无定义得分的处理).</summary>
public enum UndefinedScoreRule
{
    /// <summary>整次作废: the draw fails as a whole, since ranks among fewer areas are better than they should be. The default.</summary>
    FailDraw,

    /// <summary>仅略去该对象: the draw counts for the other areas, which are ranked among themselves.</summary>
    LeaveAreaOut,
}
