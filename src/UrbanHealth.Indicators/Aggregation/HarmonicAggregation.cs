using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The weighted harmonic mean (加权调和平均): W / Σ wᵢ/xᵢ. Source: COINr, <c>a_hmean</c>; the power mean of exponent −1.</summary>
/// <remarks>
/// Hardly compensatory: the lowest scores rule. Zeros and negative scores as for the geometric mean.
/// A contribution is the composite times (wᵢ/xᵢ) / Σ wⱼ/xⱼ (Euler).
/// </remarks>
public sealed record HarmonicAggregation : PositiveMeanAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权调和平均" : "harmonic mean";

    private protected override bool HasKernel => true;

    private protected override TileAggregation OverTile() => OverTile(TileMeans.Of<TileMeans.HarmonicMean>);

    private protected override double MeanOfPositive(ReadOnlySpan<double> scores, in RowScores row) => row.PresentWeight / Sum(scores, row);

    private protected override void Fractions(ReadOnlySpan<double> scores, in RowScores row, Span<double> fractions)
    {
        double sum = Sum(scores, row);
        for (int i = 0; i < scores.Length; i++) fractions[i] = row.Weights[i] == 0 ? 0 : row.Weights[i] / scores[i] / sum;
    }

    private static double Sum(ReadOnlySpan<double> scores, in RowScores row)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
            if (row.Weights[i] != 0) sum += row.Weights[i] / scores[i];
        return sum;
    }
}
