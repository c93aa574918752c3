namespace UrbanHealth.Indicators;

/// <summary>Whether the respondents of an attribute could be a simple random sample of the population (拟合优度检验, Pearson 1900).</summary>
/// <param name="Variable">The attribute or crossing.</param>
/// <param name="ChiSquare">Σ(observed − expected)²/expected over the categories.</param>
/// <param name="DegreesOfFreedom">Categories less one.</param>
/// <param name="PValue">The probability of a value at least as large.</param>
public sealed record MarginTest(string Variable, double ChiSquare, int DegreesOfFreedom, double PValue);
