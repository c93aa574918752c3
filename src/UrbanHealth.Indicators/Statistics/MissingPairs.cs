namespace UrbanHealth.Indicators;

/// <summary>Which rows a statistic of several columns uses when figures are missing (缺失配对规则).</summary>
public enum MissingPairs
{
    /// <summary>成对删除: for each two columns the rows that have both. The default.</summary>
    Pairwise,

    /// <summary>整行删除: only the rows that have every column.</summary>
    CompleteRows,
}
