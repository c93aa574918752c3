namespace UrbanHealth.Indicators;

/// <summary>What a figure over a denominator of 0 is (零分母处理).</summary>
public enum ZeroDenominator
{
    /// <summary>报错: an error. The default.</summary>
    Error,

    /// <summary>缺失: missing (NaN).</summary>
    Missing,
}
