namespace UrbanHealth.Indicators;

/// <summary>A raw value and the score it earns (折线点).</summary>
/// <param name="Value">The raw value, in the indicator's unit.</param>
/// <param name="Score">The score, 0…1.</param>
public readonly record struct BandPoint(double Value, double Score);
