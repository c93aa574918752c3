namespace UrbanHealth.Indicators;

/// <summary>Weights by factor analysis (因子分析赋权): squared varimax-rotated loadings, each indicator by the factor it loads on most.</summary>
/// <remarks>
/// Principal-component factors of the correlations, rotated; w_j ∝ max_f l_jf² / Σ_f SS_f, SS_f the variance factor f explains: within a factor l²/SS_f, factors by SS_f/ΣSS.
/// Source: Nicoletti, Scarpetta &amp; Boylaud (2000); OECD/JRC Handbook (2008), step 6, table 18 (PC column). Rows with a gap are left out.
/// </remarks>
public sealed record FactorWeighting : ObjectiveWeighting
{
    /// <summary>How many factors are kept; those that explain 10 % of the variance by default, as in the handbook.</summary>
    public ComponentRetention Retention { get; init; } = ComponentRetention.Share();

    private protected override string Name => "factorAnalysis";

    internal override ScoresNeeded Needs => ScoresNeeded.Pairs;

    internal override bool LeavesOutGaps => true;

    private protected override double[] Importance(Learned scores, Dictionary<string, IReadOnlyList<double>> evidence)
    {
        PrincipalComponents components = Indicators.PrincipalComponents.From(scores.Statistics.Correlations(), PcaBasis.Correlation);
        int kept = Retention.Of(components);
        Matrix loadings = components.Loadings.ColumnsAt([.. Enumerable.Range(0, kept)]);
        Matrix rotated = kept == 1 ? loadings : Varimax.Rotate(loadings);
        var explained = new double[kept];
        var importance = new double[scores.Names.Length];
        for (int f = 0; f < kept; f++)
            for (int j = 0; j < importance.Length; j++)
            {
                double square = rotated[j, f] * rotated[j, f];
                explained[f] += square;
                importance[j] = Math.Max(importance[j], square);
            }
        evidence["eigenvalues"] = components.Eigenvalues;
        evidence["factorsKept"] = [kept];
        evidence["explainedByFactor"] = explained;
        for (int f = 0; f < kept; f++) evidence[FormattableString.Invariant($"loading{f + 1}")] = rotated.Column(f).ToArray();
        return importance;
    }
}
