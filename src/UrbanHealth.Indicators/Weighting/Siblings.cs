namespace UrbanHealth.Indicators;

/// <summary>The children of one parent, as a weighting sees them (同级指标).</summary>
/// <param name="Scores">Rows are areas (or area-years of the baseline), columns the siblings; scores point upwards; NaN is missing.</param>
public sealed record Siblings(Matrix Scores)
{
    /// <summary>The codes of the siblings; empty when only numbers are at hand.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The weights the framework gives; empty, or null for a sibling without one.</summary>
    public IReadOnlyList<double?> Given { get; init; } = [];

    /// <summary>How many indicators lie at or below each sibling (1 for an indicator); empty when that is not known.</summary>
    public IReadOnlyList<int> IndicatorCounts { get; init; } = [];

    /// <summary>The year of each row, for methods that weigh a year at a time; empty when the rows are of one year.</summary>
    public IReadOnlyList<int> RowYears { get; init; } = [];

    /// <summary>The number of siblings.</summary>
    public int Count => Scores.Columns;

    /// <summary>The name of a sibling for a message: its code, or its column counted from 1.</summary>
    internal string NameOf(int column) => Codes.Count == Count ? Codes[column] : FormattableString.Invariant($"column {column + 1}");

    /// <summary>The same siblings seen in the rows of one year.</summary>
    internal Siblings InYear(int year)
    {
        if (RowYears.Count != Scores.Rows) throw new ArgumentException("The rows have no years.", nameof(year));
        int[] rows = [.. Enumerable.Range(0, Scores.Rows).Where(i => RowYears[i] == year)];
        return this with { Scores = Scores.RowsAt(rows), RowYears = [.. rows.Select(_ => year)] };
    }
}
