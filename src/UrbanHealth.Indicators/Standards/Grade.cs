namespace UrbanHealth.Indicators;

/// <summary>One word of a <see cref="GradeScale"/> (等级), such as 较好.</summary>
/// <param name="Level">1 for the best of its scale, then 2, 3 …</param>
/// <param name="Name">The word in Chinese.</param>
/// <param name="EnglishName">The word in English.</param>
public sealed record Grade(int Level, string Name, string EnglishName)
{
    /// <summary>True when this grade is <paramref name="other"/> or better; both of one scale.</summary>
    public bool IsAtLeast(Grade other) => Level <= (other ?? throw new ArgumentNullException(nameof(other))).Level;

    /// <summary>The word in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Name : EnglishName;

    /// <summary>The word in Chinese.</summary>
    public override string ToString() => Name;
}
