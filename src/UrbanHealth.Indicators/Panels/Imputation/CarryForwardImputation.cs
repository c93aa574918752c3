namespace UrbanHealth.Indicators;

/// <summary>The area's latest earlier figure (前值填充), at most <see cref="SeriesImputation.MaxGap"/> years old.</summary>
public sealed record CarryForwardImputation : SeriesImputation
{
    private protected override double FillOf(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int at, int before, int after) =>
        before >= 0 && Bridges(years[at] - years[before]) ? values[before] : double.NaN;
}
