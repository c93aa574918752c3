namespace UrbanHealth.Indicators;

/// <summary>加权平均.</summary>
public sealed record WeightedMeanRollUp : RollUp
{
    /// <summary>The code of the weighing quantity; null for the size of the areas.</summary>
    public string? Weight { get; init; }
}
