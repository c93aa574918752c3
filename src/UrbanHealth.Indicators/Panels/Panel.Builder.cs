namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>Starts a panel that is filled by whole columns.</summary>
    /// <param name="framework">What the columns mean.</param>
    /// <param name="areas">The areas, in the order of every column.</param>
    /// <param name="years">The years, in any order, each once.</param>
    /// <exception cref="ArgumentException">An area or a year is given twice, or an area has no code.</exception>
    public static PanelBuilder Builder(IndicatorFramework framework, IEnumerable<Area> areas, IEnumerable<int> years) => new(framework, areas, years);

    /// <summary>Starts a panel that is filled by whole columns, over consecutive years.</summary>
    /// <exception cref="ArgumentException">An area is given twice or has no code.</exception>
    public static PanelBuilder Builder(IndicatorFramework framework, IEnumerable<Area> areas, YearRange years) => new(framework, areas, Enumerable.Range(years.First, years.Last - years.First + 1));
}
