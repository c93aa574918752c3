namespace UrbanHealth.Indicators;

/// <summary>One row of a <see cref="DumbbellChart"/> (前后对比).</summary>
/// <param name="Name">The name beside it.</param>
/// <param name="Before">The earlier value; NaN for none.</param>
/// <param name="After">The later value; NaN for none.</param>
public sealed record ChartPair(string Name, double Before, double After);
