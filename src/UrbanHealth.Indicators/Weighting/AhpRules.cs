namespace UrbanHealth.Indicators;

/// <summary>The definitions an analytic hierarchy process goes by (层次分析法的约定), each with its default.</summary>
public sealed record AhpRules
{
    /// <summary>The defaults: eigenvector, eigenvalue, Saaty (1980), optimal completion, limit 0.1.</summary>
    public static AhpRules Default { get; } = new();

    /// <summary>How weights are read; the eigenvector by default.</summary>
    public PriorityMethod Priority { get; init; }

    /// <summary>What λ_max is; the eigenvalue by default.</summary>
    public LambdaDefinition Lambda { get; init; }

    /// <summary>How judgements that were not made are treated; optimal completion by default.</summary>
    public IncompleteJudgements Incomplete { get; init; }

    /// <summary>The table of random indices; Saaty (1980) by default.</summary>
    public RandomIndex RandomIndex { get; init; } = RandomIndex.Saaty1980;

    /// <summary>The largest consistency ratio that is still consistent; 0.1 by default.</summary>
    public double ConsistencyLimit { get; init; } = 0.1;
}
