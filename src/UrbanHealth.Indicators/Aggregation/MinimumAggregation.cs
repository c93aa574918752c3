namespace UrbanHealth.Indicators;

/// <summary>The lowest score (最小值, 木桶原理): nothing makes up for the weakest.</summary>
/// <remarks>Weights say only which scores count: one of weight zero does not. The contribution of the lowest score is the whole composite (equal ones share by weight), of the others 0: Euler on the piece the area lies on.</remarks>
public sealed record MinimumAggregation : RowAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "最小值" : "minimum";

    private protected override double Mean(in RowScores row)
    {
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < row.Scores.Length; i++)
            if (row.Weights[i] != 0) lowest = Math.Min(lowest, row.Scores[i]);
        return lowest;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares) =>
        MedianAggregation.ShareAmongEqual(row, Mean(row), composite, shares);
}
