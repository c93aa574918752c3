using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;
using UrbanHealth.Indicators.Tests.Trends;

namespace UrbanHealth.Indicators.Tests.Statistics;

public class InequalityTests
{
    [ReferenceFact]
    public void Ten_incomes()
    {
        JsonElement input = Reference.Json("mcda/inequality_ineq/input.json"), checks = TrendReferences.Checks("inequality_ineq");
        double[] x = TrendReferences.Numbers(input.GetProperty("x"));
        Near.Check(checks, "gini_population(1/n^2)", Inequality.Gini(x));
        Near.Check(checks, "gini_sample_corrected n/(n-1)", Inequality.Gini(x, GiniCorrection.Sample));
        Near.Check(checks, "gini_weighted_class_means", Inequality.Gini(x, TrendReferences.Numbers(input.GetProperty("n_class_frequencies"))));
        Near.Check(checks, "atkinson_0.5", Inequality.Atkinson(x, 0.5));
        Near.Check(checks, "atkinson_1", Inequality.Atkinson(x, 1));
        Near.Check(checks, "atkinson_2", Inequality.Atkinson(x, 2));
        Near.Check(checks, "herfindahl", Inequality.Herfindahl(x));
        Near.Check(checks, "rosenbluth", Inequality.Rosenbluth(x));
        Near.Check(checks, "theil_T", Inequality.TheilT(x));
        Near.Check(checks, "theil_L", Inequality.TheilL(x));
    }

    [ReferenceFact]
    public void Households_by_province()
    {
        JsonElement input = Reference.Json("mcda/inequality_ilocos/input.json"), checks = TrendReferences.Checks("inequality_ilocos");
        double[] income = TrendReferences.Numbers(input.GetProperty("income"));
        string[] province = [.. input.GetProperty("province").EnumerateArray().Select(e => e.GetString()!)];
        double[] Of(string name) => [.. income.Where((_, i) => province[i] == name)];
        Near.Check(checks, "atkinson_pangasinan_launion", Inequality.Atkinson(Of("Pangasinan"), 0.5), Inequality.Atkinson(Of("La Union"), 0.5));
        Near.Check(checks, "theil_T_pangasinan_launion", Inequality.TheilT(Of("Pangasinan")), Inequality.TheilT(Of("La Union")));
        TheilDecomposition t = TheilDecomposition.Of(income, province), l = TheilDecomposition.Of(income, province, TheilIndex.L);
        Near.Check(checks, "theil_T_total_within_between", t.Total, t.Within, t.Between);
        Near.Check(checks, "theil_L_total_within_between", l.Total, l.Within, l.Between);
        GiniDecomposition gini = GiniDecomposition.Of(income, province);
        Near.Check(checks, "gini_total", gini.Total);
        Near.Check(checks, "gini_total_within_between_residual(transvariation)", gini.Total, gini.Within, gini.Between, gini.Overlap);
        Near.Relative(Inequality.TheilT(income), t.Total, 1e-13);
    }

    [ReferenceFact]
    public void Groups_and_groups_inside_groups()
    {
        JsonElement input = Reference.Json("mcda/theil_mathmodels/input.json"), checks = TrendReferences.Checks("theil_mathmodels");
        TheilDecomposition t = TheilDecomposition.Of(TrendReferences.Numbers(input.GetProperty("y")), Texts(input.GetProperty("group")));
        TheilGroup a = t.Groups.Single(g => g.Group == "A"), b = t.Groups.Single(g => g.Group == "B");
        Near.Check(checks, "T_Tb_Tw_A_B", t.Total, t.Between, t.Within, a.Index, b.Index);
        Near.Check(checks, "ratio_b_w_A_B", t.BetweenShare, t.WithinShare, a.Contribution, b.Contribution);
        double[] income = TrendReferences.Numbers(input.GetProperty("income")), size = TrendReferences.Numbers(input.GetProperty("pop"));
        Near.Check(checks, "gini0_individual", Inequality.Gini(income));
        Near.Check(checks, "grouped_gini_per_capita_incomes(correct for means)", Inequality.Gini(income, size));
        Near.Check(checks, "grouped_gini_mathmodels_convention(I treated as group TOTAL)", Inequality.Gini([.. income.Zip(size, (total, n) => total / n)], size));

        JsonElement cross = input.GetProperty("cross");
        double[] means = TrendReferences.Numbers(cross.GetProperty("w")), sizes = TrendReferences.Numbers(cross.GetProperty("n"));
        string[] outer = Texts(cross.GetProperty("ind")), inner = [.. outer.Zip(Texts(cross.GetProperty("area")), (i, r) => i + r)];
        TheilDecomposition large = TheilDecomposition.Of(means, outer, TheilIndex.T, sizes), small = TheilDecomposition.Of(means, inner, TheilIndex.T, sizes);
        Near.Check(checks, "cross_T_Tb_Tw_Twb_Tww_correct(income-share weights; T equals direct 8-cell Theil)", large.Total, large.Between, large.Within, small.Between - large.Between, small.Within);
        Near.Relative(Inequality.TheilT(means, sizes), small.Total, 1e-13); // the source's own total, 0.279831, is not the index of its cells
    }

    [Fact]
    public void Equal_shares_are_not_unequal_and_one_owner_is_the_limit()
    {
        Assert.Equal((0, 0, 0, 0.25), (Inequality.Gini([5, 5, 5, 5]), Inequality.TheilT([5, 5, 5, 5]), Inequality.TheilL([5, 5, 5, 5]), Inequality.Herfindahl([5, 5, 5, 5])));
        Assert.Equal(0.75, Inequality.Gini([0, 0, 0, 8]));
        Assert.Equal(1, Inequality.Gini([0, 0, 0, 8], GiniCorrection.Sample));
        Assert.Equal(Math.Log(4), Inequality.TheilT([0, 0, 0, 8]), 1e-15);
        Assert.Equal(double.PositiveInfinity, Inequality.TheilL([0, 0, 0, 8]));
        Assert.Equal(1, Inequality.Atkinson([0, 8], 1));
        Assert.Equal(1, Inequality.Atkinson([0, 8], 2));
    }

    [Fact]
    public void Nothing_or_only_zeros_has_no_measure_and_negative_values_are_refused()
    {
        foreach (double[] none in new double[][] { [], [0, 0], [double.NaN] })
        {
            Assert.True(double.IsNaN(Inequality.Gini(none)) && double.IsNaN(Inequality.TheilT(none)) && double.IsNaN(Inequality.TheilL(none)));
            Assert.True(double.IsNaN(Inequality.Atkinson(none, 0.5)) && double.IsNaN(Inequality.Herfindahl(none)));
        }
        Assert.Throws<ArgumentException>(() => Inequality.Gini([1, -1]));
        Assert.Throws<ArgumentException>(() => Inequality.TheilT([1, 2], [1, -1]));
    }

    [Fact]
    public void Scale_and_copies_do_not_matter_and_parts_sum_to_the_whole() =>
        Gen.Double[0.1, 100].Array[2, 12].Select(Gen.Double[0.1, 9]).Sample((x, k) =>
        {
            double[] scaled = [.. x.Select(v => v * k)], twice = [.. x, .. x];
            Near.Relative(Inequality.Gini(x), Inequality.Gini(scaled), 1e-12);
            Near.Relative(Inequality.Gini(x), Inequality.Gini(twice), 1e-12);
            Near.Relative(Inequality.TheilT(x), Inequality.TheilT(twice), 1e-12);
            Near.Relative(Inequality.TheilL(x), Inequality.TheilL(scaled), 1e-12);
            Near.Relative(Inequality.Gini(x), Inequality.Gini(x, [.. x.Select(_ => 3.0)]), 1e-12);
            string[] groups = [.. x.Select((_, i) => i % 3 == 0 ? "a" : "b")];
            Near.Relative(Inequality.TheilT(x), TheilDecomposition.Of(x, groups).Total, 1e-12);
            Near.Relative(Inequality.TheilL(x), TheilDecomposition.Of(x, groups, TheilIndex.L).Total, 1e-12);
        }, iter: 200);

    private static string[] Texts(JsonElement e) => [.. e.EnumerateArray().Select(t => t.GetString()!)];
}
