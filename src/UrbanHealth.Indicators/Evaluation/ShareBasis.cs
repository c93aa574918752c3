using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What a share rule counts (统计依据).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ShareBasis>))]
public enum ShareBasis
{
    /// <summary>按等级: indicators graded at least good, among those that have a grade. The default.</summary>
    Grades,

    /// <summary>按达标: indicators that meet their standard, among those judged met or not met.</summary>
    Judgements,
}
