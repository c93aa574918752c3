namespace UrbanHealth.Indicators;

/// <summary>What there is of one area in one year (区域完整性).</summary>
/// <param name="Area">The area.</param>
/// <param name="Year">The year.</param>
/// <param name="Counts">How many indicators are in which state.</param>
public sealed record AreaProfile(Area Area, int Year, StateCounts Counts);
