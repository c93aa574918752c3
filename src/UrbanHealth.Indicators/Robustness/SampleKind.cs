namespace UrbanHealth.Indicators;

/// <summary>Where a sample of the unit cube comes from (抽样方式).</summary>
public enum SampleKind
{
    /// <summary>加扰 Sobol' 序列: a Sobol' sequence with Owen's scrambling by the seed. The default.</summary>
    ScrambledSobol,

    /// <summary>Sobol' 序列: as published, the origin first; the seed plays no part.</summary>
    Sobol,

    /// <summary>伪随机: independent random numbers.</summary>
    Random,
}
