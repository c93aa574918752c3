namespace UrbanHealth.Indicators;

/// <summary>What a mean that is defined for positive scores does with one that is zero or negative (零值与负值处理).</summary>
public enum NonPositiveRule
{
    /// <summary>取极限: the limit as the score falls to zero, which makes the composite zero. The default for zero; not possible for a negative score.</summary>
    Limit,

    /// <summary>报错: an <see cref="ArgumentException"/>. The default for a negative score.</summary>
    Throw,

    /// <summary>无定义: the composite is NaN.</summary>
    Undefined,

    /// <summary>取下限: every score below the floor counts as the floor.</summary>
    RaiseToFloor,
}
