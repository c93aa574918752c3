using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What an indicator is for (指标类型).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IndicatorKind>))]
public enum IndicatorKind
{
    /// <summary>导向指标: shows the way.</summary>
    Guidance,

    /// <summary>底线指标: must be met, and is never averaged away.</summary>
    BottomLine,
}
