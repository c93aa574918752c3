namespace UrbanHealth.Indicators;

/// <summary>What a median absolute deviation is multiplied by (中位数绝对偏差的尺度).</summary>
public enum MadScale
{
    /// <summary>正态一致: 1/Φ⁻¹(3/4) ≈ 1.4826, so that it estimates the standard deviation of normal figures. The default.</summary>
    Normal,

    /// <summary>原值: the median of the absolute deviations itself.</summary>
    Raw,
}
