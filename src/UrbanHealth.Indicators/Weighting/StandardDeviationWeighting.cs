namespace UrbanHealth.Indicators;

/// <summary>Standard-deviation weights (标准差法): w_j ∝ σ_j.</summary>
/// <remarks>Source: Jahan &amp; Edwards (2013), Materials &amp; Design 49.</remarks>
public sealed record StandardDeviationWeighting : ObjectiveWeighting
{
    /// <summary>The scale of the columns; min-max by default. As given, a unit of measure would decide the weight.</summary>
    public ColumnScale Scale { get; init; }

    /// <summary>The denominator of σ; the sample's by default. It drops out of the weights unless columns miss different rows.</summary>
    public VarianceDenominator Denominator { get; init; }

    private protected override string Name => "standardDeviation";

    internal override ScoresNeeded Needs => ScoresNeeded.Columns;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        double[] deviations = Columns.StandardDeviations(scores.Statistics, Scale, Denominator);
        evidence["standardDeviation"] = deviations;
        return deviations;
    }
}
