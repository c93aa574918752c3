namespace UrbanHealth.Indicators;

public sealed partial record EvaluationPlan
{
    /// <summary>Learns bounds and weights from a panel, once and for all (拟合).</summary>
    /// <param name="panel">Figures of the plan's framework.</param>
    /// <param name="baseline">The years to learn from; every year of the panel by default.</param>
    /// <exception cref="InvalidDocumentException">Something cannot be fitted; the exception has every finding.</exception>
    /// <exception cref="ArgumentException">The panel is of another framework or has none of the baseline's years.</exception>
    public EvaluationModel Fit(Panel panel, YearRange? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new PlanFitting(this, panel, baseline).Fit();
    }
}
