using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Findings on the way into a panel: kept with their lines and given in the order of the text.</summary>
internal sealed class PanelFindings
{
    private readonly List<(long Line, ValidationIssue Issue)> found = [];

    public void Add(long line, string code, Severity severity, Place place, string chinese, string english) =>
        found.Add((line, new ValidationIssue(code, severity, place, new BilingualText(chinese, english))));

    public void Error(long line, string code, Place place, string chinese, string english) => Add(line, code, Severity.Error, place, chinese, english);

    public void Warning(long line, string code, Place place, string chinese, string english) => Add(line, code, Severity.Warning, place, chinese, english);

    public void Notice(long line, string code, Place place, string chinese, string english) => Add(line, code, Severity.Notice, place, chinese, english);

    /// <summary>By line; what has none comes last, and what shares one stays as it was met.</summary>
    public ValidationReport ToReport() => new(found.OrderBy(f => f.Line).Select(f => f.Issue));

    /// <summary>Findings about the whole stand behind those about lines.</summary>
    public const long AtTheEnd = long.MaxValue;

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>At most a few of many names, and how many more there are.</summary>
    public static (string Chinese, string English) Few(IReadOnlyList<string> names)
    {
        const int Shown = 5;
        string few = string.Join("、", names.Take(Shown)), english = string.Join(", ", names.Take(Shown));
        return names.Count <= Shown ? (few, english) : ($"{few}等 {names.Count} 个", $"{english} and {names.Count - Shown} more");
    }

    /// <summary>At most 60 characters of a text, in one line.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        string s = (text.Length > 60 ? $"{text[..60]}…" : text.ToString()).ReplaceLineEndings(" ");
        return s;
    }
}
