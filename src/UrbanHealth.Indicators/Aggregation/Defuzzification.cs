namespace UrbanHealth.Indicators;

/// <summary>How memberships in grades become one score (去模糊化).</summary>
public enum Defuzzification
{
    /// <summary>加权平均: the mean of the grades' scores weighted by membership. The default.</summary>
    WeightedAverage,

    /// <summary>最大隶属度: the score of the grade with the largest membership; the better of two equal.</summary>
    MaximumMembership,
}
