namespace UrbanHealth.Indicators;

/// <summary>Whether what was measured and what residents say agree (主客观匹配).</summary>
public enum MatchKind
{
    /// <summary>匹配: the same grade.</summary>
    Matched,

    /// <summary>客观好而居民不满: the measured grade is the better one.</summary>
    ObjectiveBetter,

    /// <summary>客观差而居民满意: the residents' grade is the better one.</summary>
    SubjectiveBetter,
}
