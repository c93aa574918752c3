using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Which values of an indicator are better (指标方向).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>正向: more is better.</summary>
    HigherIsBetter,

    /// <summary>逆向: less is better.</summary>
    LowerIsBetter,

    /// <summary>适度: a target is best, and either side is worse.</summary>
    TargetIsBest,

    /// <summary>区间: a range is best, and either side is worse.</summary>
    RangeIsBest,
}
