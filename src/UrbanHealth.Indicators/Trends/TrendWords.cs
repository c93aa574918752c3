namespace UrbanHealth.Indicators;

/// <summary>The words of changes, trends and targets (趋势用词).</summary>
public static class TrendWords
{
    /// <summary>How the condition moved, in words: 上升, 持平, 下降.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such label.</exception>
    public static string In(this ChangeLabel label, Language language) => Pick(language, label switch
    {
        ChangeLabel.Unchanged => ("持平", "unchanged"),
        ChangeLabel.Improved => ("上升", "improved"),
        ChangeLabel.Worsened => ("下降", "worsened"),
        _ => throw new ArgumentOutOfRangeException(nameof(label)),
    });

    /// <summary>Whether figures can be compared, in words: 可比, 无数据, 新增, 停用或缺测, 口径变化, 范围变化, 沿用.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string In(this Comparability comparability, Language language) => Pick(language, comparability switch
    {
        Comparability.Comparable => ("可比", "comparable"),
        Comparability.NoFigure => ("无数据", "no figure"),
        Comparability.New => ("新增", "new"),
        Comparability.Ended => ("停用或缺测", "ended"),
        Comparability.DefinitionChanged => ("口径变化", "definition changed"),
        Comparability.CoverageChanged => ("范围变化", "coverage changed"),
        Comparability.CarriedOver => ("沿用", "carried over"),
        _ => throw new ArgumentOutOfRangeException(nameof(comparability)),
    });

    /// <summary>The phase of a trend in words: 数据不足, 持平, 匀速, 加速, 减速, 反转.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such phase.</exception>
    public static string In(this TrendPhase phase, Language language) => Pick(language, phase switch
    {
        TrendPhase.Unknown => ("数据不足", "too few values"),
        TrendPhase.Flat => ("持平", "flat"),
        TrendPhase.Steady => ("匀速", "steady"),
        TrendPhase.Accelerating => ("加速", "accelerating"),
        TrendPhase.Slowing => ("减速", "slowing"),
        TrendPhase.Reversing => ("反转", "reversing"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    });

    /// <summary>How it stands towards a target, in words: 无数据, 已达成, 按期推进, 进展滞后, 背离目标, 不可比.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public static string In(this TargetStatus status, Language language) => Pick(language, status switch
    {
        TargetStatus.Missing => ("无数据", "missing"),
        TargetStatus.Attained => ("已达成", "attained"),
        TargetStatus.OnTrack => ("按期推进", "on track"),
        TargetStatus.OffTrack => ("进展滞后", "off track"),
        TargetStatus.MovingAway => ("背离目标", "moving away"),
        TargetStatus.NotComparable => ("不可比", "not comparable"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    });

    private static string Pick(Language language, (string Chinese, string English) words) => language == Language.Chinese ? words.Chinese : words.English;
}
