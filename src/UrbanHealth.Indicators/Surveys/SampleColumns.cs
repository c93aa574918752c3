namespace UrbanHealth.Indicators;

/// <summary>The columns that say how a sample was drawn (抽样信息列), one entry a respondent; what does not apply is null.</summary>
public sealed record SampleColumns
{
    internal static SampleColumns None { get; } = new();

    /// <summary>The stratum (层); one stratum when null.</summary>
    public CategoricalColumn? Strata { get; init; }

    /// <summary>The primary sampling unit (初级抽样单元), such as the community; each respondent on its own when null. A cluster lies in one stratum.</summary>
    public CategoricalColumn? Clusters { get; init; }

    /// <summary>How many primary units the stratum has in the population; constant within a stratum. Null or infinite: drawn with replacement, no finite population correction (有限总体校正).</summary>
    public double[]? PopulationUnits { get; init; }

    /// <summary>The unit of the second stage (二级抽样单元), such as the household; null when each respondent was one. Needs clusters.</summary>
    public CategoricalColumn? SecondStage { get; init; }

    /// <summary>How many second-stage units the cluster has; constant within a cluster. Null: the second stage adds nothing of its own (the "ultimate cluster" approximation).</summary>
    public double[]? SecondStageUnits { get; init; }

    internal void ThrowIfNotOfLength(int n)
    {
        if ((Strata?.Count ?? n) != n || (Clusters?.Count ?? n) != n || (SecondStage?.Count ?? n) != n || (PopulationUnits?.Length ?? n) != n || (SecondStageUnits?.Length ?? n) != n)
            throw new ArgumentException("Each column of a sample needs one entry a respondent.");
        if (Clusters is null && (SecondStage is not null || SecondStageUnits is not null)) throw new ArgumentException("A second stage needs clusters.");
        if (SecondStageUnits is not null && PopulationUnits is null) throw new ArgumentException("A second stage with population sizes needs those of the first.");
    }
}
