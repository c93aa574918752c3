namespace UrbanHealth.Indicators;

/// <summary>What a growth rate does where it would start from zero or below (非正基期处理).</summary>
public enum NonPositiveStart
{
    /// <summary>无意义: no rate, and a reason. The default.</summary>
    Undefined,

    /// <summary>按比值: the level method wherever last/first is positive, so also from below zero to below zero; equal ends, zero included, are a rate of 0. Source: as in COINr.</summary>
    ByRatio,

    /// <summary>按基期绝对值: the mean annual change over |first|, so a rise from below zero is positive; from zero there is still no rate.</summary>
    OverAbsoluteStart,
}
