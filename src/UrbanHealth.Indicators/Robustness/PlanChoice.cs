namespace UrbanHealth.Indicators;

/// <summary>A choice of a plan that could have been made otherwise (方案中的一项选择).</summary>
public sealed class PlanChoice
{
    internal PlanChoice(string name, IReadOnlyList<PlanAlternative> alternatives) => (Name, Alternatives) = (name, alternatives);

    /// <summary>What is chosen, such as <c>normalization</c>; unique in a variation.</summary>
    public string Name { get; }

    /// <summary>The alternatives, equally likely; the first is the plan's own.</summary>
    public IReadOnlyList<PlanAlternative> Alternatives { get; }

    /// <summary>Such as <c>normalization: MinMax | ZScore</c>.</summary>
    public override string ToString() => $"{Name}: {string.Join(" | ", Alternatives)}";
}
