namespace UrbanHealth.Indicators;

/// <summary>How well a grey model fits, by C and P together (灰色模型精度等级). Source: Deng (1985); Liu &amp; Lin (2006).</summary>
public enum GreyAccuracy
{
    /// <summary>一级(好): C ≤ 0.35 and P ≥ 0.95.</summary>
    Good,

    /// <summary>二级(合格): C ≤ 0.50 and P ≥ 0.80.</summary>
    Qualified,

    /// <summary>三级(勉强): C ≤ 0.65 and P ≥ 0.70.</summary>
    BarelyQualified,

    /// <summary>四级(不合格): anything else.</summary>
    Unqualified,
}
