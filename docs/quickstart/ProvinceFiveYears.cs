using UrbanHealth.Indicators;

namespace Quickstart;

/// <summary>The province 2010-2014: figures rolled up from quantities, judged, and reviewed against targets.</summary>
internal sealed record ProvinceFiveYears(ValidationReport Report, AreaAssessment Judged, AreaReview Review)
{
    private const string Area = "福建省城市合计";

    public static ProvinceFiveYears Of(string framework, string csv)
    {
        PanelReading reading = Panel.ReadCsv(csv, IndicatorFramework.Parse(framework));
        PanelReading rolled = reading.Panel.RollUp();
        Panel panel = rolled.Panel;
        AreaAssessment judged = Assessment.Of(panel)[Area, 2014];
        FiveYearReview review = FiveYearReview.Of(panel, Targets(panel, judged), 2010..2014);
        return new ProvinceFiveYears(reading.Report.With(rolled.Report), judged, review[Area]);
    }

    /// <summary>Every standard of the framework file as a target for 2015, from the first year that can be compared.</summary>
    private static IEnumerable<IndicatorTarget> Targets(Panel panel, AreaAssessment judged)
    {
        AreaReview plain = FiveYearReview.Of(panel, null, 2010..2014)[Area];
        foreach (JudgedIndicator x in judged.Indicators)
            if (x.Standard is { } standard)
                yield return new IndicatorTarget { Code = x.Indicator.Code, BaselineYear = plain[x.Indicator.Code].Trend.FirstYear, TargetYear = 2015, Target = standard.Value };
    }
}
