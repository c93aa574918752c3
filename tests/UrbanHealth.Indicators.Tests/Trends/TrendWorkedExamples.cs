using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;
using Values = System.Collections.Generic.Dictionary<string, double[]>;

namespace UrbanHealth.Indicators.Tests.Trends;

/// <summary>The worked examples of trends, forecasts, decompositions and inequality, every check of every file.</summary>
public class TrendWorkedExamples : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        foreach (string folder in new[] { "gm11_mathmodels", "gm11_noise", "gm11_liu", "gm11_deng" })
            yield return Check(folder, "GreyModel", 1e-9, input => GreyModelTests.Figures(Of(input, "x"), input.GetProperty("horizon").GetInt32())) with { Note = folder == "gm11_liu" ? "the steps of the relational degree are not given out" : "" };
        yield return Check("theil_sen_1968", "SenSlope", 1e-12, input =>
        {
            double[] x = Of(input, "x"), y = Of(input, "y");
            SenSlope slope = SenSlope.Of(x, y, input.GetProperty("confidence").GetDouble());
            return new Values
            {
                ["slope"] = [slope.Slope],
                ["ci"] = [slope.Lower, slope.Upper],
                ["scipy_ci"] = [slope.Lower, slope.Upper],
                ["all_slopes_sorted"] = [.. slope.Slopes],
                ["intercept_separate(median y - slope*median x)"] = [slope.Intercept],
                ["intercept_joint(median of y - slope*x)"] = [SenSlope.Of(x, y, intercept: InterceptRule.Joint).Intercept],
            };
        });
        yield return Check("theil_sen_statpsych", "SenSlope", 1e-12, input =>
        {
            SenSlope slope = SenSlope.Of(Of(input, "x"), Of(input, "y"));
            return new Values { ["slope"] = [slope.Slope], ["ci_printed_are_order_statistics"] = [slope.Lower, slope.Upper], ["scipy_ci_with_tie_corrected_variance"] = [slope.Lower, slope.Upper], ["order_index_low_high_1based"] = [slope.Ranks.Lower, slope.Ranks.Upper] };
        });
        yield return Check("theil_cloud_seeding", "MannKendall, SenSlope", 1e-12, input =>
        {
            MannKendall test = MannKendall.Of(Of(input, "y"));
            return new Values { ["S"] = [test.S], ["slope"] = [SenSlope.Of(Of(input, "x"), Of(input, "y")).Slope], ["p_one_sided_exact"] = [test.PValueOfFall], ["p_two_sided_exact"] = [test.PValue] };
        });
        yield return Check("mann_kendall_exact", "MannKendall", 1e-12, input =>
        {
            MannKendall[] tests = [.. Of(input, "n").Zip(Of(input, "S"), (n, s) => MannKendallTests.SeriesOf((int)n, (int)s))];
            return new Values { ["p_one_sided_upper"] = [.. tests.Select(t => t.PValueOfRise)], ["p_two_sided_S>0"] = [.. tests.Where(t => t.S > 0).Select(t => t.PValue)], ["p_one_sided_at_S0_as_printed_in_the_table"] = [.. tests.Where(t => t.S == 0).Select(t => t.PValueOfRise)] };
        });
        yield return Check("spearman", "SpearmanTrend", 1e-12, input =>
        {
            SpearmanTrend trend = SpearmanTrend.Of(Of(input, "y"), PValueRule.Approximate);
            return new Values { ["rs"] = [trend.Correlation], ["p_two_sided_t"] = [trend.PValue], ["exact_critical_one_sided_0.05_n4_to_n8"] = [.. Enumerable.Range(4, 5).Select(n => SpearmanTrend.CriticalValue(n))] };
        }) with
        { Note = "the short formula, wrong with ties, is not offered" };
        yield return Check("pettitt_page", "PettittTest", 1e-12, input =>
        {
            PettittTest test = PettittTest.Of(Of(input, "x"));
            return new Values { ["K"] = [test.K], ["change_point_last_index_before_shift_1based"] = [test.LastIndexBefore + 1], ["p_approx"] = [test.PValue], ["p_n3_minus_n2_variant"] = [PettittTest.Of(Of(input, "x"), PettittApproximation.CubeMinusSquare).PValue], ["U"] = [.. test.U] };
        });
        yield return Check("cagr", "CompoundRate", 1e-12, input => new Values
        {
            ["cagr_level_method"] = [CompoundRate.Of(Of(input, "v")).Rate],
            ["cumulative_method(累计法) sum a0(1+g)^t = sum a_t"] = [CompoundRate.Of(Of(input, "v"), CompoundRateMethod.Cumulative).Rate],
            ["mean_of_yearly_growth"] = [CompoundRate.Of(Of(input, "v"), CompoundRateMethod.MeanOfYearlyGrowth).Rate],
            ["log_linear_trend_growth"] = [CompoundRate.Of(Of(input, "v"), CompoundRateMethod.LogLinear).Rate],
        });
        yield return Check("lmdi_lmdir", "FactorDecomposition", 1e-11, input =>
        {
            Matrix[] years = [.. input.GetProperty("X_year_subcat_factor").EnumerateArray().Select(Rows)];
            FactorDecomposition[] d = [.. years.Skip(1).Select((y, i) => FactorDecomposition.Between(years[i], y))];
            FactorDecomposition ends = FactorDecomposition.Between(years[0], years[3]);
            return new Values
            {
                ["Z_1971_1972"] = Flat(d[0].RowEffects),
                ["Z_1972_1973"] = Flat(d[1].RowEffects),
                ["Z_1973_1974"] = Flat(d[2].RowEffects),
                ["dV_by_year"] = Flat(d.Select(x => x.Effects)),
                ["dV_total"] = [.. d.Select(x => x.Effects.Sum())],
                ["D_by_year"] = Flat(d.Select(x => x.Ratios)),
                ["D_total"] = [.. d.Select(x => x.Ratios.Aggregate((a, b) => a * b))],
                ["dV_cumulative_chained"] = Flat(Enumerable.Range(2, 3).Select(n => FactorDecomposition.Chained(years[..n]).Effects)),
                ["dV_endpoints_1971_1974_not_chained"] = [.. ends.Effects],
                ["D_endpoints"] = [.. ends.Ratios],
                ["D_LMDI_II_by_year"] = Flat(years.Skip(1).Select((y, i) => FactorDecomposition.Between(years[i], y, FactorMethod.LmdiII).Ratios)),
            };
        });
        yield return Check("lmdi_us_buildings", "FactorDecomposition", 1e-9, input =>
        {
            FactorDecomposition d = FactorDecomposition.Between(Matrix.FromRows(Of(input, "X0")), Matrix.FromRows(Of(input, "XT")));
            return new Values { ["product_identity"] = [d.Start, d.End], ["effects"] = [.. d.Effects], ["sum_vs_change"] = [d.Effects.Sum()] };
        });
        yield return Check("shapley_decomposition", "FactorDecomposition, ShapleyValue, AumannShapley", 1e-9, input =>
        {
            Matrix a = Rows(input.GetProperty("X0")), b = Rows(input.GetProperty("XT"));
            FactorDecomposition Of(FactorMethod m) => FactorDecomposition.Between(a, b, m);
            double[] Row(Matrix m, int i) { var row = new double[m.Columns]; m.CopyRow(i, row); return row; }
            double[][] paths = [.. Enumerable.Range(0, a.Rows).Select(i => AumannShapley.Of(FactorDecompositionTests.Product, Row(a, i), Row(b, i)))];
            double[] path = [.. Enumerable.Range(0, a.Columns).Select(k => paths.Sum(p => p[k]))];
            return new Values
            {
                ["shapley"] = [.. Of(FactorMethod.Shapley).Effects],
                ["shapley_sum"] = [Of(FactorMethod.Shapley).Effects.Sum()],
                ["laspeyres"] = [.. Of(FactorMethod.Laspeyres).Effects],
                ["laspeyres_residual"] = [Of(FactorMethod.Laspeyres).Residual],
                ["paasche"] = [.. Of(FactorMethod.Paasche).Effects],
                ["paasche_residual"] = [Of(FactorMethod.Paasche).Residual],
                ["AMDI"] = [.. Of(FactorMethod.ArithmeticMeanDivisia).Effects],
                ["AMDI_residual"] = [Of(FactorMethod.ArithmeticMeanDivisia).Residual],
                ["aumann_shapley_equals_shapley"] = path,
                ["aumann_sum"] = [path.Sum()],
                ["two_factor_shapley[10,3]->[14,2.5]"] = ShapleyValue.Of(FactorDecompositionTests.Product, [10, 3], [14, 2.5]),
                ["two_factor_aumann_same"] = AumannShapley.Of(FactorDecompositionTests.Product, [10, 3], [14, 2.5]),
            };
        });
        yield return Check("inequality_ineq", "Inequality", 1e-12, input =>
        {
            double[] x = Of(input, "x");
            return new Values
            {
                ["gini_population(1/n^2)"] = [Inequality.Gini(x)],
                ["gini_sample_corrected n/(n-1)"] = [Inequality.Gini(x, GiniCorrection.Sample)],
                ["gini_weighted_class_means"] = [Inequality.Gini(x, Of(input, "n_class_frequencies"))],
                ["atkinson_0.5"] = [Inequality.Atkinson(x, 0.5)],
                ["atkinson_1"] = [Inequality.Atkinson(x, 1)],
                ["atkinson_2"] = [Inequality.Atkinson(x, 2)],
                ["herfindahl"] = [Inequality.Herfindahl(x)],
                ["rosenbluth"] = [Inequality.Rosenbluth(x)],
                ["theil_T"] = [Inequality.TheilT(x)],
                ["theil_L"] = [Inequality.TheilL(x)],
            };
        });
        yield return Check("theil_mathmodels", "TheilDecomposition, Inequality", 1e-12, input =>
        {
            static string[] Texts(JsonElement e) => [.. e.EnumerateArray().Select(x => x.ToString())];
            TheilDecomposition t = TheilDecomposition.Of(Of(input, "y"), Texts(input.GetProperty("group")));
            TheilGroup a = t.Groups.Single(g => g.Group == "A"), b = t.Groups.Single(g => g.Group == "B");
            double[] income = Of(input, "income"), people = Of(input, "pop");
            JsonElement cross = input.GetProperty("cross");
            double[] means = Of(cross, "w"), sizes = Of(cross, "n");
            string[] outer = Texts(cross.GetProperty("ind")), inner = [.. outer.Zip(Texts(cross.GetProperty("area")), (i, r) => i + r)];
            TheilDecomposition large = TheilDecomposition.Of(means, outer, TheilIndex.T, sizes), small = TheilDecomposition.Of(means, inner, TheilIndex.T, sizes);
            return new Values
            {
                ["T_Tb_Tw_A_B"] = [t.Total, t.Between, t.Within, a.Index, b.Index],
                ["ratio_b_w_A_B"] = [t.BetweenShare, t.WithinShare, a.Contribution, b.Contribution],
                ["gini0_individual"] = [Inequality.Gini(income)],
                ["grouped_gini_per_capita_incomes(correct for means)"] = [Inequality.Gini(income, people)],
                ["grouped_gini_mathmodels_convention(I treated as group TOTAL)"] = [Inequality.Gini([.. income.Zip(people, (total, n) => total / n)], people)],
                ["cross_T_Tb_Tw_Twb_Tww_correct(income-share weights; T equals direct 8-cell Theil)"] = [large.Total, large.Between, large.Within, small.Between - large.Between, small.Within],
            };
        });
        yield return Check("inequality_ilocos", "Inequality, TheilDecomposition, GiniDecomposition", 1e-10, input =>
        {
            double[] income = Of(input, "income");
            string[] province = [.. input.GetProperty("province").EnumerateArray().Select(e => e.GetString()!)];
            double[] In(string name) => [.. income.Where((_, i) => province[i] == name)];
            TheilDecomposition t = TheilDecomposition.Of(income, province), l = TheilDecomposition.Of(income, province, TheilIndex.L);
            GiniDecomposition g = GiniDecomposition.Of(income, province);
            return new Values
            {
                ["atkinson_pangasinan_launion"] = [Inequality.Atkinson(In("Pangasinan"), 0.5), Inequality.Atkinson(In("La Union"), 0.5)],
                ["theil_T_pangasinan_launion"] = [Inequality.TheilT(In("Pangasinan")), Inequality.TheilT(In("La Union"))],
                ["theil_T_total_within_between"] = [t.Total, t.Within, t.Between],
                ["theil_L_total_within_between"] = [l.Total, l.Within, l.Between],
                ["gini_total"] = [g.Total],
                ["gini_total_within_between_residual(transvariation)"] = [g.Total, g.Within, g.Between, g.Overlap],
            };
        });
    }

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered()
    {
        yield return ("mcda/theil_mathmodels: cross_printed_by_source", "the source weighs the lowest level by population share, so that its total is not the index of its cells; all else is asserted in the tests of inequality");
    }

    private static ReferenceCheck Check(string folder, string method, double tolerance, Func<JsonElement, Values> compute) => new($"mcda/{folder}", method, tolerance, () =>
    {
        Values values = compute(Reference.Json($"mcda/{folder}/input.json"));
        double largest = 0;
        foreach (JsonProperty check in TrendReferences.Checks(folder).EnumerateObject())
        {
            if (check.Name is "s_original_and_s_fitted_and_difference" or "rs_short_formula_1-6sum(d2)/(n3-n)_WRONG_with_ties"
                || check.Name.StartsWith("cross_printed_by_source", StringComparison.Ordinal)) continue;
            double[] expected = TrendReferences.Numbers(check.Value.GetProperty("value"));
            Assert.True(values.TryGetValue(check.Name, out double[]? actual), check.Name);
            Assert.Equal(expected.Length, actual!.Length);
            for (int i = 0; i < expected.Length; i++) largest = Math.Max(largest, Near.Deviation(expected[i], actual[i]));
        }
        return largest;
    });

    private static double[] Of(JsonElement input, string name) => TrendReferences.Numbers(input.GetProperty(name));

    private static Matrix Rows(JsonElement rows) => Matrix.FromRows([.. rows.EnumerateArray().Select(TrendReferences.Numbers)]);

    private static double[] Flat(IEnumerable<IReadOnlyList<double>> rows) => [.. rows.SelectMany(r => r)];
}
