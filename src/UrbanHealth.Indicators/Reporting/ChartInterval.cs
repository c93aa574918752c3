namespace UrbanHealth.Indicators;

/// <summary>One row of an <see cref="IntervalChart"/> (区间).</summary>
/// <param name="Name">The name beside it.</param>
/// <param name="Low">The lower end; NaN for none.</param>
/// <param name="Value">The dot; NaN for none.</param>
/// <param name="High">The upper end; NaN for none.</param>
public sealed record ChartInterval(string Name, double Low, double Value, double High);
