namespace UrbanHealth.Indicators;

/// <summary>What a review does where a definition or a coverage changed within a series (序列断点处理).</summary>
public enum BreakRule
{
    /// <summary>取断点后: only the years since the last break count. The default.</summary>
    LatestRun,

    /// <summary>差值衔接: earlier years are shifted so that the series does not move over the break.</summary>
    SpliceByDifference,

    /// <summary>比值衔接: earlier years are multiplied so that the series does not move over the break; values at the break must be positive, else only the years since it count.</summary>
    SpliceByRatio,

    /// <summary>不处理: the figures as they are; the break is still shown.</summary>
    Ignore,
}
