namespace UrbanHealth.Indicators.Tests.Panels;

public class ConsistencyCheckTests
{
    private static readonly IndicatorFramework F = SmallFramework.Instance;

    private static Panel P(params (string Code, double Value)[] figures) => Panel.Of(F, figures.Select(f => new Observation("宜昌市", 2025, f.Code, f.Value))).Panel;

    [Theory]
    [InlineData(42, 19, 24, "panel.total-differs-from-parts")] // 42 buildings, sub-problems 19 + 24
    [InlineData(43, 19, 24, "")]
    public void Total_is_the_sum_of_its_parts(double total, double a, double b, string finding) =>
        Assert.Equal(finding, string.Join(' ', ConsistencyCheck.TotalOfParts("E02", "Q1", "Q2").Check(P(("E02", total), ("Q1", a), ("Q2", b))).Select(i => i.Code)));

    [Theory]
    [InlineData(42, "panel.parts-overlap")]
    [InlineData(43, "")]
    [InlineData(44, "panel.total-differs-from-parts")]
    [InlineData(20, "panel.part-exceeds-total")]
    public void Parts_that_may_overlap_bound_the_total_of_distinct_objects(double total, string finding)
    {
        ValidationReport report = (ConsistencyCheck.TotalOfParts("E02", "Q1", "Q2") with { PartsOverlap = true }).Check(P(("E02", total), ("Q1", 19), ("Q2", 24)));
        Assert.Equal(finding, string.Join(' ', report.Select(i => i.Code)));
        Assert.True(report.IsValid);
    }

    [Fact]
    public void Rate_is_its_numerator_over_its_denominator()
    {
        ConsistencyCheck check = ConsistencyCheck.RateOfParts("E01", "Q1", "Q2", 100);
        Assert.Empty(check.Check(P(("E01", 56.10), ("Q1", 15.80), ("Q2", 28.16))));
        ValidationIssue issue = Assert.Single(check.Check(P(("E01", 65.10), ("Q1", 15.80), ("Q2", 28.16))));
        Assert.Equal(("panel.rate-differs-from-parts", "宜昌市", 2025, "E01"), (issue.Code, issue.Place.Area, issue.Place.Year!.Value, issue.Place.Indicator));
    }

    [Fact]
    public void Same_figure_is_printed_the_same()
    {
        Assert.Equal("panel.same-figure-differs", Assert.Single(ConsistencyCheck.SameFigure("E02", "S03").Check(P(("E02", 51.47), ("S03", 59.02)))).Code);
        Assert.Empty(ConsistencyCheck.SameFigure("E02", "S03").Check(P(("E02", 51.47), ("S03", 51.5))));
        Assert.Single((ConsistencyCheck.SameFigure("E02", "S03") with { Tolerance = Tolerance.Exact }).Check(P(("E02", 51.47), ("S03", 51.5))));
    }

    [Fact]
    public void Relation_with_a_missing_figure_is_not_looked_at()
    {
        Panel p = P(("E02", 1), ("Q1", 5));
        Assert.Empty(ConsistencyCheck.TotalOfParts("E02", "Q1", "Q2").Check(p));
        Assert.Empty(ConsistencyCheck.SameFigure("E02", "S03").Check(p));
        Assert.Empty(ConsistencyCheck.RateOfParts("E02", "Q1", "Q2").Check(p));
        Assert.Throws<KeyNotFoundException>(() => ConsistencyCheck.SameFigure("E02", "E77").Check(p));
    }

    [Fact]
    public void Two_tables_are_held_against_each_other_where_both_have_a_figure()
    {
        ValidationReport report = ConsistencyCheck.Between(P(("E02", 1), ("E03", 0.50), ("S03", 9)), P(("E02", 1), ("E03", 0.55), ("S04", 9)));
        Assert.Equal(("panel.tables-differ", "E03"), (Assert.Single(report).Code, report[0].Place.Indicator));
    }
}
