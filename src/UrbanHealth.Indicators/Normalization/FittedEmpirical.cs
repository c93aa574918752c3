using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The frozen empirical distribution (经验分布映射): each fitted figure keeps its score.</summary>
/// <remarks>
/// Only order counts: a figure between two fitted ones takes the mean of their scores, one beyond the ends the score of the end.
/// So adding an area or a year never moves an old score.
/// </remarks>
public sealed record FittedEmpirical : FittedNormalization
{
    /// <summary>The different fitted figures, strictly rising; raw, or minus the distances to the target or range where <see cref="Preference"/> has one.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>One score a figure.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Which values are better.</summary>
    public Preference Preference { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        double x = Preference.IsDistance ? Preference.Orient(value) : value;
        int low = 0, high = Values.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Values[middle] < x) low = middle + 1;
            else high = middle;
        }
        if (low == Values.Count) return Scores[^1];
        if (low == 0 || Values[low] == x) return Scores[low];
        return (Scores[low - 1] + Scores[low]) / 2;
    }

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{Values.Count} 个基准值的位次，{Values[0]:R}→{Scores[0]:R} 分，{Values[^1]:R}→{Scores[^1]:R} 分")
        : string.Create(CultureInfo.InvariantCulture, $"its place among {Values.Count} fitted figures: {Values[0]:R} scores {Scores[0]:R}, {Values[^1]:R} scores {Scores[^1]:R}");
}
