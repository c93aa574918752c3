namespace UrbanHealth.Indicators;

/// <summary>The weighted arithmetic mean (加权算术平均): Σ wᵢxᵢ. Source: OECD/JRC Handbook (2008), step 7.</summary>
/// <remarks>Fully compensatory. Summed in the order of the children.</remarks>
public sealed record ArithmeticAggregation : RowAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权算术平均" : "arithmetic mean";

    private protected override double Combine(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++) sum += weights[i] * scores[i];
        return sum;
    }

    private protected override double Share(double score, double weight, double composite) => weight * score;
}
