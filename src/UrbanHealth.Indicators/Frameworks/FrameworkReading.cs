namespace UrbanHealth.Indicators;

/// <summary>A framework and everything found while its file was read (读取结果).</summary>
/// <param name="Framework">The framework; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path in the file.</param>
public sealed record FrameworkReading(IndicatorFramework? Framework, ValidationReport Report)
{
    /// <summary>The framework and the report.</summary>
    public override string ToString() => Framework is null ? Report.ToString() : $"{Framework}\n{Report}";
}
