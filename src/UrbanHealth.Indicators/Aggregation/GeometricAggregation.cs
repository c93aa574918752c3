using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The weighted geometric mean (加权几何平均): ∏ xᵢ^(wᵢ/W). Source: OECD/JRC Handbook (2008), step 7.</summary>
/// <remarks>
/// Partly compensatory. A zero makes the composite zero and a negative score is an error, unless <see cref="PositiveMeanAggregation.Zeros"/> and <see cref="PositiveMeanAggregation.Negatives"/> say otherwise.
/// A contribution is the composite times wᵢ/W. The Handbook's geometric mean of raw data (GME, table 38) is this on raw figures.
/// </remarks>
public sealed record GeometricAggregation : PositiveMeanAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权几何平均" : "geometric mean";

    private protected override bool HasKernel => true;

    private protected override TileAggregation OverTile() => OverTile(TileMeans.Of<TileMeans.GeometricMean>);

    private protected override double MeanOfPositive(ReadOnlySpan<double> scores, in RowScores row)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
            if (row.Weights[i] != 0) sum += row.Weights[i] * ElementaryFunctions.Log(scores[i]);
        return ElementaryFunctions.Exp(sum / row.PresentWeight);
    }

    private protected override void Fractions(ReadOnlySpan<double> scores, in RowScores row, Span<double> fractions)
    {
        for (int i = 0; i < scores.Length; i++) fractions[i] = row.Weights[i] / row.PresentWeight;
    }
}
