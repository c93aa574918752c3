namespace UrbanHealth.Indicators;

/// <summary>Standard-deviation-and-correlation weights (标准差-相关系数法): w_j ∝ σ_j·√(Σ_k (1 − r_jk)).</summary>
/// <remarks>A variant of CRITIC (Diakoulaki et al. 1995) that takes the root of the conflict, so that many siblings do not drown the contrast.</remarks>
public sealed record StandardDeviationCorrelationWeighting : ObjectiveWeighting
{
    /// <summary>The scale of the columns; min-max by default.</summary>
    public ColumnScale Scale { get; init; }

    /// <summary>The denominator of σ; the sample's by default. It drops out of the weights unless columns miss different rows.</summary>
    public VarianceDenominator Denominator { get; init; }

    /// <summary>How columns are correlated; Pearson by default.</summary>
    public CorrelationMethod Correlation { get; init; }

    /// <summary>How a correlation becomes a conflict; 1 − r by default.</summary>
    public ConflictMeasure Conflict { get; init; }

    private protected override string Name => "standardDeviationCorrelation";

    internal override ScoresNeeded Needs => Columns.NeededFor(Correlation);

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        double[] deviations = Columns.StandardDeviations(scores.Statistics, Scale, Denominator);
        double[] conflict = Columns.Conflicts(scores, Correlation, Conflict);
        evidence["standardDeviation"] = deviations;
        evidence["conflict"] = conflict;
        return [.. deviations.Zip(conflict, (s, c) => s * Math.Sqrt(c))];
    }
}
