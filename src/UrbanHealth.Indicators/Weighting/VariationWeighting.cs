namespace UrbanHealth.Indicators;

/// <summary>Coefficient-of-variation weights (变异系数法): w_j ∝ σ_j / x̄_j.</summary>
/// <remarks>Made for raw figures on a ratio scale: a mean that is not positive leaves it undefined. Invariant to the scale of a column, not to its origin.</remarks>
public sealed record VariationWeighting : ObjectiveWeighting
{
    /// <summary>The scale of the columns; as given by default.</summary>
    public ColumnScale Scale { get; init; } = ColumnScale.AsGiven;

    /// <summary>The denominator of σ; the sample's by default. It drops out of the weights unless columns miss different rows.</summary>
    public VarianceDenominator Denominator { get; init; }

    private protected override string Name => "coefficientOfVariation";

    internal override ScoresNeeded Needs => ScoresNeeded.Columns;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        double[] variation = Columns.StandardDeviations(scores.Statistics, Scale, Denominator);
        for (int j = 0; j < variation.Length; j++)
        {
            double mean = Columns.Mean(scores.Statistics[j], Scale);
            if (!(mean > 0)) throw new ArgumentException($"The mean of {scores.Names[j]} is not positive, so its coefficient of variation is undefined.", nameof(scores));
            variation[j] /= mean;
        }
        evidence["coefficientOfVariation"] = variation;
        return variation;
    }
}
