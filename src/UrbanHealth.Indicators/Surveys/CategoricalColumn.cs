using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>A column of categories (分类变量), such as each respondent's district: small codes and the names they stand for.</summary>
/// <remarks>Immutable. Without a list of levels, levels are in ordinal order of their names, so the order of rows does not matter. Code −1 is missing.</remarks>
public sealed class CategoricalColumn
{
    private readonly int[] codes;
    private readonly FrozenDictionary<string, int> index;

    internal CategoricalColumn(int[] codes, IReadOnlyList<string> levels)
    {
        this.codes = codes;
        Levels = levels;
        index = levels.Select((l, i) => (l, i)).ToFrozenDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The names of the categories.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The number of rows.</summary>
    public int Count => codes.Length;

    /// <summary>The place in <see cref="Levels"/> of each row's category; −1 is missing.</summary>
    public ReadOnlySpan<int> Codes => codes;

    internal int[] SharedCodes => codes;

    /// <summary>The name of a row's category; null when missing.</summary>
    public string? this[int row] => codes[row] < 0 ? null : Levels[codes[row]];

    /// <summary>The place of a level in <see cref="Levels"/>; −1 when there is none.</summary>
    public int IndexOf(string level) => index.GetValueOrDefault(level ?? throw new ArgumentNullException(nameof(level)), -1);

    /// <summary>A column of names; null and empty names are missing.</summary>
    /// <param name="values">A name a row.</param>
    /// <param name="levels">The levels in their order; those met, in ordinal order, when not given.</param>
    /// <exception cref="ArgumentException">A value is not among the given levels, or a level is named twice.</exception>
    public static CategoricalColumn Of(IEnumerable<string?> values, IReadOnlyList<string>? levels = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        string?[] rows = [.. values];
        string[] names = levels is null ? [.. rows.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [.. levels];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length) throw new ArgumentException("A level is named twice.", nameof(levels));
        var place = names.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        var codes = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            codes[i] = string.IsNullOrEmpty(rows[i]) ? -1
                : place.TryGetValue(rows[i]!, out int code) ? code
                : throw new ArgumentException($"Row {i} is '{rows[i]}', which is none of the levels.", nameof(values));
        return new CategoricalColumn(codes, names);
    }

    /// <summary>A column of codes into given levels; the codes are copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code is below −1 or not below the number of levels.</exception>
    public static CategoricalColumn FromCodes(ReadOnlySpan<int> codes, IReadOnlyList<string> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        foreach (int code in codes)
            if (code < -1 || code >= levels.Count) throw new ArgumentOutOfRangeException(nameof(codes), code, "A code is outside the levels.");
        return new CategoricalColumn(codes.ToArray(), [.. levels]);
    }

    /// <summary>The crossing with another column (交叉): one level for each pair that occurs, named such as <c>E × No</c>; missing where either is.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public CategoricalColumn Cross(CategoricalColumn other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count != Count) throw new ArgumentException("The columns differ in length.", nameof(other));
        int width = other.Levels.Count;
        var crossed = new int[Count];
        var occurs = new bool[Levels.Count * width];
        for (int i = 0; i < crossed.Length; i++)
        {
            crossed[i] = codes[i] < 0 || other.codes[i] < 0 ? -1 : codes[i] * width + other.codes[i];
            if (crossed[i] >= 0) occurs[crossed[i]] = true;
        }
        var names = new List<string>();
        var place = new int[occurs.Length];
        for (int k = 0; k < occurs.Length; k++)
        {
            if (!occurs[k]) continue;
            place[k] = names.Count;
            names.Add($"{Levels[k / width]} × {other.Levels[k % width]}");
        }
        for (int i = 0; i < crossed.Length; i++) if (crossed[i] >= 0) crossed[i] = place[crossed[i]];
        return new CategoricalColumn(crossed, names);
    }

    /// <summary>Such as <c>3 levels × 200 rows</c>.</summary>
    public override string ToString() => $"{Levels.Count} levels × {Count} rows";
}
