namespace UrbanHealth.Indicators;

/// <summary>What satisfaction is reported of (满意度的对象).</summary>
public enum SatisfactionSubject
{
    /// <summary>指标或维度: each code that questions speak to, a respondent's score being the weighted mean of the questions answered. The default.</summary>
    Linked,

    /// <summary>题目: each question that has scores.</summary>
    Questions,

    /// <summary>总体: all questions that have scores together, equally.</summary>
    Overall,
}
