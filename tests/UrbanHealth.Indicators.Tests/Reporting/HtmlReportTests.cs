namespace UrbanHealth.Indicators.Tests.Reporting;

public class HtmlReportTests
{
    [Fact]
    public void Keeps_its_blocks_in_order_and_escapes_text()
    {
        string html = new HtmlReport("体检 <1>").Heading("一").Paragraph("a < b").Table(new ReportTable { Columns = ["k", "v"], Rows = [["x", "1.5"]] }).ToHtml();
        Assert.Contains("<h1>体检 &lt;1&gt;</h1>", html);
        Assert.True(html.IndexOf("<h2>一</h2>", StringComparison.Ordinal) < html.IndexOf("a &lt; b", StringComparison.Ordinal));
        Assert.Contains("<td>x</td><td class=\"n\">1.5</td>", html);
    }

    [Fact]
    public void Loads_nothing_from_outside()
    {
        string html = new HtmlReport("x").Figure(new BarChart { Bars = [new("a", 1)] }).ToHtml();
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("href=", html);
    }

    [Fact]
    public void Adding_returns_another_report()
    {
        var one = new HtmlReport("x");
        HtmlReport two = one.Heading("h");
        Assert.DoesNotContain("<h2>", one.ToHtml());
        Assert.Contains("<h2>h</h2>", two.ToHtml());
    }
}
