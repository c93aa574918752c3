namespace UrbanHealth.Indicators;

/// <summary>Which rows a weighting learns from where figures are missing (缺失处理).</summary>
public enum MissingRows
{
    /// <summary>成对: each column on the rows it has, each pair of columns on the rows both have. The default.</summary>
    Pairwise,

    /// <summary>整行: only rows without a gap.</summary>
    Complete,
}
