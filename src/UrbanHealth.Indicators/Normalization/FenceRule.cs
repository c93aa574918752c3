namespace UrbanHealth.Indicators;

/// <summary>Where the fences stand beyond which a figure is an outlier (离群边界).</summary>
public enum FenceRule
{
    /// <summary>四分位距: k interquartile ranges beyond the quartiles (R7), k = 1.5. Source: Tukey (1977). The default.</summary>
    Quartiles,

    /// <summary>中位数绝对偏差: k scaled median absolute deviations from the median, k = 3.5. Source: Iglewicz &amp; Hoaglin (1993).</summary>
    MedianDeviation,
}
