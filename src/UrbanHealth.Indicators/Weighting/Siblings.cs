namespace UrbanHealth.Indicators;

/// <summary>The children of one parent, as a weighting sees them (同级指标).</summary>
/// <param name="Scores">Rows are areas (or area-years of the baseline), columns the siblings; scores point upwards; NaN is missing.</param>
public sealed record Siblings(Matrix Scores)
{
    /// <summary>The codes of the siblings; empty when only numbers are at hand.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The weights the framework gives; empty, or null for a sibling without one.</summary>
    public IReadOnlyList<double?> Given { get; init; } = [];

    /// <summary>The year of each row, for methods that weigh a year at a time; empty when the rows are of one year.</summary>
    public IReadOnlyList<int> RowYears { get; init; } = [];
}
