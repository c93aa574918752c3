namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>The real figures of the quickstart: Fujian's cities in 2012 and 2018, and the province in 2010-2014.</summary>
internal static class Sample
{
    public static Panel Cities { get; } = Read("fujian.json", "fujian-cities.csv");

    /// <summary>Rolled up from quantities; road density breaks in 2013, where its coverage changes.</summary>
    public static Panel Province { get; } = Read("fujian-province.json", "fujian-province.csv").RollUp().Panel;

    private static Panel Read(string framework, string csv) =>
        Panel.ReadCsv(File.ReadAllText(Repository.PathOf("docs", "quickstart", "data", csv)), IndicatorFramework.Parse(File.ReadAllText(Repository.PathOf("docs", "quickstart", "data", framework)))).Panel;
}
