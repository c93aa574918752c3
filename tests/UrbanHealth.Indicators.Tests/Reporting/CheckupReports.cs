using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Reporting;

public class CheckupReports
{
    private static readonly EvaluationResult Result = new EvaluationPlan(Sample.Cities.Framework).Fit(Sample.Cities).Evaluate(Sample.Cities);

    [Fact]
    public void Judgement_alone_makes_a_report_without_a_score()
    {
        string html = CheckupReport.Of(Assessment.Of(Sample.Cities), 2018).ToHtml();
        Assert.Equal(["数据情况", "2018 年达标情况"], Headings(html));
        Assert.DoesNotContain("得分", html);
    }

    [Fact]
    public void Each_part_is_there_when_it_is_given()
    {
        YearOverYear change = YearOverYear.Between(Result, 2012, 2018);
        string html = CheckupReport.Of(Result, 2018, change, FiveYearReview.Of(Result, null, 2012..2018)).ToHtml();
        Assert.Equal(["数据情况", "2018 年达标情况", "2018 年综合得分与排名", "2012 年到 2018 年的变化", "2012-2018 年评估"], Headings(html));
        Assert.Contains("aria-label=\"2018 年综合得分\"", html);
        Assert.Contains("<td>厦门市</td>", html);
    }

    [Fact]
    public void A_single_area_is_shown_in_full()
    {
        Panel province = Sample.Province;
        string html = CheckupReport.Of(Assessment.Of(province), 2014, PanelChange.Between(province, 2013, 2014), FiveYearReview.Of(province, null, 2010..2014)).ToHtml();
        Assert.Contains("<caption>福建省城市合计 2014", html); // its annex table
        Assert.Contains("范围变化", html); // its broken series
        Assert.Contains("aria-label=\"福建省城市合计 2010-2014\"", html); // its small multiples
    }

    private static string[] Headings(string html) => [.. html.Split("<h2>").Skip(1).Select(h => h[..h.IndexOf("</h2>", StringComparison.Ordinal)])];
}
