namespace UrbanHealth.Indicators;

/// <summary>What a normalisation does when all fitted figures are equal (常数列处理).</summary>
public enum ConstantRule
{
    /// <summary>报错: it is an error, because nothing tells the areas apart. The default.</summary>
    Error,

    /// <summary>取中值: every figure scores the middle of the output range, now and later.</summary>
    Midpoint,
}
