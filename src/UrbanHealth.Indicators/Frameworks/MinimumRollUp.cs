namespace UrbanHealth.Indicators;

/// <summary>取最小.</summary>
public sealed record MinimumRollUp : RollUp;
