namespace UrbanHealth.Indicators;

/// <summary>How judgements that were not made are treated (残缺判断矩阵); the judgements made must link all things compared.</summary>
public enum IncompleteJudgements
{
    /// <summary>最优补全: filled so that λ_max is smallest. Source: Bozóki, Fülöp &amp; Rónyai (2010). The default.</summary>
    OptimalCompletion,

    /// <summary>对数最小二乘: weights by logarithmic least squares over the judgements made (graph Laplacian), gaps filled by their ratios. Source: Bozóki, Fülöp &amp; Rónyai (2010), section 4.</summary>
    LogarithmicLeastSquares,

    /// <summary>Harker 法: a gap is the ratio of the weights sought, which puts 1 + (number of gaps) on the diagonal. Source: Harker (1987).</summary>
    Harker,
}
