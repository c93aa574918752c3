namespace UrbanHealth.Indicators;

/// <summary>What there is of one indicator in one year (指标完整性).</summary>
/// <param name="Code">The code of the indicator, component or quantity.</param>
/// <param name="Name">Its name in Chinese.</param>
/// <param name="Year">The year.</param>
/// <param name="Counts">How many areas are in which state.</param>
/// <param name="MissingAreas">The codes of the areas whose figure is missing, in the panel's order.</param>
public sealed record ColumnProfile(string Code, string Name, int Year, StateCounts Counts, IReadOnlyList<string> MissingAreas);
