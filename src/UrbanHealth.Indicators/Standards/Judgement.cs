using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What a figure is found to be when held against its standard (评价结论).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Judgement>))]
public enum Judgement
{
    /// <summary>达标: the standard is met.</summary>
    Met,

    /// <summary>不达标: the standard is not met.</summary>
    NotMet,

    /// <summary>无标准: there is a figure, and no standard to hold it against.</summary>
    NoStandard,

    /// <summary>不评价(摸底): recorded only, by decision.</summary>
    NotEvaluated,

    /// <summary>不适用: the indicator does not apply to this area.</summary>
    NotApplicable,

    /// <summary>缺失: there should be a figure and there is none.</summary>
    Missing,
}
