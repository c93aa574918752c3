using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The weighted arithmetic mean (加权算术平均): Σ wᵢxᵢ. Source: OECD/JRC Handbook (2008), step 7.</summary>
/// <remarks>
/// Fully compensatory. Summed in the order of the children, multiplied by (sum of all weights) / (sum of present weights); no fused multiply-add, so that any other way through the same sum has the same bits.
/// Weights may be negative (principal components have such). A contribution is wᵢxᵢ.
/// </remarks>
public sealed record ArithmeticAggregation : RowAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权算术平均" : "arithmetic mean";

    private protected override bool HasKernel => true;

    internal override TileAggregation? NodeFunction => null;

    private protected override bool TakesNegativeWeights => true;

    private protected override double Combine(in RowScores row)
    {
        double sum = 0;
        for (int i = 0; i < row.Scores.Length; i++) sum += row.Weights[i] * row.Scores[i];
        return sum * (row.AllWeight / row.PresentWeight);
    }

    private protected override double Mean(in RowScores row) => row.Mean();

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        double factor = row.AllWeight / row.PresentWeight;
        for (int i = 0; i < shares.Length; i++) shares[i] = row.Weights[i] * row.Scores[i] * factor;
    }
}
