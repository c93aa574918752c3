namespace UrbanHealth.Indicators;

/// <summary>One text in both languages (双语文本).</summary>
/// <param name="Chinese">The text in Chinese.</param>
/// <param name="English">The text in English.</param>
public readonly record struct BilingualText(string Chinese, string English)
{
    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Chinese, then English in brackets.</summary>
    public override string ToString() => $"{Chinese} ({English})";
}
