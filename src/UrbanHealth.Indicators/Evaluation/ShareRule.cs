using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>The grade of a dimension by the share of its indicators that are good (优良率评级); no weight, no score.</summary>
/// <remarks>
/// The share is the good ones over the evaluated ones, of all indicators below the dimension at any depth. Indicators without a grade (or, by
/// <see cref="ShareBasis.Judgements"/>, neither met nor not met) are not evaluated and stand in neither number: not applicable, missing, no standard, not evaluated.
/// Where none is evaluated there is no share and no grade. The default counts the first two grades, 很好 and 较好, and gives 优 from 0.9, 良 from 0.8, 中 from 0.5, else 差.
/// These cuts are a default of this library that fits published check-ups; no national rule prints any, so a city with a rule of its own gives it here.
/// </remarks>
public sealed record ShareRule
{
    /// <summary>The default rule.</summary>
    public static ShareRule Default { get; } = new();

    /// <summary>What is counted; grades by default.</summary>
    public ShareBasis Basis { get; init; }

    /// <summary>The lowest grade that counts as good, as its level on the indicator's scale; 2 (较好) by default.</summary>
    public int GoodLevel { get; init; } = 2;

    /// <summary>The words for a dimension; 优, 良, 中, 差 by default.</summary>
    public GradeScale Scale { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = GradeScale.OfDimension;

    /// <summary>The smallest share that earns each grade, best first and strictly falling within 0…1; one fewer than the grades. 0.9, 0.8, 0.5 by default.</summary>
    public IReadOnlyList<double> Thresholds { get; init => field = ValueList<double>.Of(value); } = ValueList<double>.Of([0.9, 0.8, 0.5]);

    /// <summary>Whether an indicator counts as good; null when it is not evaluated.</summary>
    public bool? IsGood(JudgedIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Basis == ShareBasis.Grades
            ? indicator.Grade is { } grade ? grade.Level <= GoodLevel : null
            : indicator.Judgement switch { Judgement.Met => true, Judgement.NotMet => false, _ => null };
    }

    /// <summary>The grade of so many good ones among so many evaluated; null when none is evaluated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more are good than evaluated.</exception>
    /// <exception cref="InvalidOperationException">The thresholds do not fit the scale, do not fall, or leave 0…1; or the good level is below 1.</exception>
    public Grade? GradeOf(int good, int evaluated)
    {
        Check();
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluated, good);
        if (evaluated == 0) return null;
        double share = (double)good / evaluated;
        int level = 0;
        while (level < Thresholds.Count && share < Thresholds[level]) level++;
        return Scale[level];
    }

    /// <summary>A rule from its JSON: <c>basis</c>, <c>goodLevel</c>, <c>scale</c>, <c>thresholds</c>, each at its default when absent.</summary>
    /// <exception cref="InvalidDocumentException">The text is no such rule; the exception has every finding.</exception>
    public static ShareRule Parse(string json) => ShareRuleDocument.Parse(json);

    /// <summary>The rule as JSON that reads back to an equal rule.</summary>
    /// <exception cref="InvalidOperationException">The thresholds do not fit the scale, do not fall, or leave 0…1; or the good level is below 1.</exception>
    public string ToJson()
    {
        Check();
        return ShareRuleDocument.Write(this);
    }

    internal void Check()
    {
        if (Flaw() is { } flaw) throw new InvalidOperationException(flaw.English);
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal BilingualText? Flaw()
    {
        if (!Enum.IsDefined(Basis)) return new("统计依据无效", "The basis is unknown.");
        if (GoodLevel < 1) return new("goodLevel 至少为 1", "The good level is at least 1.");
        if (Thresholds.Count != Scale.Count - 1)
            return new(string.Create(CultureInfo.InvariantCulture, $"{Scale.Count} 个等级词需要 {Scale.Count - 1} 个阈值，实际 {Thresholds.Count} 个"), string.Create(CultureInfo.InvariantCulture, $"{Scale.Count} grades need {Scale.Count - 1} thresholds, and there are {Thresholds.Count}."));
        for (int i = 0; i < Thresholds.Count; i++)
            if (!(Thresholds[i] is >= 0 and <= 1) || i > 0 && !(Thresholds[i] < Thresholds[i - 1]))
                return new("阈值应在 0…1 之间且严格递减", "Thresholds fall strictly and lie within 0…1.");
        return null;
    }

    /// <summary>Such as <c>优 ≥0.9, 良 ≥0.8, 中 ≥0.5, 差</c>.</summary>
    public override string ToString() => string.Join(", ", Scale.Select((g, i) => i < Thresholds.Count ? string.Create(CultureInfo.InvariantCulture, $"{g} ≥{Thresholds[i]}") : g.Name));
}
