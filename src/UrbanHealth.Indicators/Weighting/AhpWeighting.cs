using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Weights by the analytic hierarchy process (层次分析法赋权): one expert, or several together.</summary>
/// <remarks>A hierarchy is weighed by giving each parent its own judgements; the weights of the whole are their products (<see cref="EffectiveWeights"/>).</remarks>
public sealed record AhpWeighting : Weighting
{
    /// <summary>One matrix an expert; at least one.</summary>
    public required IReadOnlyList<JudgementMatrix> Experts { get; init; }

    /// <summary>How several experts are aggregated; their judgements (AIJ) by default.</summary>
    public GroupAggregation Aggregation { get; init; }

    /// <summary>How much each expert counts; null for equally.</summary>
    public IReadOnlyList<double>? ExpertWeights { get; init; }

    /// <summary>The definitions.</summary>
    public AhpRules Rules { get; init; } = AhpRules.Default;

    /// <summary>Whether judgements above the limit of the rules are taken all the same; false by default. The ratio stands in the evidence either way.</summary>
    public bool AcceptInconsistent { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The judgements are not about these siblings, or are too inconsistent and that is not accepted.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        AhpGroupResult result = AhpGroup.Of([.. Experts.Select(e => e.Ordered(siblings))], Aggregation, Rules, ExpertWeights);
        if (!AcceptInconsistent && !result.Group.IsConsistent)
        {
            string worst = result.Group.Inconsistencies.Count == 0 ? "" : $" The worst judgement is {result.Group.Inconsistencies[0]}.";
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The judgements are inconsistent: CR {result.Group.ConsistencyRatio:0.###} exceeds {Rules.ConsistencyLimit:0.###} ({Rules.RandomIndex}).{worst} Revise it, or accept it by AcceptInconsistent."), nameof(siblings));
        }
        var evidence = new Dictionary<string, IReadOnlyList<double>>
        {
            ["lambdaMax"] = [result.Group.LambdaMax],
            ["consistencyIndex"] = [result.Group.ConsistencyIndex],
            ["randomIndex"] = [result.Group.RandomIndexValue],
            ["consistencyRatio"] = [result.Group.ConsistencyRatio],
        };
        if (Experts.Count > 1) evidence["expertConsistencyRatios"] = [.. result.Experts.Select(e => e.ConsistencyRatio)];
        return new WeightSet(result.Weights, "ahp") { Evidence = evidence };
    }

    /// <inheritdoc/>
    public bool Equals(AhpWeighting? other) => other is not null && Experts.SequenceEqual(other.Experts) && Aggregation == other.Aggregation && Rules == other.Rules && AcceptInconsistent == other.AcceptInconsistent
        && (ExpertWeights is null ? other.ExpertWeights is null : other.ExpertWeights is not null && ExpertWeights.SequenceEqual(other.ExpertWeights));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Experts.Count, Experts.Count == 0 ? null : Experts[0], Aggregation, Rules, AcceptInconsistent);
}
