namespace UrbanHealth.Indicators;

/// <summary>Where the lines between quadrants stand (象限分界).</summary>
public enum Crosshair
{
    /// <summary>均值: the means of both. The default.</summary>
    Mean,

    /// <summary>中位数: the medians of both.</summary>
    Median,
}
