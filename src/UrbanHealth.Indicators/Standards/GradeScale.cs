using System.Collections;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>The words grades are given in, best first (等级词).</summary>
/// <remarks>Two scales are equal when their words are. In JSON a scale is <c>"indicator"</c>, <c>"dimension"</c> or the list of its words.</remarks>
[JsonConverter(typeof(GradeScaleConverter))]
public sealed class GradeScale : IReadOnlyList<Grade>, IEquatable<GradeScale>
{
    private readonly Grade[] grades;

    private GradeScale(Grade[] grades) => this.grades = grades;

    /// <summary>很好, 较好, 一般, 不足: the usual words for an indicator.</summary>
    public static GradeScale OfIndicator { get; } = Of(new BilingualText("很好", "very good"), new("较好", "good"), new("一般", "fair"), new("不足", "poor"));

    /// <summary>优, 良, 中, 差: the usual words for a dimension and for the whole.</summary>
    public static GradeScale OfDimension { get; } = Of(new BilingualText("优", "excellent"), new("良", "good"), new("中", "fair"), new("差", "poor"));

    /// <inheritdoc/>
    public int Count => grades.Length;

    /// <inheritdoc/>
    public Grade this[int index] => grades[index];

    /// <summary>The grade called <paramref name="name"/>, in either language; null when the scale has none.</summary>
    public Grade? Find(string name) => Array.Find(grades, g => g.Name == name || string.Equals(g.EnglishName, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A scale of words, best first.</summary>
    /// <exception cref="ArgumentException">No word, an empty word or one word twice.</exception>
    public static GradeScale Of(params BilingualText[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Length == 0) throw new ArgumentException("A scale has at least one word.", nameof(words));
        if (words.Any(w => string.IsNullOrWhiteSpace(w.Chinese) || string.IsNullOrWhiteSpace(w.English))) throw new ArgumentException("A word is empty.", nameof(words));
        if (words.Select(w => w.Chinese).Distinct(StringComparer.Ordinal).Count() != words.Length) throw new ArgumentException("A word stands twice.", nameof(words));
        return new GradeScale([.. words.Select((w, i) => new Grade(i + 1, w.Chinese, w.English))]);
    }

    /// <inheritdoc/>
    public bool Equals(GradeScale? other) => other is not null && grades.AsSpan().SequenceEqual(other.grades);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradeScale);

    /// <inheritdoc/>
    public override int GetHashCode() => grades.Aggregate(grades.Length, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Grade> GetEnumerator() => ((IEnumerable<Grade>)grades).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The words, best first.</summary>
    public override string ToString() => string.Join(" > ", grades.Select(g => g.Name));
}
