namespace UrbanHealth.Indicators;

/// <summary>One finding about data (校验问题): what, where, how bad, in both languages.</summary>
/// <param name="Code">A stable code such as <c>panel.unknown-indicator</c>; programs may rely on it.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record ValidationIssue(string Code, Severity Severity, Place Place, BilingualText Message)
{
    /// <summary>The finding as one line in <paramref name="language"/>.</summary>
    public string In(Language language)
    {
        string severity = (Severity, language) switch
        {
            (Severity.Error, Language.Chinese) => "错误",
            (Severity.Warning, Language.Chinese) => "警告",
            (Severity.Notice, Language.Chinese) => "提示",
            (Severity.Error, _) => "error",
            (Severity.Warning, _) => "warning",
            _ => "notice",
        };
        string place = Place.In(language);
        string separator = language == Language.Chinese ? "：" : ": ";
        return $"{severity} {Code}{(place.Length == 0 ? "" : $" [{place}]")}{separator}{Message.In(language)}";
    }

    /// <summary>The finding as one line in English.</summary>
    public override string ToString() => In(Language.English);
}
