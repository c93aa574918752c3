namespace UrbanHealth.Indicators;

/// <summary>Something known of each respondent (受访者属性), such as district, age, education, income, household registration.</summary>
/// <param name="Code">The code: the name of its column.</param>
/// <param name="Name">The name.</param>
/// <param name="Levels">The values it may have; empty when any.</param>
public sealed record RespondentAttribute(string Code, string Name, IReadOnlyList<string> Levels)
{
    /// <summary>An attribute with any values, named by its code.</summary>
    public static implicit operator RespondentAttribute(string code) => new(code, code, []);
}
