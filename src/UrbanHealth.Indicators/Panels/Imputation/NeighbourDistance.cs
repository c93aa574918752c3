namespace UrbanHealth.Indicators;

/// <summary>How far two areas lie apart over the indicators both have, each in standard deviations (距离).</summary>
public enum NeighbourDistance
{
    /// <summary>欧氏: the root of the mean squared difference. The default.</summary>
    Euclidean,

    /// <summary>曼哈顿: the mean absolute difference.</summary>
    Manhattan,
}
