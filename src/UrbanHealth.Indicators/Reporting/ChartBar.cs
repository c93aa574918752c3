namespace UrbanHealth.Indicators;

/// <summary>One bar of a <see cref="BarChart"/> (条形).</summary>
/// <param name="Name">The name beside it.</param>
/// <param name="Value">Its length; NaN draws no bar and says so.</param>
public sealed record ChartBar(string Name, double Value)
{
    /// <summary>What stands after the number, such as a grade.</summary>
    public string Note { get; init; } = "";

    /// <summary>The colour group, from 0; bars of one group look alike.</summary>
    public int Group { get; init; }
}
