using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>What becomes of ranks without one part of an index, and two plans side by side.</summary>
public class LeaveOutTests : IReferenceChecks
{
    private static EvaluationPlan Asem51 => new(Asem.Framework) { CoverageThreshold = 0 };

    [Fact]
    public void Without_an_indicator_the_others_keep_their_proportions()
    {
        // x1 (80, 40) and x2 (50, 60): without b x1 has 80, without a x2 is first
        IReadOnlyList<LeaveOutEffect> effects = LeaveOut.Indicators(TwoAreas.Plan, TwoAreas.Panel);
        Assert.Equal(["a", "b"], effects.Select(e => e.Left));
        Assert.Equal([40, 60], effects[0].Scores);
        Assert.Equal([1, -1], effects[0].RankChanges);
        Assert.Equal([80, 50], effects[1].Scores);
        Assert.Equal((1, 0), (effects[0].MeanRankChange, effects[1].MeanRankChange));
    }

    [Theory]
    [InlineData(LeaveOutRule.ZeroWeight)]
    [InlineData(LeaveOutRule.Refit)]
    public void A_dimension_that_loses_all_it_has_is_left_out_too(LeaveOutRule rule)
    {
        // without c only A is left: x4 has a 80 and b 80
        EvaluationPlan plan = new(Small.Framework);
        Assert.Equal(80, LeaveOut.Indicators(plan, Small.Easy, rule: rule)[2].Scores[3], 10);
        Assert.Equal(80, LeaveOut.Dimensions(plan, Small.Easy, rule: rule)[1].Scores[3], 10);
    }

    [Fact]
    public void Learned_weights_are_learned_anew_when_refitting_and_failures_are_told()
    {
        EvaluationPlan plan = new(Small.Framework) { WeightingOf = new Dictionary<string, Weighting> { ["A"] = Weighting.RankOrder([1, 2]) } };
        LeaveOutEffect effect = LeaveOut.Indicators(plan, Small.Easy, rule: LeaveOutRule.Refit)[0];
        Assert.NotNull(effect.Failure); // two ranks are given for one indicator
        Assert.True(double.IsNaN(effect.MeanRankChange));
        Assert.Null(LeaveOut.Indicators(plan, Small.Easy)[0].Failure);
    }

    [Fact]
    public void Without_an_area_the_yardstick_is_learned_from_the_others()
    {
        // min-max without x2: x4 becomes the best of a and b, and c rises to 50 for x3
        LeaveOutEffect effect = LeaveOut.Areas(new EvaluationPlan(Small.Framework), Small.Easy)[1];
        Assert.True(double.IsNaN(effect.Scores[1]));
        Near.Relative(0.6 * 100 + 0.4 * 60, effect.Scores[3]); // x4: a 8 of 0…8, b 2 of 10…2, c 30 of 0…50
        Assert.Equal(0, effect.RankChanges[3]);
    }

    [Fact]
    public void Without_a_year_the_yardstick_is_learned_from_the_other_years()
    {
        Panel panel = Panel.Builder(TwoAreas.Framework, ["x1", "x2"], [2022, 2023]).Set("a", 2022, 0, 100).Set("b", 2022, 0, 100).Set("a", 2023, 80, 50).Set("b", 2023, 40, 60).Build().Panel;
        IReadOnlyList<LeaveOutEffect> effects = LeaveOut.Years(TwoAreas.Plan with { Normalization = Normalization.MinMax() }, panel);
        Assert.Equal(["2022", "2023"], effects.Select(e => e.Left));
        Assert.Equal((null, null), (effects[0].Failure?.English, effects[1].Failure?.English));
        Assert.Equal([50, 50], effects[0].Scores); // by 2023 alone each is best in one
        Assert.Equal([60, 55], effects[1].Scores); // by 2022 both run from 0 to 100
    }

    [Fact]
    public void Two_plans_are_compared_area_by_area()
    {
        PlanComparison comparison = PlanComparison.Of(TwoAreas.Plan, TwoAreas.Plan with { Aggregation = Aggregation.Minimum() }, TwoAreas.Panel);
        ComparedArea x1 = comparison["x1"];
        Assert.Equal((60, 40, 1.0, 2.0, -1.0), (x1.FirstScore, x1.SecondScore, x1.FirstRank, x1.SecondRank, x1.RanksGained));
        Assert.Equal(1, comparison.MeanRankShift);
        Near.Relative(-20, x1.Attribution.Change);
        Near.Relative([-40, 20], [.. x1.ContributionDifferences!.Select(c => c.Value)]); // 40 + 20 of the mean, 0 + 40 of the minimum
        Assert.StartsWith("综合 2023: 2 of 2 ranks differ, by 1.00 on average\nx1: 60.00 → 40.00, rank 1 → 2", comparison.ToString(), StringComparison.Ordinal);
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("coinr_asem/H_remove_indicator_meanabsrankdiff.csv", "leave out: mean rank change without each indicator", 1e-12, () => Changes("H_remove_indicator_meanabsrankdiff.csv", LeaveOut.Indicators(Asem51, Asem.Panel("A_dset_Treated.csv"))));
        yield return new("coinr_asem/H_remove_pillar_meanabsrankdiff.csv", "leave out: mean rank change without each pillar", 1e-12, () => Changes("H_remove_pillar_meanabsrankdiff.csv", LeaveOut.Dimensions(Asem51, Asem.Panel("A_dset_Treated.csv"))));
        yield return new("coinr_asem/H_remove_pillar_scores.csv", "leave out: scores without each pillar", 1e-10, () => Scores(LeaveOutRule.ZeroWeight)) { Note = "by weight 0" };
        yield return new("coinr_asem/H_remove_pillar_scores.csv", "leave out: scores without each pillar, refitted", 1e-10, () => Scores(LeaveOutRule.Refit)) { Note = "taken out of the framework" };
        yield return new("coinr_asem/H_compare_amean_vs_gmean_ranks.csv", "comparison of two plans: ranks", 0, () =>
        {
            EvaluationPlan second = Asem51 with { Normalization = Normalization.MinMax(1, 100), Aggregation = Aggregation.Geometric() };
            PlanComparison comparison = PlanComparison.Of(Asem51, second, Asem.Panel("A_dset_Treated.csv"));
            ReferenceTable t = Reference.Csv("coinr_asem/H_compare_amean_vs_gmean_ranks.csv");
            return t.Rows.Max(r =>
            {
                ComparedArea area = comparison[r[0]];
                return Math.Max(Math.Max(Math.Abs(area.FirstRank!.Value - Reference.Number(r[1])), Math.Abs(area.SecondRank!.Value - Reference.Number(r[2]))), Math.Abs(area.RanksGained!.Value - Reference.Number(r[3])));
            });
        });
        yield return new("coinr_asem/H_unit_summary_CHN.csv", "plan: score and rank of every node of one area", 1e-10, () =>
        {
            Panel panel = Asem.Panel("A_dset_Treated.csv");
            AreaEvaluation china = Asem51.Fit(panel).Evaluate(panel)["CHN", 2018];
            ReferenceTable t = Reference.Csv("coinr_asem/H_unit_summary_CHN.csv");
            return t.Rows.Max(r => Math.Max(Near.Deviation(Reference.Number(r[t.IndexOf("Score")]), china[r[0]].Score), Near.Deviation(Reference.Number(r[t.IndexOf("Rank")]), china[r[0]].Rank!.Value)));
        });
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("coinr_asem/H_strengths_CHN.csv", "lists five of the seven indicators that tie for rank 1, by the tool's sort order; every rank in it is that of the raw figures"),
        ("coinr_asem/H_weaknesses_CHN.csv", "lists five low ranks and leaves out the last one by the tool's own rule"),
    ];

    private static double Changes(string file, IReadOnlyList<LeaveOutEffect> effects)
    {
        ReferenceTable t = Reference.Csv("coinr_asem/" + file);
        Dictionary<string, LeaveOutEffect> by = effects.ToDictionary(e => e.Left);
        return t.Rows.Where(r => r[0] != "Nominal").Max(r => Near.Deviation(Reference.Number(r[1]), by[r[0]].MeanRankChange));
    }

    private static double Scores(LeaveOutRule rule)
    {
        ReferenceTable t = Reference.Csv("coinr_asem/H_remove_pillar_scores.csv");
        Dictionary<string, LeaveOutEffect> by = LeaveOut.Dimensions(Asem51, Asem.Panel("A_dset_Treated.csv"), rule: rule).ToDictionary(e => e.Left);
        return new[] { "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin" }.Max(pillar =>
        {
            LeaveOutEffect effect = by[pillar];
            double[] expected = t.Numbers(pillar);
            return t.Text("uCode").Select((area, i) => Near.Deviation(expected[i], effect.Scores[effect.Areas.ToList().FindIndex(a => a.Code == area)])).Max();
        });
    }
}
