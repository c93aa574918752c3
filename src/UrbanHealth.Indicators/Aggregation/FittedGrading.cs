using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Grades with their cuts (已定分级); the same score always earns the same grade.</summary>
/// <remarks>Two are equal when their words, cuts and closure are.</remarks>
public sealed record FittedGrading
{
    /// <summary>Grades with cuts.</summary>
    /// <param name="scale">The words, best first.</param>
    /// <param name="cuts">The scores between the grades, ascending, one fewer than the words; two may be equal, and the grade between them is then empty.</param>
    /// <param name="closure">Which grade a score on a cut belongs to.</param>
    /// <exception cref="ArgumentException">Too many or too few cuts, one that is no number, or cuts that do not ascend.</exception>
    [JsonConstructor]
    public FittedGrading(GradeScale scale, IReadOnlyList<double> cuts, IntervalClosure closure = IntervalClosure.LowerIncluded)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(cuts);
        if (cuts.Count != scale.Count - 1) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{scale.Count} grades need {scale.Count - 1} cuts, not {cuts.Count}."), nameof(cuts));
        double[] copy = [.. cuts];
        for (int i = 0; i < copy.Length; i++)
        {
            if (double.IsNaN(copy[i])) throw new ArgumentException("A cut is not a number.", nameof(cuts));
            if (i > 0 && copy[i] < copy[i - 1]) throw new ArgumentException("The cuts do not ascend.", nameof(cuts));
        }
        (Scale, Cuts, Closure) = (scale, Figures.Of(copy), closure);
    }

    /// <summary>The words, best first.</summary>
    public GradeScale Scale { get; }

    /// <summary>The scores between the grades, ascending: the first parts the worst grade from the next better.</summary>
    public IReadOnlyList<double> Cuts { get; }

    /// <summary>Which grade a score on a cut belongs to.</summary>
    public IntervalClosure Closure { get; }

    /// <summary>The grade of <paramref name="score"/>; null for NaN.</summary>
    public Grade? GradeOf(double score)
    {
        if (double.IsNaN(score)) return null;
        int passed = 0;
        while (passed < Cuts.Count && (Closure == IntervalClosure.LowerIncluded ? score >= Cuts[passed] : score > Cuts[passed])) passed++;
        return Scale[Scale.Count - 1 - passed];
    }

    /// <summary>How many of <paramref name="scores"/> earn each grade, best first; NaN counts nowhere.</summary>
    public IReadOnlyList<int> Count(ReadOnlySpan<double> scores)
    {
        var counts = new int[Scale.Count];
        foreach (double score in scores)
            if (GradeOf(score) is { } grade) counts[grade.Level - 1]++;
        return Array.AsReadOnly(counts);
    }

    /// <summary>Such as <c>优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        string sign = Closure == IntervalClosure.LowerIncluded ? "≥" : ">";
        for (int i = 0; i < Cuts.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Scale[i]} {sign} {Cuts[Cuts.Count - 1 - i]:0.####}, ");
        return text.Append(Scale[Scale.Count - 1]).ToString();
    }
}
