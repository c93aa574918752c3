namespace UrbanHealth.Indicators;

/// <summary>How the size of a change of weights is measured (权重变动的度量).</summary>
public enum WeightDistance
{
    /// <summary>绝对值之和: the sum of the changes in size, twice what is moved from one weight to others. The default.</summary>
    Sum,

    /// <summary>欧氏距离: the root of the sum of their squares.</summary>
    Euclidean,

    /// <summary>最大变动: the largest of them.</summary>
    Largest,
}
