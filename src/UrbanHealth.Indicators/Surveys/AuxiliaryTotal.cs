namespace UrbanHealth.Indicators;

/// <summary>A numeric column whose total in the population is known (辅助变量总量), such as the floor area of all dwellings.</summary>
/// <param name="Name">What the column is.</param>
/// <param name="Values">A finite number a respondent.</param>
/// <param name="Total">The total in the population.</param>
public sealed record AuxiliaryTotal(string Name, ReadOnlyMemory<double> Values, double Total);
