namespace UrbanHealth.Indicators;

/// <summary>The levels of a column while it is read: names get codes in the order they are met.</summary>
internal sealed class LevelTable
{
    private const int Few = 24;
    private readonly List<string> levels;
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly bool isClosed;
    private int last;

    /// <param name="declared">The levels allowed; any when empty.</param>
    public LevelTable(IReadOnlyList<string> declared)
    {
        levels = [.. declared];
        isClosed = declared.Count > 0;
        for (int i = 0; i < levels.Count; i++) index[levels[i]] = i;
    }

    public IReadOnlyList<string> Levels => levels;

    /// <summary>The code of a name; −1 when empty, −2 when it is not among the levels allowed.</summary>
    public int CodeOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return -1;
        if (last < levels.Count && name.SequenceEqual(levels[last])) return last;
        if (levels.Count <= Few)
        {
            for (int i = 0; i < levels.Count; i++) if (name.SequenceEqual(levels[i])) return last = i;
        }
        string text = name.ToString();
        if (index.TryGetValue(text, out int code)) return last = code;
        if (isClosed) return -2;
        index.Add(text, levels.Count);
        levels.Add(text);
        return last = levels.Count - 1;
    }

    /// <summary>The column of codes; levels that were met and not declared are put in ordinal order, so that the order of rows does not matter.</summary>
    public CategoricalColumn Column(int[] codes)
    {
        if (isClosed) return new CategoricalColumn(codes, levels);
        int[] order = [.. Enumerable.Range(0, levels.Count).OrderBy(i => levels[i], StringComparer.Ordinal)];
        var place = new int[order.Length];
        for (int k = 0; k < order.Length; k++) place[order[k]] = k;
        for (int i = 0; i < codes.Length; i++) if (codes[i] >= 0) codes[i] = place[codes[i]];
        return new CategoricalColumn(codes, [.. order.Select(i => levels[i])]);
    }
}
