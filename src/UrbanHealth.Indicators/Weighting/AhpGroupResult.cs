using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>What several experts say together (群组层次分析结果), with how consistent each is.</summary>
/// <remarks>The ratio of aggregated judgements hides the inconsistency of the experts behind them, so both are here.</remarks>
public sealed record AhpGroupResult
{
    /// <summary>The weights; positive, summing to 1.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>How they were aggregated.</summary>
    public required GroupAggregation Aggregation { get; init; }

    /// <summary>The aggregated judgements and their consistency, whatever the aggregation.</summary>
    public required AhpResult Group { get; init; }

    /// <summary>The result of each expert.</summary>
    public required IReadOnlyList<AhpResult> Experts { get; init; }

    /// <summary>The sum of the weights before they were divided by it: 1 but for the geometric mean of priorities, where a smaller sum means less agreement.</summary>
    public required double SumBeforeNormalisation { get; init; }

    /// <summary>The number of experts whose own ratio exceeds the limit.</summary>
    public int InconsistentCount => Experts.Count(e => !e.IsConsistent);

    /// <summary>Weights, the group's ratio, and how many experts are inconsistent.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"weights {string.Join(' ', Weights.Select(w => w.ToString("0.####", CultureInfo.InvariantCulture)))}\ngroup CR {Group.ConsistencyRatio:0.####} ({Group.Rules.RandomIndex}); {InconsistentCount} of {Experts.Count} experts above {Group.Rules.ConsistencyLimit:0.##}");
}
