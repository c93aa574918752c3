namespace UrbanHealth.Indicators;

/// <summary>How the judgements of several experts become one set of weights (群决策集结).</summary>
public enum GroupAggregation
{
    /// <summary>AIJ, 判断集结: the weighted geometric mean of the judgements, then its weights; the one mean that keeps them reciprocal. Source: Aczél &amp; Saaty (1983). The default.</summary>
    Judgements,

    /// <summary>AIP, 权重几何集结: the weighted geometric mean of the experts' weights, divided by its sum. Source: Forman &amp; Peniwati (1998).</summary>
    PrioritiesGeometric,

    /// <summary>AIP, 权重算术集结: the weighted arithmetic mean of the experts' weights. Source: Forman &amp; Peniwati (1998).</summary>
    PrioritiesArithmetic,
}
