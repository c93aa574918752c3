namespace UrbanHealth.Indicators;

/// <summary>Which way imbalance moves a composite (不均衡调整方向). Source: De Muro, Mazziotta &amp; Pareto (2011).</summary>
public enum ImbalanceSign
{
    /// <summary>MPI⁻: imbalance is penalised; for composites that rise with well-being. The default.</summary>
    Penalty,

    /// <summary>MPI⁺: imbalance is added; for composites of something bad, such as poverty.</summary>
    Reward,
}
