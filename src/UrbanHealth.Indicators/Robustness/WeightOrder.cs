namespace UrbanHealth.Indicators;

/// <summary>One weight is at least as large as another (权重次序约束), such as "safety counts at least as much as convenience".</summary>
/// <param name="Larger">The place of the weight that is at least as large.</param>
/// <param name="Smaller">The place of the other.</param>
public readonly record struct WeightOrder(int Larger, int Smaller);
