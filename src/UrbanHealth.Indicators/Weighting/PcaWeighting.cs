namespace UrbanHealth.Indicators;

/// <summary>Weights by principal components of the correlations (主成分赋权).</summary>
/// <remarks>Invariant to the scale and origin of a column. Rows with a gap are left out. It rewards what correlates, which is redundancy as well as importance.</remarks>
public sealed record PcaWeighting : ObjectiveWeighting
{
    /// <summary>How components become weights; weighted by variance by default.</summary>
    public PcaWeights Rule { get; init; }

    /// <summary>How many components are kept; eigenvalues above 1 by default. The first-component rules keep one.</summary>
    public ComponentRetention Retention { get; init; }

    private protected override string Name => "principalComponents";

    internal override ScoresNeeded Needs => ScoresNeeded.Pairs;

    internal override bool LeavesOutGaps => true;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        PrincipalComponents components = Indicators.PrincipalComponents.From(scores.Statistics.Correlations(), PcaBasis.Correlation);
        int kept = Rule is PcaWeights.FirstComponent or PcaWeights.FirstComponentSquared ? 1 : Retention.Of(components);
        evidence["eigenvalues"] = components.Eigenvalues;
        evidence["componentsKept"] = [kept];
        double[] first = components.Vectors.Column(0).ToArray();
        if (Rule == PcaWeights.FirstComponent) return first.Sum() < 0 ? Array.ConvertAll(first, v => -v) : first;
        var importance = new double[scores.Names.Length];
        for (int k = 0; k < kept; k++)
            for (int j = 0; j < importance.Length; j++)
            {
                double v = components.Vectors[j, k];
                importance[j] += components.Eigenvalues[k] * (Rule == PcaWeights.VarianceWeightedAbsolute ? Math.Abs(v) : v * v);
            }
        return importance;
    }

    private protected override WeightSet Finish(double[] importance, Dictionary<string, IReadOnlyList<double>> evidence) =>
        Rule == PcaWeights.FirstComponent ? new WeightSet(importance, Name) { Evidence = evidence } : base.Finish(importance, evidence);
}
