using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What kind of figure an indicator is (计量类型).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MeasurementKind>))]
public enum MeasurementKind
{
    /// <summary>水平或比率: a rate, a density, a level.</summary>
    Level,

    /// <summary>问题计数: a count of problems; above 0 is a problem, and it is reported without a judgement unless it has standards or bands of its own.</summary>
    ProblemCount,

    /// <summary>复合指标: several named components, each with its own standard.</summary>
    Compound,

    /// <summary>专家评级: a grade given by experts, stored as its level on the scale (1 best).</summary>
    ExpertGrade,
}
