namespace UrbanHealth.Indicators;

/// <summary>The fitted figure that others are held against (参照点).</summary>
public enum ReferencePoint
{
    /// <summary>均值: the mean. The default.</summary>
    Mean,

    /// <summary>中位数: the median.</summary>
    Median,

    /// <summary>最优: the best figure.</summary>
    Best,

    /// <summary>最劣: the worst figure.</summary>
    Worst,
}
