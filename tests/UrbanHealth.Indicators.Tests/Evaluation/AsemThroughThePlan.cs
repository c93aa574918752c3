using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>The four-level ASEM index through plan, model and result, against every node of the reference.</summary>
public class AsemThroughThePlan : IReferenceChecks
{
    private const double Tolerance = 1e-10;

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        EvaluationPlan plan = new(Asem.Framework) { CoverageThreshold = 0 };
        EvaluationPlan from1 = plan with { Normalization = Normalization.MinMax(1, 100) };
        yield return Check("A_dset_Aggregated.csv", "plan: min-max 0-100, arithmetic means", "A_dset_Treated.csv", plan);
        yield return Check("C_a_amean.csv", "plan: min-max 1-100, arithmetic means", "A_dset_Treated.csv", from1);
        yield return Check("C_a_gmean.csv", "plan: min-max 1-100, geometric means", "A_dset_Treated.csv", from1 with { Aggregation = Aggregation.Geometric() });
        yield return Check("C_mixed_amean_gmean_gmean.csv", "plan: arithmetic in the pillars, geometric above", "A_dset_Treated.csv", from1 with
        {
            AggregationOf = new[] { "Index", "Conn", "Sust" }.ToDictionary(n => n, _ => (Aggregation)Aggregation.Geometric()),
        });
        yield return Check("D_amean_NAskip.csv", "plan: missing left out, reweighted", "A_dset_Denominated.csv", plan);
        yield return Check("D_amean_datthresh_0.9.csv", "plan: coverage threshold 0.9", "A_dset_Denominated.csv", plan with { CoverageThreshold = 0.9 });
        yield return Check("D_amean_datthresh_0.75_0.5_0.5.csv", "plan: coverage threshold per level", "A_dset_Denominated.csv", plan with
        {
            CoverageThreshold = 0.75,
            CoverageThresholdOf = new[] { "Index", "Conn", "Sust" }.ToDictionary(n => n, _ => 0.5),
        });
        yield return new("coinr_asem/A_results_full_ranks.csv", "plan: ranks of every node", 0, () => RankDeviation(plan));
        yield return new("coinr_asem/A_effective_weights.csv", "plan: effective weights of every node", Tolerance, () =>
        {
            EvaluationModel model = plan.Fit(Asem.Panel("A_dset_Treated.csv"));
            ReferenceTable t = Reference.Csv("coinr_asem/A_effective_weights.csv");
            return t.Rows.Max(r => Near.Deviation(Reference.Number(r[t.IndexOf("EffWeight")]), model.EffectiveWeightOf(r[t.IndexOf("iCode")])));
        });
        yield return new("coinr_asem/A_results_group_ranks.csv", "plan: ranks within a class", 0, GroupRankDeviation);
        yield return new("coinr_asem/A_dset_Imputed.csv", "plan: means of a group, frozen by the fit", Tolerance, ImputedDeviation);
        yield return new("coinr_asem/A_results_full_scores.csv", "plan: scores of every node", Tolerance, () => Deviation("A_results_full_scores.csv", "A_dset_Treated.csv", plan));
        yield return new("coinr_asem/I_purse_aggregated.csv", "plan: five years by one yardstick", Tolerance, FiveYears);
        yield return new("coinr_asem/C_a_amean_unequal.csv", "plan: weights given in the framework", Tolerance, () => Unequal(from1, "C_a_amean_unequal.csv"));
        yield return new("coinr_asem/C_a_gmean_unequal.csv", "plan: weights given in the framework, geometric means", Tolerance, () => Unequal(from1 with { Aggregation = Aggregation.Geometric() }, "C_a_gmean_unequal.csv"));
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("coinr_asem/I_purse_aggregated_localnorm.csv", "starts from imputed and treated figures of five years that the folder does not hold"),
        ("coinr_asem/I_purse_normalised_global.csv", "input of I_purse_aggregated; its own input is not in the folder"),
        ("coinr_asem/C_weights_unequal.csv", "input of C_a_amean_unequal and C_a_gmean_unequal"),
        ("coinr_asem/asem_iData_panel.csv", "input of the trend files"),
    ];

    /// <summary>Regions are classes of city here.</summary>
    private static Area[] Regions()
    {
        ReferenceTable data = Reference.Csv("coinr_asem/asem_iData.csv");
        string[] region = data.Text("EurAsia_group");
        return [.. data.Text("uCode").Select((c, i) => new Area { Code = c, Class = region[i] })];
    }

    private static Panel WithRegions(string file)
    {
        Panel panel = Asem.Panel(file);
        Dictionary<string, string?> classes = Regions().ToDictionary(a => a.Code, a => a.Class);
        return new Panel(Asem.Framework, [.. panel.Areas.Select(a => a with { Class = classes[a.Code] })], [2018], [[.. Asem.Framework.Indicators.Select(i => panel.ColumnMemory(i.Code, 2018))]]);
    }

    private static double GroupRankDeviation()
    {
        Panel panel = WithRegions("A_dset_Treated.csv");
        EvaluationResult result = new EvaluationPlan(Asem.Framework) { CoverageThreshold = 0 }.Fit(panel).Evaluate(panel);
        ReferenceTable expected = Reference.Csv("coinr_asem/A_results_group_ranks.csv");
        string[] areas = expected.Text("uCode");
        return result.Framework.Dimensions.Max(d => expected.Numbers(d.Code).Select((rank, i) => Math.Abs(rank - result[areas[i], 2018][d.Code].GroupRank!.Value)).Max());
    }

    private static double ImputedDeviation()
    {
        Panel panel = WithRegions("A_dset_Denominated.csv");
        EvaluationResult result = new EvaluationPlan(Asem.Framework) { Imputation = Imputation.GroupMean() }.Fit(panel).Evaluate(panel);
        ReferenceTable expected = Reference.Csv("coinr_asem/A_dset_Imputed.csv");
        string[] areas = expected.Text("uCode");
        return Asem.Framework.Indicators.Max(x => expected.Numbers(x.Code).Select((v, i) => Near.Deviation(v, result.Panel[areas[i], 2018, x.Code])).Max());
    }

    /// <summary>The figures are scores already: goalposts 0 and 100 in the direction of more.</summary>
    private static double FiveYears()
    {
        Dimension Plain(Dimension d) => d with
        {
            Dimensions = [.. d.Dimensions.Select(Plain)],
            Indicators = [.. d.Indicators.Select(i => i with { Direction = Direction.HigherIsBetter, Benchmark = Benchmark.Goalposts(0, 100) })],
        };
        var framework = new IndicatorFramework(Plain(Asem.Framework.Root));
        ReferenceTable scores = Reference.Csv("coinr_asem/I_purse_normalised_global.csv"), expected = Reference.Csv("coinr_asem/I_purse_aggregated.csv");
        int area = scores.IndexOf("uCode"), time = scores.IndexOf("Time");
        Panel panel = Panel.Of(framework, scores.Rows.SelectMany(r => framework.Indicators.Select(i => new Observation(r[area], int.Parse(r[time]), i.Code, Reference.Number(r[scores.IndexOf(i.Code)]))))).Panel;
        EvaluationResult result = new EvaluationPlan(framework) { CoverageThreshold = 0 }.Fit(panel).Evaluate(panel);
        return framework.Dimensions.Max(d => expected.Rows.Max(r => Near.Deviation(Reference.Number(r[expected.IndexOf(d.Code)]), result[r[expected.IndexOf("uCode")], int.Parse(r[expected.IndexOf("Time")])][d.Code].Score)));
    }

    private static ReferenceCheck Check(string file, string method, string input, EvaluationPlan plan) =>
        new("coinr_asem/" + file, method, Tolerance, () => Deviation(file, input, plan));

    private static double Deviation(string file, string input, EvaluationPlan plan)
    {
        Panel panel = Asem.Panel(input);
        if (plan.Framework != panel.Framework) panel = new Panel(plan.Framework, panel.Areas, panel.Years, [[.. plan.Framework.Indicators.Select(i => panel.ColumnMemory(i.Code, 2018))]]);
        EvaluationResult result = plan.Fit(panel).Evaluate(panel);
        return Worst(Reference.Csv("coinr_asem/" + file), result);
    }

    private static double Worst(ReferenceTable expected, EvaluationResult result)
    {
        string[] codes = [.. result.Framework.Dimensions.Select(d => d.Code), .. result.Framework.Indicators.Select(i => i.Code)];
        Assert.Equal(60, codes.Length);
        string[] areas = expected.Text("uCode");
        return codes.Max(code =>
        {
            double[] column = expected.Numbers(code);
            return Enumerable.Range(0, areas.Length).Max(i => Near.Deviation(column[i], result[areas[i], 2018][code].Score));
        });
    }

    private static double RankDeviation(EvaluationPlan plan)
    {
        Panel panel = Asem.Panel("A_dset_Treated.csv");
        EvaluationResult result = plan.Fit(panel).Evaluate(panel);
        ReferenceTable expected = Reference.Csv("coinr_asem/A_results_full_ranks.csv");
        return result.Framework.Dimensions.Max(d =>
        {
            double[] ranks = expected.Numbers(d.Code);
            return expected.Text("uCode").Select((area, i) => Math.Abs(ranks[i] - result[area, 2018][d.Code].Rank!.Value)).Max();
        });
    }

    private static double Unequal(EvaluationPlan plan, string file)
    {
        ReferenceTable weights = Reference.Csv("coinr_asem/C_weights_unequal.csv");
        Dictionary<string, double> given = weights.Rows.ToDictionary(r => r[weights.IndexOf("iCode")], r => Reference.Number(r[weights.IndexOf("Weight")]));
        Dimension Weighted(Dimension d) => d with
        {
            Weight = given[d.Code],
            Dimensions = [.. d.Dimensions.Select(Weighted)],
            Indicators = [.. d.Indicators.Select(i => i with { Weight = given[i.Code] })],
        };
        return Deviation(file, "A_dset_Treated.csv", plan with { Framework = new IndicatorFramework(Weighted(Asem.Framework.Root) with { Weight = null }) });
    }
}
