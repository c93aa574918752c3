using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Fuzzy comprehensive evaluation of scores (模糊综合评价合成): each score becomes memberships in grades with typical scores, these are composed with the weights and made one score again.</summary>
/// <remarks>
/// Memberships are <see cref="FuzzyEvaluation.MembershipsOfValue"/> of the typical scores. With M(·, +) and the weighted average this is the arithmetic mean of scores held within the typical ones, and a contribution is wᵢ times that score; the other ways have no contributions.
/// Weights are divided by their sum for the composition. Of grades with the same largest membership the better one counts.
/// </remarks>
public sealed record FuzzyAggregation : RowAggregation
{
    private readonly Figures typical = Figures.Of([]);

    /// <summary>The typical score of each grade, ascending; also the score the grade gives back.</summary>
    /// <exception cref="ArgumentException">None, or they do not ascend.</exception>
    public required IReadOnlyList<double> TypicalScores
    {
        get => typical;
        init
        {
            typical = Figures.Of(value);
            FuzzyEvaluation.CheckTypical(typical.Span, nameof(TypicalScores));
        }
    }

    /// <summary>The composition; M(·, +) by default.</summary>
    public FuzzyOperator Operator { get; init; } = FuzzyOperator.ProductSum;

    /// <summary>How memberships become a score; by the weighted average by default.</summary>
    public Defuzzification Defuzzification { get; init; } = Defuzzification.WeightedAverage;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "模糊综合评价" : "fuzzy comprehensive evaluation";

    private protected override bool HasContributions => Operator == FuzzyOperator.ProductSum && Defuzzification == Defuzzification.WeightedAverage;

    private protected override double Mean(in RowScores row)
    {
        int grades = typical.Count;
        Span<double> composed = grades <= 32 ? stackalloc double[grades] : new double[grades];
        Span<double> one = grades <= 32 ? stackalloc double[grades] : new double[grades];
        composed.Clear();
        for (int i = 0; i < row.Scores.Length; i++)
        {
            FuzzyEvaluation.Spread(row.Scores[i], typical.Span, one);
            for (int k = 0; k < grades; k++) composed[k] = FuzzyEvaluation.Compose(Operator, composed[k], row.Weights[i] / row.PresentWeight, one[k]);
        }
        double sum = 0, weight = 0;
        int best = 0;
        for (int k = 0; k < grades; k++)
        {
            composed[k] = FuzzyEvaluation.Close(Operator, composed[k]);
            sum += composed[k] * typical[k];
            weight += composed[k];
            if (composed[k] >= composed[best]) best = k;
        }
        return Defuzzification == Defuzzification.MaximumMembership ? typical[best] : sum / weight;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        for (int i = 0; i < shares.Length; i++)
            shares[i] = row.Scale * row.Weights[i] / row.PresentWeight * Math.Clamp(row.Scores[i], typical[0], typical[typical.Count - 1]);
    }
}
