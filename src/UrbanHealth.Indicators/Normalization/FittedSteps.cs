using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One score between each two cuts (阶梯映射).</summary>
public sealed record FittedSteps : FittedNormalization
{
    /// <summary>The cuts, rising; raw figures, or minus the distances to the target or range where <see cref="Preference"/> has one.</summary>
    public required IReadOnlyList<double> Cuts { get; init; }

    /// <summary>One score more than cuts: a figure that reaches k cuts scores the k-th from 0.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Which values are better.</summary>
    public Preference Preference { get; init; }

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value)) return double.NaN;
        double x = Preference.IsDistance ? Preference.Orient(value) : value;
        int reached = 0;
        while (reached < Cuts.Count && Cuts[reached] <= x) reached++;
        return Scores[reached];
    }

    /// <inheritdoc/>
    public override string Describe(Language language)
    {
        IEnumerable<string> steps = Cuts.Select((c, i) => language == Language.Chinese
            ? string.Create(CultureInfo.InvariantCulture, $"自 {c:R} 起 {Scores[i + 1]:R} 分")
            : string.Create(CultureInfo.InvariantCulture, $"{Scores[i + 1]:R} from {c:R}"));
        string first = Scores[0].ToString("R", CultureInfo.InvariantCulture);
        return string.Join(language == Language.Chinese ? "，" : ", ", steps.Prepend(language == Language.Chinese ? first + " 分" : "scores " + first));
    }
}
