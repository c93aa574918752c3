namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What explanations and reports call each method.</summary>
public class MethodNameTests
{
    private static readonly double[] Half = [0.5, 0.5];
    private static readonly Matrix Two = Matrix.FromRows([3, 1], [1, 2]);

    public static TheoryData<Aggregation, string, string> Names => new()
    {
        { Aggregation.Arithmetic(), "加权算术平均", "arithmetic mean" },
        { Aggregation.Geometric(), "加权几何平均", "geometric mean" },
        { Aggregation.Harmonic(), "加权调和平均", "harmonic mean" },
        { Aggregation.PowerMean(0.5), "加权幂平均(p = 0.5)", "power mean (p = 0.5)" },
        { Aggregation.Median(), "加权中位数", "median" },
        { Aggregation.Minimum(), "最小值", "minimum" },
        { Aggregation.Owa(Quantifier.Most), "有序加权平均(Q(r) = ((r − 0.3)/0.5)^1)", "OWA (Q(r) = ((r − 0.3)/0.5)^1)" },
        { Aggregation.Choquet(), "二可加 Choquet 积分", "two-additive Choquet integral" },
        { Aggregation.ImbalancePenalty(), "均衡性惩罚平均", "mean penalised for imbalance" },
        { Aggregation.Fuzzy(0, 100), "模糊综合评价", "fuzzy comprehensive evaluation" },
        { Aggregation.MazziottaPareto(), "Mazziotta-Pareto 指数", "Mazziotta-Pareto index" },
        { Aggregation.AdjustedMazziottaPareto(), "修正 Mazziotta-Pareto 指数", "adjusted Mazziotta-Pareto index" },
        { Aggregation.Topsis(), "TOPSIS 优劣解距离法", "TOPSIS" },
        { Aggregation.Vikor(), "VIKOR 妥协解排序法(1 − Q)", "VIKOR (1 − Q)" },
        { Aggregation.GreyRelation(), "灰色关联度", "grey relational degree" },
        { Aggregation.BenefitOfTheDoubt(), "疑义获益法(BOD)", "benefit of the doubt" },
        { Aggregation.RankSumRatio(), "秩和比法(RSR)", "rank-sum ratio" },
        { Aggregation.Borda(), "Borda 计分", "Borda count" },
        { Aggregation.Copeland(), "Copeland 法", "Copeland rule" },
        { Aggregation.MazziottaPareto().Fit(Two, Half)!, "Mazziotta-Pareto 指数(固定参照)", "Mazziotta-Pareto index, frozen" },
        { Aggregation.Topsis().Fit(Two, Half)!, "TOPSIS(固定理想解)", "TOPSIS, frozen ideals" },
        { Aggregation.Vikor().Fit(Two, Half)!, "VIKOR(固定参照, 1 − Q)", "VIKOR, frozen (1 − Q)" },
        { Aggregation.GreyRelation().Fit(Two, Half)!, "灰色关联度(固定参考序列)", "grey relational degree, frozen reference" },
        { Aggregation.BenefitOfTheDoubt().Fit(Two, Half)!, "疑义获益法(固定前沿)", "benefit of the doubt, frozen frontier" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_the_usual_ones_in_both_languages(Aggregation method, string chinese, string english)
    {
        Assert.Equal(chinese, method.Describe(Language.Chinese));
        Assert.Equal(english, method.Describe(Language.English));
    }
}
