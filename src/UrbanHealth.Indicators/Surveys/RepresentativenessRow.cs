namespace UrbanHealth.Indicators;

/// <summary>One category of an attribute in the sample and in the population (代表性对比).</summary>
/// <param name="Variable">The attribute or crossing.</param>
/// <param name="Level">The category.</param>
/// <param name="Respondents">How many respondents are in it.</param>
/// <param name="SampleShare">Their share of the respondents.</param>
/// <param name="WeightedShare">Their share of the weights.</param>
/// <param name="PopulationShare">Their share of the population: what was to be expected.</param>
public sealed record RepresentativenessRow(string Variable, string Level, int Respondents, double SampleShare, double WeightedShare, double PopulationShare)
{
    /// <summary>Sample share less population share.</summary>
    public double Difference => SampleShare - PopulationShare;

    /// <summary>Weighted share less population share.</summary>
    public double WeightedDifference => WeightedShare - PopulationShare;
}
