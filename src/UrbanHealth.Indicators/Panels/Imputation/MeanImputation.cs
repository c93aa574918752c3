namespace UrbanHealth.Indicators;

/// <summary>The mean of the areas that have a figure in the year (均值插补). It narrows the spread.</summary>
/// <remarks>Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 3.</remarks>
public sealed record MeanImputation : ColumnImputation
{
    private protected override double FillOf(ReadOnlySpan<double> values) => AnyPresent(values) ? Descriptive.Mean(values) : double.NaN;
}
