namespace UrbanHealth.Indicators;

/// <summary>How an interval is made for a count (泊松区间方法).</summary>
public enum PoissonMethod
{
    /// <summary>精确: Garwood (1936). The default.</summary>
    Garwood,

    /// <summary>近似: Byar.</summary>
    Byar,
}
