using System.Text.Json.Serialization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A rule that turns scores into grades (分级): fitted once on a baseline, then the same score always earns the same grade.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FixedGrading), "fixed")]
[JsonDerivedType(typeof(QuantileGrading), "quantiles")]
[JsonDerivedType(typeof(EqualIntervalGrading), "equalIntervals")]
[JsonDerivedType(typeof(NaturalBreaksGrading), "naturalBreaks")]
[JsonDerivedType(typeof(StandardDeviationGrading), "standardDeviations")]
public abstract record Grading
{
    private protected Grading() { }

    /// <summary>The words, best first; 优, 良, 中, 差 by default.</summary>
    public GradeScale Scale { get; init; } = GradeScale.OfDimension;

    /// <summary>Finds the cuts between the grades.</summary>
    /// <param name="scores">The composites of the baseline; NaN is left out. Fixed bands look at none.</param>
    /// <exception cref="ArgumentException">The scores leave the rule undefined (none, too few different ones …).</exception>
    public abstract FittedGrading Fit(ReadOnlySpan<double> scores);

    /// <summary>How much of the scores the rule has to see at once.</summary>
    internal virtual LearnedFrom LearnedFrom => LearnedFrom.WholeColumn;

    /// <summary>Finds the cuts by the moments of the scores; for rules that learn from them.</summary>
    /// <exception cref="ArgumentException">The scores leave the rule undefined.</exception>
    internal virtual FittedGrading Fit(ExactMoments scores) => throw new InvalidOperationException($"{GetType().Name} needs every score at once.");

    /// <summary>The moments of the scores, of which there is at least one.</summary>
    private protected static ExactMoments Present(ExactMoments scores)
    {
        if (!scores.Sum.IsFinite) throw new ArgumentException("A score is infinite.", nameof(scores));
        return scores.Count > 0 ? scores : throw new ArgumentException("There is no score to fit grades to.", nameof(scores));
    }

    /// <summary>优 from 90, 良 from 80, 中 from 60, 差 below, of scores 0…100; each cut belongs to the better grade.</summary>
    /// <remarks>The four bands of the Ministry of Finance's rules for performance evaluation (财政部《项目支出绩效评价管理办法》, 财预〔2020〕10号). Check-ups that publish other cuts use <see cref="Fixed(double[])"/>.</remarks>
    public static Grading FourBands { get; } = new FixedGrading { Cuts = [90, 80, 60] };

    /// <summary>Fixed bands (固定分数段): at least <paramref name="cuts"/>[0] earns the best grade, and so on downwards; for four words, three cuts.</summary>
    public static Grading Fixed(params double[] cuts) => new FixedGrading { Cuts = cuts };

    /// <summary>As many areas in each grade (分位数分级).</summary>
    public static Grading Quantiles() => new QuantileGrading();

    /// <summary>Bands of one width from the lowest to the highest score (等间距分级).</summary>
    public static Grading EqualIntervals() => new EqualIntervalGrading();

    /// <summary>Natural breaks (自然断点, Jenks): grades as alike inside as can be.</summary>
    public static Grading NaturalBreaks() => new NaturalBreaksGrading();

    /// <summary>Bands of standard deviations around the mean (标准差分级).</summary>
    public static Grading StandardDeviations() => new StandardDeviationGrading();

    /// <summary>The present scores, a copy.</summary>
    private protected static double[] Present(ReadOnlySpan<double> scores)
    {
        var present = new List<double>(scores.Length);
        foreach (double x in scores)
        {
            if (double.IsInfinity(x)) throw new ArgumentException("A score is infinite.", nameof(scores));
            if (!double.IsNaN(x)) present.Add(x);
        }
        if (present.Count == 0) throw new ArgumentException("There is no score to fit grades to.", nameof(scores));
        return [.. present];
    }
}
