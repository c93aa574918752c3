using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

/// <summary>Finds a panel's column by what people write: its code, its Chinese or English name, with or without its unit in brackets.</summary>
internal sealed class ColumnNames
{
    private readonly TextIndex known = new(); // every spelling met so far, so that each is resolved once
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase); // −1 is shared by several
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly string[] units;

    public ColumnNames(IndicatorFramework framework)
    {
        (string Code, string Name, string? English, string Unit)[] all =
        [
            .. framework.Indicators.Select(i => (i.Code, i.Name, i.EnglishName, i.Unit)),
            .. framework.Indicators.SelectMany(i => i.Components).Select(c => (c.Code, c.Name, c.EnglishName, c.Unit)),
            .. framework.Quantities.Select(q => (q.Code, q.Name, q.EnglishName, q.Unit)),
        ];
        units = [.. all.Select(x => HalfWidth(x.Unit))];
        for (int i = 0; i < all.Length; i++)
        {
            codes.TryAdd(all[i].Code, i);
            AddName(all[i].Name, i);
            if (all[i].English is { } english) AddName(english, i);
        }

        void AddName(string name, int i)
        {
            string key = HalfWidth(name);
            if (!names.TryAdd(key, i) && names[key] != i) names[key] = -1;
        }
    }

    /// <summary>The unit of a column, in half-width characters.</summary>
    public string UnitOf(int column) => units[column];

    /// <summary>The place of the column, or −1 when none, or more than one, answers to the text.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (!known.TryGet(text, out int column)) known.TryAdd(text, column = Resolve(text.Trim().ToString()));
        return column;
    }

    private int Resolve(string text)
    {
        if (codes.TryGetValue(text, out int column)) return column;
        string half = HalfWidth(text);
        if (codes.TryGetValue(half, out column) || names.TryGetValue(half, out column)) return column;
        int open = half.LastIndexOf('(');
        if (open <= 0 || half[^1] != ')') return -1;
        string name = half[..open].TrimEnd(), unit = half[(open + 1)..^1].Trim();
        return (codes.TryGetValue(name, out column) || names.TryGetValue(name, out column)) && column >= 0 && units[column] == unit ? column : -1;
    }

    public static string HalfWidth(string text)
    {
        Span<char> half = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        return NumberText.HalfWidth(text, half).Trim().ToString();
    }
}
