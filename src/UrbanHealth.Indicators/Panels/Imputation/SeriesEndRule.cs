namespace UrbanHealth.Indicators;

/// <summary>What becomes of years before the first figure and after the last (序列两端的规则).</summary>
public enum SeriesEndRule
{
    /// <summary>不填: they stay missing. The default.</summary>
    Leave,

    /// <summary>取最近值: they take the nearest figure, at most the largest gap away.</summary>
    Nearest,
}
