namespace UrbanHealth.Indicators;

/// <summary>What becomes of a whole when some of its parts have no figure (缺部分时的汇总规则).</summary>
public enum PartsRule
{
    /// <summary>全部: every part the indicator applies to must have its figure, else the whole is missing. The default.</summary>
    All,

    /// <summary>可得: the parts that have a figure stand for the whole, and the scope says how many they are.</summary>
    Available,
}
