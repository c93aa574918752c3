namespace UrbanHealth.Indicators.Tests.Panels;

public class ReconciliationTests
{
    private static readonly IndicatorFramework F = SmallFramework.Instance;
    private static readonly SourcedValue[] Gap = [new("附件1", 7482), new("附件4", 6603), new("附件3", 7446)];

    [Fact]
    public void Sources_that_agree_give_the_figure_printed_most_finely()
    {
        ReconciledFigure f = new Reconciliation().Settle([new("附件1", 81), new("附件2", 81.06)]);
        Assert.Equal((ReconciliationOutcome.Agreed, 81.06, "附件2"), (f.Outcome, f.Value, f.Source));
    }

    [Fact]
    public void Sources_that_differ_without_a_rule_are_a_conflict_for_a_person()
    {
        ReconciledFigure f = new Reconciliation().Settle(Gap);
        Assert.Equal((ReconciliationOutcome.Conflict, double.NaN, 879), (f.Outcome, f.Value, f.Spread));
        Assert.Equal("附件1 7482, 附件4 6603, 附件3 7446", f.SourcesText);
    }

    [Theory]
    [InlineData("priority", 6603)]
    [InlineData("median", 7446)]
    [InlineData("trimmed", 7446)]   // one cut off at either end
    [InlineData("mean", 7177)]
    public void Rules_give_their_figure(string rule, double expected)
    {
        ReconciliationRule of = rule switch { "priority" => ReconciliationRule.Priority("统计年鉴", "附件4", "附件1"), "median" => ReconciliationRule.Median(), "trimmed" => ReconciliationRule.TrimmedMean(0.34), _ => ReconciliationRule.TrimmedMean(0) };
        ReconciledFigure f = new Reconciliation { Rule = of }.Settle(Gap);
        Assert.Equal((ReconciliationOutcome.ResolvedByRule, expected), (f.Outcome, f.Value));
    }

    [Fact]
    public void Inverse_variance_weighs_by_precision_and_says_how_well_the_sources_agree() // (10/1 + 20/4)/(1 + 1/4) = 12
    {
        ReconciledFigure f = new Reconciliation { Rule = ReconciliationRule.InverseVariance() }.Settle([new("a", 10, 1), new("b", 20, 2)]);
        Assert.Equal((12, Math.Sqrt(0.8)), (f.Value, f.StandardError));
        Assert.Equal(20, f.Heterogeneity!.Q, 1e-12); // 2² + 8²/4
        Assert.Null(f.Source);
    }

    [Fact]
    public void Rule_that_cannot_say_leaves_a_conflict()
    {
        Assert.Equal(ReconciliationOutcome.Conflict, new Reconciliation { Rule = ReconciliationRule.InverseVariance() }.Settle(Gap).Outcome);
        Assert.Equal(ReconciliationOutcome.Conflict, new Reconciliation { Rule = ReconciliationRule.Priority("统计年鉴") }.Settle(Gap).Outcome);
        Assert.Equal(ReconciliationOutcome.Conflict, new Reconciliation { Rule = ReconciliationRule.Priority("a") }.Settle([new("a", 1), new("a", 2)]).Outcome);
    }

    [Fact]
    public void Difference_beyond_the_limit_goes_to_a_person_whatever_the_rule()
    {
        var r = new Reconciliation { Rule = ReconciliationRule.Median(), RuleLimit = Tolerance.WithinShare(0.1) };
        Assert.Equal(ReconciliationOutcome.Conflict, r.Settle(Gap).Outcome);
        Assert.Equal(ReconciliationOutcome.ResolvedByRule, r.Settle([Gap[0], Gap[2]]).Outcome);
    }

    [Fact]
    public void Tolerance_is_set_for_each_indicator()
    {
        var r = new Reconciliation { Tolerances = new Dictionary<string, Tolerance> { ["E02"] = Tolerance.Within(12) } };
        Assert.Equal(ReconciliationOutcome.Agreed, r.Settle([new("附件1", 29900), new("附件4", 29912)], "E02").Outcome);
        Assert.Equal(ReconciliationOutcome.Conflict, r.Settle([new("附件1", 29900), new("附件4", 29912)], "E01").Outcome);
    }

    [Fact]
    public void Agreement_is_between_every_two() =>
        Assert.Equal(ReconciliationOutcome.Conflict, new Reconciliation { Tolerance = Tolerance.Within(1) }.Settle([new("a", 1), new("b", 2), new("c", 3)]).Outcome);

    [Fact]
    public void Panel_is_read_from_rows_of_several_sources()
    {
        const string Csv = "area,year,indicator,value,source\n宜昌市,2025,E02,2.99万,附件1\n宜昌市,2025,E02,29912,附件4\n宜昌市,2025,E02,29922,附件5\n宜昌市,2025,E03,0.50,附件1\n宜昌市,2025,E03,0.55,附件2\n宜昌市,2025,S03,1,附件1\n";
        PanelReading open = Panel.ReadCsv(Csv, F, null, new Reconciliation());
        Assert.Equal(["2:panel.scaled-number", "2:panel.sources-conflict", "5:panel.sources-conflict"], open.Findings());
        Assert.True(double.IsNaN(open.Panel["宜昌市", 2025, "E02"]));
        PanelReading settled = Panel.ReadCsv(Csv, F, null, new Reconciliation { Rule = ReconciliationRule.Priority("附件4", "附件2") });
        Assert.Equal(["2:panel.scaled-number", "2:panel.sources-resolved", "5:panel.sources-resolved"], settled.Findings());
        Assert.Equal((29912, 0.55, 1), (settled.Panel["宜昌市", 2025, "E02"], settled.Panel["宜昌市", 2025, "E03"], settled.Panel["宜昌市", 2025, "S03"]));
        Assert.Equal("附件4", settled.Panel.Scope("宜昌市", 2025, "E02")!.Source);
        Assert.Equal(["panel.scaled-number", "panel.contradicting-observations", "panel.contradicting-observations", "panel.contradicting-observations"], Panel.ReadCsv(Csv, F).Report.Select(i => i.Code));
    }

    [Fact]
    public void Records_are_settled_cell_by_cell()
    {
        ReconciliationResult r = new Reconciliation { Rule = ReconciliationRule.Median() }.Reconcile(
        [
            new("甲", 2025, "E02", 1) { Scope = new() { Source = "a" } }, new("乙", 2025, "E02", 7), new("甲", 2025, "E02", 3) { Scope = new() { Source = "b" } },
            new("甲", 2025, "E02", double.NaN), new("丙", 2025, "E02", double.NaN), new("丙", 2025, "E02", 5),
        ]);
        Assert.Equal([("甲", 2.0), ("乙", 7.0), ("丙", 5.0)], r.Observations.Select(o => (o.Area, o.Value)));
        Assert.Equal("a+b", r.Observations[0].Scope!.Source);
        Assert.Equal((1, 0), (r.Count(ReconciliationOutcome.ResolvedByRule), r.Count(ReconciliationOutcome.Conflict)));
        Assert.Equal("panel.sources-resolved", Assert.Single(r.Report).Code);
    }

    [Fact]
    public void Figures_of_different_coverage_are_not_one_figure() // 8.68 of the built-up city, 5.51 of one quarter
    {
        ReconciliationResult r = new Reconciliation { Rule = ReconciliationRule.Median() }.Reconcile([
            new("宜昌市", 2025, "E03", 8.68) { Scope = new() { Source = "附件1", Coverage = "建成区" } }, new("宜昌市", 2025, "E03", 5.51) { Scope = new() { Source = "片区体检", Coverage = "片区" } }]);
        Assert.Equal(ReconciliationOutcome.Conflict, r.Figures[0].Figure.Outcome);
        Assert.Contains("范围不同（建成区、片区）", r.Report[0].Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(ObservationState.Missing, r.Observations[0].State);
    }

    [Fact]
    public void Figure_and_not_applicable_exclude_each_other() =>
        Assert.Equal(1, new Reconciliation { Rule = ReconciliationRule.Median() }.Reconcile([new("甲", 2025, "E02", 1), new("甲", 2025, "E02", double.NaN) { State = ObservationState.NotApplicable }]).Count(ReconciliationOutcome.Conflict));

    [Fact]
    public void Rules_are_kept_as_JSON()
    {
        var r = new Reconciliation { Rule = ReconciliationRule.Priority("附件4", "附件1"), Tolerance = Tolerance.WithinShare(0.01), Tolerances = new Dictionary<string, Tolerance> { ["E02"] = Tolerance.Within(50) }, RuleLimit = Tolerance.WithinShare(0.2) };
        Reconciliation back = Reconciliation.FromJson(r.ToJson());
        Assert.Equal((r.Rule, r.Tolerance, r.RuleLimit, r.Tolerances["E02"]), (back.Rule, back.Tolerance, back.RuleLimit, back.Tolerances["E02"]));
        foreach (ReconciliationRule rule in new[] { ReconciliationRule.Median(), ReconciliationRule.TrimmedMean(0.1), ReconciliationRule.InverseVariance() })
            Assert.Equal(rule, Reconciliation.FromJson(new Reconciliation { Rule = rule }.ToJson()).Rule);
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        Assert.Throws<ArgumentException>("values", () => new Reconciliation().Settle([]));
        Assert.Throws<ArgumentException>("values", () => new Reconciliation().Settle([new SourcedValue("a", double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => ReconciliationRule.TrimmedMean(0.5));
    }
}
