namespace UrbanHealth.Indicators;

/// <summary>CRITIC weights (CRITIC 法): contrast times conflict, w_j ∝ σ_j·Σ_k (1 − r_jk).</summary>
/// <remarks>
/// Source: Diakoulaki, Mavrotas &amp; Papayannakis (1995), Computers &amp; Operations Research 22(7) 763–770.
/// Columns that are all perfectly correlated conflict in nothing and leave it undefined.
/// </remarks>
public sealed record CriticWeighting : ObjectiveWeighting
{
    /// <summary>The scale of the columns; min-max by default, as in the source.</summary>
    public ColumnScale Scale { get; init; }

    /// <summary>The denominator of σ; the sample's by default. It drops out of the weights unless columns miss different rows.</summary>
    public VarianceDenominator Denominator { get; init; }

    /// <summary>How columns are correlated; Pearson by default.</summary>
    public CorrelationMethod Correlation { get; init; }

    /// <summary>How a correlation becomes a conflict; 1 − r by default.</summary>
    public ConflictMeasure Conflict { get; init; }

    private protected override string Name => "critic";

    internal override ScoresNeeded Needs => Columns.NeededFor(Correlation);

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        double[] deviations = Columns.StandardDeviations(scores.Statistics, Scale, Denominator);
        double[] conflict = Columns.Conflicts(scores, Correlation, Conflict);
        evidence["standardDeviation"] = deviations;
        evidence["conflict"] = conflict;
        return [.. deviations.Zip(conflict, (s, c) => s * c)];
    }
}
