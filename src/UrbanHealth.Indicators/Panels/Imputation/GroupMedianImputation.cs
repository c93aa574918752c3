namespace UrbanHealth.Indicators;

/// <summary>The median of the group's areas that have a figure in the year (组中位数插补).</summary>
public sealed record GroupMedianImputation : GroupImputation
{
    private protected override double FillOf(ReadOnlySpan<double> values) => Descriptive.Median(values);
}
