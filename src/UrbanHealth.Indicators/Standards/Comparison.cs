using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>How a value is held against a standard (比较方式); bounds are inclusive unless the name says otherwise.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Comparison>))]
public enum Comparison
{
    /// <summary>不低于 (≥).</summary>
    AtLeast,

    /// <summary>高于 (&gt;).</summary>
    MoreThan,

    /// <summary>不高于 (≤).</summary>
    AtMost,

    /// <summary>低于 (&lt;).</summary>
    LessThan,

    /// <summary>区间内 (low ≤ value ≤ high).</summary>
    Within,

    /// <summary>等于 (=).</summary>
    EqualTo,
}
