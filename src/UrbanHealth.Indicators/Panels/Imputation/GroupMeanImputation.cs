namespace UrbanHealth.Indicators;

/// <summary>The mean of the group's areas that have a figure in the year (组均值插补).</summary>
public sealed record GroupMeanImputation : GroupImputation
{
    private protected override double FillOf(ReadOnlySpan<double> values) => Descriptive.Mean(values);
}
