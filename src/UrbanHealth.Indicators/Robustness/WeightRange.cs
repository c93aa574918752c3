namespace UrbanHealth.Indicators;

/// <summary>The least and the most a weight can be (权重区间约束).</summary>
/// <param name="Index">The place of the weight.</param>
/// <param name="Lowest">At least 0.</param>
/// <param name="Highest">At most 1.</param>
public readonly record struct WeightRange(int Index, double Lowest, double Highest);
