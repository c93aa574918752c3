using UrbanHealth.Indicators;

namespace Quickstart;

/// <summary>The province 2010-2014: figures rolled up from quantities, judged, with their trends.</summary>
internal sealed record ProvinceFiveYears(Panel Panel, ValidationReport Report, Assessment Assessment)
{
    public const string Area = "福建省城市合计";

    public static ProvinceFiveYears Of(string framework, string csv)
    {
        PanelReading reading = Panel.ReadCsv(csv, IndicatorFramework.Parse(framework));
        PanelReading rolled = reading.Panel.RollUp();
        return new ProvinceFiveYears(rolled.Panel, reading.Report.With(rolled.Report), Assessment.Of(rolled.Panel));
    }

    /// <summary>The series of an indicator over the years.</summary>
    public double[] Series(string code) => [.. Panel.Years.Select(y => Panel[Area, y, code])];

    /// <summary>The years from which an indicator cannot be compared with the year before.</summary>
    public IEnumerable<(int Year, Comparability Why)> Breaks(string code) =>
        from pair in Panel.Years.Zip(Panel.Years.Skip(1))
        let change = PanelChange.Between(Panel, pair.First, pair.Second)[Area, code]
        where change.Comparability is Comparability.CoverageChanged or Comparability.DefinitionChanged
        select (pair.Second, change.Comparability);
}
