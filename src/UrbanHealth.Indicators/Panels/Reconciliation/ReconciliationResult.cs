namespace UrbanHealth.Indicators;

/// <summary>Records of several sources settled to one a cell (多方校验结果).</summary>
/// <param name="Observations">One record a cell, in the order the cells were met; a conflict is missing.</param>
/// <param name="Figures">Each cell that more than one source spoke of, in that order.</param>
/// <param name="Report">A warning for each that a rule resolved, an error for each conflict.</param>
public sealed record ReconciliationResult(IReadOnlyList<Observation> Observations, IReadOnlyList<(Place Place, ReconciledFigure Figure)> Figures, ValidationReport Report)
{
    /// <summary>How many came out in a way.</summary>
    public int Count(ReconciliationOutcome outcome) => Figures.Count(f => f.Figure.Outcome == outcome);

    /// <summary>The counts and the report.</summary>
    public override string ToString() => $"agreed {Count(ReconciliationOutcome.Agreed)}, resolved by rule {Count(ReconciliationOutcome.ResolvedByRule)}, conflicts {Count(ReconciliationOutcome.Conflict)}\n{Report}";
}
