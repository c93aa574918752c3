namespace UrbanHealth.Indicators;

/// <summary>By which rule components are kept (主成分保留准则).</summary>
public enum ComponentRule
{
    /// <summary>Kaiser 准则: eigenvalues above 1, the mean of a correlation matrix.</summary>
    Kaiser,

    /// <summary>单个贡献率: each explains at least a share of the variance.</summary>
    Share,

    /// <summary>累计贡献率: as few as together explain at least a share of the variance.</summary>
    Cumulative,

    /// <summary>给定个数: a given number.</summary>
    Count,
}
