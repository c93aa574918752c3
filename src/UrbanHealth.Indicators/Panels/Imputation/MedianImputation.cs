namespace UrbanHealth.Indicators;

/// <summary>The median of the areas that have a figure in the year (中位数插补); unmoved by outliers.</summary>
/// <remarks>Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 3.</remarks>
public sealed record MedianImputation : ColumnImputation
{
    private protected override double FillOf(ReadOnlySpan<double> values) => AnyPresent(values) ? Descriptive.Median(values) : double.NaN;
}
