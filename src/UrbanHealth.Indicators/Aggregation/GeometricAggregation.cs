namespace UrbanHealth.Indicators;

/// <summary>The weighted geometric mean (加权几何平均): ∏ xᵢ^wᵢ. Source: OECD/JRC Handbook (2008), step 7.</summary>
/// <remarks>Partly compensatory. A zero makes the composite zero; a negative score is an error.</remarks>
public sealed record GeometricAggregation : RowAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权几何平均" : "geometric mean";

    private protected override double Combine(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        bool zero = false;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] < 0) throw new ArgumentException("A geometric mean is not defined for a negative score.", nameof(scores));
            if (weights[i] == 0) continue;
            if (scores[i] == 0) zero = true;
            else sum += weights[i] * Math.Log(scores[i]);
        }
        return zero ? 0 : Math.Exp(sum);
    }

    private protected override double Share(double score, double weight, double composite) => weight * composite;
}
