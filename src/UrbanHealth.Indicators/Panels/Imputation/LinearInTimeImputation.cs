namespace UrbanHealth.Indicators;

/// <summary>On the straight line in time between the area's figures before and after (线性插值).</summary>
/// <remarks>
/// x(t) = x₀ + (x₁ − x₀)(t − t₀)/(t₁ − t₀), in calendar years. <see cref="SeriesImputation.MaxGap"/> bounds the years without a figure
/// between the two, t₁ − t₀ − 1, and at the ends the distance to the nearest figure.
/// </remarks>
public sealed record LinearInTimeImputation : SeriesImputation
{
    /// <summary>What becomes of years before the first figure and after the last; they stay missing by default.</summary>
    public SeriesEndRule Ends { get; init; }

    private protected override double FillOf(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int at, int before, int after)
    {
        if (before >= 0 && after >= 0)
        {
            int span = years[after] - years[before];
            return Bridges(span - 1) ? values[before] + ((values[after] - values[before]) * (years[at] - years[before]) / span) : double.NaN;
        }
        int nearest = Math.Max(before, after);
        return Ends == SeriesEndRule.Nearest && nearest >= 0 && Bridges(Math.Abs(years[at] - years[nearest])) ? values[nearest] : double.NaN;
    }
}
