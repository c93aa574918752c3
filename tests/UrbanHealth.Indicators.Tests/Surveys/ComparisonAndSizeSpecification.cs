using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class ComparisonAndSizeSpecification
{
    private static readonly double[] P = [0.01, 0.04, 0.03, 0.005];

    // worked by hand: sorted 0.005, 0.01, 0.03, 0.04
    [Theory]
    [InlineData(MultiplicityCorrection.None, new[] { 0.01, 0.04, 0.03, 0.005 })]
    [InlineData(MultiplicityCorrection.Bonferroni, new[] { 0.04, 0.16, 0.12, 0.02 })]
    [InlineData(MultiplicityCorrection.Holm, new[] { 0.03, 0.06, 0.06, 0.02 })]
    [InlineData(MultiplicityCorrection.BenjaminiHochberg, new[] { 0.02, 0.04, 0.04, 0.02 })]
    public void P_values_are_corrected_for_their_number(MultiplicityCorrection correction, double[] expected) =>
        Near.Relative(expected, MultipleComparisons.Adjust(P, correction));

    [Fact]
    public void Corrections_are_never_below_the_p_value_nor_above_bonferroni() => Gen.Double[0, 1].Array[1, 12].Sample(p =>
    {
        double[] holm = MultipleComparisons.Adjust(p), bh = MultipleComparisons.Adjust(p, MultiplicityCorrection.BenjaminiHochberg), bonferroni = MultipleComparisons.Adjust(p, MultiplicityCorrection.Bonferroni);
        for (int i = 0; i < p.Length; i++) Assert.True(p[i] <= bh[i] && bh[i] <= holm[i] + 1e-15 && holm[i] <= bonferroni[i] + 1e-15 && bonferroni[i] <= 1);
    }, iter: 200);

    [Fact]
    public void A_missing_p_value_does_not_count() => Near.Relative([0.02, double.NaN, 0.04], MultipleComparisons.Adjust([0.01, double.NaN, 0.02], MultiplicityCorrection.Bonferroni));

    // n₀ = 1.959963984540054²·0.25/0.05² = 384.1459; in 4000: 384.1459/(1 + 383.1459/4000) = 350.567
    [Theory]
    [InlineData(double.PositiveInfinity, 1, 1, 385)]
    [InlineData(4000, 1, 1, 351)]
    [InlineData(4000, 1.5, 0.5, 1052)]
    [InlineData(10, 1, 1, 10)]
    public void Sample_size_for_a_share(double population, double designEffect, double responseRate, int expected) =>
        Assert.Equal(expected, SampleSize.ForShare(0.05, population: population, designEffect: designEffect, responseRate: responseRate));

    [Fact]
    public void Sample_size_for_a_mean_and_by_stratum()
    {
        Assert.Equal(97, SampleSize.ForMean(5, 25)); // (1.96·25/5)² = 96.04
        Assert.Equal([("s1", 351), ("s2", 10)], SampleSize.ByStratum(PopulationMargin.Of("s", ("s1", 4000), ("s2", 10)), 0.05));
    }

    // closed forms: no case leaves −ln(α/2) above; the tails of the exact interval are Poisson probabilities
    [Fact]
    public void Garwood_leaves_half_the_rest_on_either_side()
    {
        Near.Relative(-Math.Log(0.025), PoissonInterval.Garwood(0).High, 1e-12);
        Assert.Equal(0, PoissonInterval.Garwood(0).Low);
        ConfidenceInterval i = PoissonInterval.Garwood(7);
        Near.Relative(0.025, 1 - Cumulative(6, i.Low), 1e-11);
        Near.Relative(0.025, Cumulative(7, i.High), 1e-11);

        static double Cumulative(int k, double m) => Enumerable.Range(0, k + 1).Sum(j => Math.Exp(-m) * Math.Pow(m, j) / Enumerable.Range(1, j).Aggregate(1.0, (a, b) => a * b));
    }

    [Theory] // Breslow & Day: Byar is within a percent or so of the exact interval from a few cases on
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(5000)]
    public void Byar_is_near_the_exact_interval(long count)
    {
        ConfidenceInterval exact = PoissonInterval.Garwood(count), byar = PoissonInterval.Byar(count);
        Assert.InRange(byar.Low / exact.Low, 0.98, 1.02);
        Assert.InRange(byar.High / exact.High, 0.995, 1.005);
    }

    [Fact]
    public void Complaints_become_rates_with_intervals()
    {
        Complaints complaints = Complaints.Of([new("甲", "停车", 20, 50_000), new("甲", "噪声", 5, 50_000), new("乙", "停车", 0, 20_000)]);
        ComplaintRate parking = complaints.Rates()[0], all = complaints.RatesByArea()[0], none = complaints.RatesByArea()[1];
        Near.Relative(4, parking.Rate);
        Near.Relative(5, all.Rate);
        Near.Relative(PoissonInterval.Garwood(25).Low / 5, all.Interval.Low);
        Near.Relative(-Math.Log(0.025) / 2, none.Interval.High, 1e-12);
    }

    [Fact]
    public void Complaints_take_the_population_of_their_area_and_miss_none_in_silence()
    {
        Area[] areas = [new() { Code = "420502", Name = "西陵区", Size = 50_000 }, new() { Code = "420503", Name = "伍家岗区", Size = 20_000 }, "猇亭区"];
        Complaints complaints = Complaints.Of(areas, [("西陵区", "停车", 20), ("420502", "噪声", 5), ("伍家岗区", "停车", 4)]);
        Near.Relative([5, 2], [.. complaints.RatesByArea().Select(r => r.Rate)]); // 25 of 50 000 and 4 of 20 000, for 10 000
        Assert.Equal(["420502", "420503"], complaints.RatesByArea().Select(r => r.Area));
        InvalidDocumentException e = Assert.Throws<InvalidDocumentException>(() => Complaints.Of(areas, [("点军区", "停车", 1), ("猇亭区", "停车", 1), ("西陵区", "停车", -1)]));
        Assert.Equal(["surveys.unknown-area 1", "surveys.area-without-population 2", "surveys.negative-count 3"], e.Report.Select(i => $"{i.Code} {i.Place.Line}"));
    }

    [Fact]
    public void Counts_that_do_not_hold_are_found_at_once() => Assert.Equal(
        ["surveys.negative-count", "surveys.population-not-positive", "surveys.population-not-constant", "surveys.count-twice"],
        Complaints.Check([new("甲", "停车", -1, 10), new("乙", "停车", 1, 0), new("甲", "噪声", 1, 11), new("甲", "噪声", 1, 10)]).Select(i => i.Code));
}
