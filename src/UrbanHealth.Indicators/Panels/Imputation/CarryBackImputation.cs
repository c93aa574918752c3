namespace UrbanHealth.Indicators;

/// <summary>The area's next later figure (后值填充), at most <see cref="SeriesImputation.MaxGap"/> years ahead.</summary>
public sealed record CarryBackImputation : SeriesImputation
{
    private protected override double FillOf(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int at, int before, int after) =>
        after >= 0 && Bridges(years[after] - years[at]) ? values[after] : double.NaN;
}
