namespace UrbanHealth.Indicators;

/// <summary>How the Mazziotta-Pareto index standardises each indicator first (MPI 标准化方式).</summary>
public enum MazziottaParetoScale
{
    /// <summary>MPI: z-scores of mean 100 and deviation 10. Source: De Muro, Mazziotta &amp; Pareto (2011).</summary>
    Deviations,

    /// <summary>AMPI (修正 MPI): the lowest value scores 70 and the highest 130. Source: Mazziotta &amp; Pareto (2016).</summary>
    Range,
}
