namespace UrbanHealth.Indicators;

/// <summary>What a vetoed score becomes (否决后的得分).</summary>
public enum VetoOutcome
{
    /// <summary>零分: zero, which still enters the parent's composite.</summary>
    Zero,

    /// <summary>无得分: NaN, which the parent treats as missing.</summary>
    Undefined,
}
