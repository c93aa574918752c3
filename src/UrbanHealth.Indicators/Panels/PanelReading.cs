namespace UrbanHealth.Indicators;

/// <summary>A panel and everything found while it was read (读取结果).</summary>
/// <param name="Panel">What could be read; what could not is missing and stands in the report.</param>
/// <param name="Report">Every finding, with its line.</param>
public sealed record PanelReading(Panel Panel, ValidationReport Report)
{
    /// <summary>The panel's size and the report.</summary>
    public override string ToString() => $"{Panel}\n{Report}";
}
