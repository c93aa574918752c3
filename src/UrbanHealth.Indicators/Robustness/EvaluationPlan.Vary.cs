namespace UrbanHealth.Indicators;

public sealed partial record EvaluationPlan
{
    /// <summary>The plan with what is uncertain about it (方案的不确定性), to be run many times over.</summary>
    /// <param name="choices">Says what varies, such as <c>v => v.Weights(WeightVariation.Around(0.2)).Normalization(Normalization.ZScore())</c>.</param>
    public PlanVariation Vary(Func<PlanVariation, PlanVariation> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices(new PlanVariation(this));
    }
}
