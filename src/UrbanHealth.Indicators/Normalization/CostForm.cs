namespace UrbanHealth.Indicators;

/// <summary>How a ratio method turns an indicator of which less is better (逆向指标的比例形式).</summary>
public enum CostForm
{
    /// <summary>倒数: the method on 1/x; figures must be positive. The default.</summary>
    Reciprocal,

    /// <summary>补数: 1 less the method on x.</summary>
    Complement,
}
