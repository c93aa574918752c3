namespace UrbanHealth.Indicators;

/// <summary>Where importance and performance place a subject (重要性-绩效象限); names, since sources number them differently. Source: Martilla &amp; James (1977).</summary>
public enum Quadrant
{
    /// <summary>优势保持: important and good.</summary>
    KeepUp,

    /// <summary>重点改进: important and not good.</summary>
    ConcentrateHere,

    /// <summary>低优先: neither important nor good.</summary>
    LowPriority,

    /// <summary>过度供给: good and not important.</summary>
    PossibleOverkill,
}
