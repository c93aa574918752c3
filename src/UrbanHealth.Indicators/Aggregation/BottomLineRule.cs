using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>What an unmet bottom-line indicator (底线指标) does to the score and grade of the area.</summary>
/// <remarks>A local design choice, kept as data; by default it is reported and nothing else, so that it is never averaged away nor hidden in a score.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReportOnlyRule), "reportOnly")]
[JsonDerivedType(typeof(GradeCapRule), "capGrade")]
[JsonDerivedType(typeof(VetoRule), "veto")]
public abstract record BottomLineRule
{
    private protected BottomLineRule() { }

    /// <summary>只报告: the unmet bottom line is reported beside the score. The default.</summary>
    public static BottomLineRule ReportOnly { get; } = new ReportOnlyRule();

    /// <summary>限级: the grade is no better than the one called <paramref name="grade"/>, in either language; the score stays.</summary>
    public static BottomLineRule CapGrade(string grade) => new GradeCapRule { Grade = grade };

    /// <summary>一票否决: the score becomes zero, or undefined.</summary>
    public static BottomLineRule Veto(VetoOutcome outcome = VetoOutcome.Zero) => new VetoRule { Outcome = outcome };
}
