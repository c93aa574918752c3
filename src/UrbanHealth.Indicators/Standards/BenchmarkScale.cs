using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>The scale a goalpost score is taken on (尺度).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BenchmarkScale>))]
public enum BenchmarkScale
{
    /// <summary>线性: on the raw values.</summary>
    Linear,

    /// <summary>对数: on natural logarithms; raw values and goalposts are positive.</summary>
    Logarithmic,
}
