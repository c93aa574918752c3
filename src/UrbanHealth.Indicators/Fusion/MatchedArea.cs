namespace UrbanHealth.Indicators;

/// <summary>The two grades of an area (主客观等级).</summary>
/// <param name="Area">The code of the area.</param>
/// <param name="Objective">The grade of what was measured.</param>
/// <param name="Subjective">The grade of what residents say.</param>
public sealed record MatchedArea(string Area, Grade Objective, Grade Subjective)
{
    /// <summary>How many grades the measured one is better (温差): negative where residents are the more satisfied.</summary>
    public int Gap => Subjective.Level - Objective.Level;

    /// <summary>Which way they differ.</summary>
    public MatchKind Match => Gap == 0 ? MatchKind.Matched : Gap > 0 ? MatchKind.ObjectiveBetter : MatchKind.SubjectiveBetter;

    /// <summary>Such as <c>东区 优 / 中</c>.</summary>
    public override string ToString() => $"{Area} {Objective} / {Subjective}";
}
