namespace UrbanHealth.Indicators;

/// <summary>Names that nothing answers to: each is reported once, with the first line and how many follow.</summary>
internal sealed class UnknownNames
{
    private readonly Dictionary<string, (long First, long Count)> names = new(StringComparer.Ordinal);

    public void Add(string name, long line) => names[name] = names.TryGetValue(name, out (long First, long Count) seen) ? (seen.First, seen.Count + 1) : (line, 1);

    public void Report(PanelFindings findings, string code, string chinese, string english, Func<string, Place> place, bool lines)
    {
        foreach ((string name, (long first, long count)) in names)
        {
            string more = count == 1 ? "" : $"，共 {count} 处", moreEnglish = count == 1 ? "" : $", in {count} places";
            string shown = PanelFindings.Short(name);
            findings.Error(first, code, place(shown) with { Line = lines ? first : null }, $"{chinese}：“{shown}”{more}，未采用", $"{english}: '{shown}'{moreEnglish}; left out");
        }
    }
}
