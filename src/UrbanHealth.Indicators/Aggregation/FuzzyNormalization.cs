namespace UrbanHealth.Indicators;

/// <summary>Whether composed memberships are made to sum to 1 (综合隶属度归一化).</summary>
public enum FuzzyNormalization
{
    /// <summary>不归一化: as composed, as most textbooks. The default.</summary>
    None,

    /// <summary>归一化: divided by their sum.</summary>
    SumToOne,
}
