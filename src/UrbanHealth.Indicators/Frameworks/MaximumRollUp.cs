namespace UrbanHealth.Indicators;

/// <summary>取最大.</summary>
public sealed record MaximumRollUp : RollUp;
