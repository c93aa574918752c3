namespace UrbanHealth.Indicators;

/// <summary>Which of several standards or bands holds for an area: the most specific that applies.</summary>
internal static class Applicability
{
    private static readonly char[] Separators = ['、', ';', '；', ',', '，'];

    /// <summary>Whether something for a class and from a year on holds for an area of these classes in a year.</summary>
    public static bool Holds(string? forClass, int? fromYear, string? areaClass, int year) =>
        (fromYear is null || fromYear <= year) && (forClass is null || IsOf(areaClass, forClass));

    /// <summary>Whether the first is more specific than the second; both hold.</summary>
    public static bool Beats(string? forClass, int? fromYear, string? otherClass, int? otherFromYear) =>
        (forClass is null) != (otherClass is null) ? forClass is not null : (fromYear ?? int.MinValue) > (otherFromYear ?? int.MinValue);

    /// <summary>Whether an area whose classes are written in one text (地级市、大城市) is of a class.</summary>
    public static bool IsOf(string? areaClass, string forClass) =>
        areaClass is not null && (areaClass == forClass || Array.Exists(ClassesOf(areaClass), c => c == forClass));

    /// <summary>The classes that are written in one text, in their order; none for no class.</summary>
    public static string[] ClassesOf(string? areaClass) => areaClass is null ? [] : areaClass.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
