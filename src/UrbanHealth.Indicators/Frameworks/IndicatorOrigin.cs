using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Who set an indicator (指标来源).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IndicatorOrigin>))]
public enum IndicatorOrigin
{
    /// <summary>国家指标.</summary>
    National,

    /// <summary>省级指标.</summary>
    Provincial,

    /// <summary>地方特色指标.</summary>
    Local,
}
