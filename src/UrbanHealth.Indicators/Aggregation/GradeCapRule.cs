namespace UrbanHealth.Indicators;

/// <summary>An unmet bottom line caps the grade (限级); the score stays.</summary>
public sealed record GradeCapRule : BottomLineRule
{
    private readonly string grade = "";

    /// <summary>The best grade still to be had, by its word in either language.</summary>
    /// <exception cref="ArgumentException">No word.</exception>
    public required string Grade
    {
        get => grade;
        init => grade = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A grade is named by its word.", nameof(Grade)) : value;
    }

    /// <summary>The grade after the cap.</summary>
    /// <param name="earned">The grade earned; null stays null.</param>
    /// <param name="scale">The words both are of.</param>
    /// <exception cref="ArgumentException">The scale has no such word.</exception>
    public Grade? Apply(Grade? earned, GradeScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Grade cap = scale.Find(Grade) ?? throw new ArgumentException($"The scale {scale} has no grade called '{Grade}'.", nameof(scale));
        return earned is null || cap.IsAtLeast(earned) ? earned : cap;
    }
}
