namespace UrbanHealth.Indicators;

/// <summary>Which line goes with Sen's slope (森斜率截距规则).</summary>
public enum InterceptRule
{
    /// <summary>分别取中位数: median(y) − slope·median(t). The default. Source: Conover's form, used by scipy as "separate".</summary>
    Separate,

    /// <summary>残差中位数: the median of y − slope·t. "Joint" in scipy.</summary>
    Joint,
}
