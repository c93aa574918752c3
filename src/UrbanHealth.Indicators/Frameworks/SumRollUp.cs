namespace UrbanHealth.Indicators;

/// <summary>求和.</summary>
public sealed record SumRollUp : RollUp;
