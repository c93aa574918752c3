namespace UrbanHealth.Indicators;

/// <summary>One way of making a choice (备选做法): another plan, or other figures.</summary>
public sealed class PlanAlternative
{
    internal PlanAlternative(string label, Func<EvaluationPlan, EvaluationPlan>? plan = null, Panel? panel = null) => (Label, Plan, Panel) = (label, plan, panel);

    /// <summary>What it is called in results.</summary>
    public string Label { get; }

    internal Func<EvaluationPlan, EvaluationPlan>? Plan { get; }

    internal Panel? Panel { get; }

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
