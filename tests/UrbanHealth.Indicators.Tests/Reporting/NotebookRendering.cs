using System.Reflection;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Reporting;

/// <summary>A notebook finds the formatter of a result by names alone: the attribute, its source, the formatter's MIME type and its one method.</summary>
public class NotebookRendering
{
    private static readonly EvaluationResult Result = new EvaluationPlan(Sample.Cities.Framework).Fit(Sample.Cities).Evaluate(Sample.Cities);

    [Fact]
    public void Results_render_as_html()
    {
        Assert.StartsWith("<figure><table>", Rendered(Sample.Cities));
        Assert.StartsWith("<figure><table>", Rendered(Result.Report.With([new ValidationIssue("a.b", Severity.Notice, Place.Whole, new("甲", "a"))])));
        Assert.Contains("2012 年达标情况", Rendered(Result.Assessment));
        Assert.Contains("≥12", Rendered(Result.Assessment["厦门市", 2018]));
        Assert.Contains("<svg", Rendered(Result.Year(2018)));
        Assert.StartsWith("<pre>", Rendered(Result["厦门市", 2018]));
        Assert.Contains("9.77→0 分", Rendered(Result["厦门市", 2018].Explain()));
        Assert.Contains("<svg", Rendered(YearOverYear.Between(Result, 2012, 2018)));
        Assert.Contains("停用或缺测 4", Rendered(PanelChange.Between(Sample.Cities, 2012, 2018)));
        Assert.Contains("范围变化", Rendered(ResultTables.Review()));
        Assert.Contains("满意度得分", Rendered(UncertainTables.Survey().Satisfaction(by: "区域")));
        Assert.Contains("客观＼主观", Rendered(MatchMatrix.Of(GradeScale.OfDimension, [])));
        Assert.Contains("居首概率", Rendered(new EvaluationPlan(Small.Framework).Vary(v => v.Weights(WeightVariation.Around(0.2))).Run(Small.Easy, draws: 20, seed: 1)));
        Assert.StartsWith("<figure><table>", Rendered(ReportTable.Of(Sample.Cities)));
    }

    [Fact]
    public void Every_kind_of_chart_renders_as_svg()
    {
        AreaReview review = ResultTables.Review();
        Chart[] charts = [IntervalChart.Of(UncertainTables.Survey().Satisfaction()), BarChart.Of(Result.Year(2018)), DumbbellChart.Of(YearOverYear.Between(Result, 2012, 2018)), LineChart.Of(review.Indicators[0]), SmallMultiples.Of(review)];
        Type[] kinds = [.. typeof(Chart).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Chart)))];
        Assert.Equal(kinds.OrderBy(t => t.Name), charts.Select(c => c.GetType()).OrderBy(t => t.Name));
        Assert.All(charts, c => Assert.Equal($"<figure>{c.ToSvg()}</figure>", Rendered(c)));
    }

    [Fact]
    public void A_formatter_refuses_what_is_none_of_its_results()
    {
        object formatter = FormatterOf(typeof(Panel));
        var text = new StringWriter();
        Assert.False((bool)Format(formatter).Invoke(formatter, ["a text", text])!);
        Assert.Equal("", text.ToString());
    }

    private static string Rendered(object result)
    {
        object formatter = FormatterOf(result.GetType());
        var text = new StringWriter();
        Assert.True((bool)Format(formatter).Invoke(formatter, [result, text])!);
        return text.ToString();
    }

    private static object FormatterOf(Type type)
    {
        object attribute = Assert.Single(type.GetCustomAttributes(false), a => a.GetType().Name == "TypeFormatterSourceAttribute");
        Assert.Equal(["text/html"], (IEnumerable<string>)attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!);
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        object source = sourceType.GetConstructor(Type.EmptyTypes)!.Invoke(null);
        object formatter = Assert.Single((IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!);
        Assert.Equal("text/html", formatter.GetType().GetProperty("MimeType")!.GetValue(formatter));
        return formatter;
    }

    private static MethodInfo Format(object formatter) => Assert.Single(formatter.GetType().GetMethods(), m => m.Name == "Format");
}
