namespace UrbanHealth.Indicators;

/// <summary>Which rank equal values share (并列规则); 1 is best.</summary>
public enum TieRule
{
    /// <summary>取小: the smallest of their places (1, 2, 2, 4). The default.</summary>
    Smallest,

    /// <summary>平均: the mean of their places (1, 2.5, 2.5, 4).</summary>
    Average,

    /// <summary>取大: the largest of their places (1, 3, 3, 4).</summary>
    Largest,

    /// <summary>连续: places without gaps (1, 2, 2, 3).</summary>
    Dense,

    /// <summary>按序: the earlier row first (1, 2, 3, 4).</summary>
    InOrder,
}
