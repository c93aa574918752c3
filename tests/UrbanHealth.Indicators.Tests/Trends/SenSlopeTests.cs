using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class SenSlopeTests
{
    [ReferenceFact]
    public void Example_of_Sen_1968()
    {
        JsonElement input = Reference.Json("mcda/theil_sen_1968/input.json"), checks = TrendReferences.Checks("theil_sen_1968");
        double[] x = TrendReferences.Numbers(input.GetProperty("x")), y = TrendReferences.Numbers(input.GetProperty("y"));
        double confidence = input.GetProperty("confidence").GetDouble();
        SenSlope slope = SenSlope.Of(x, y, confidence);
        Near.Check(checks, "slope", slope.Slope);
        Near.Check(checks, "ci", slope.Lower, slope.Upper);
        Near.Check(checks, "scipy_ci", slope.Lower, slope.Upper);
        Near.Check(checks, "intercept_separate(median y - slope*median x)", slope.Intercept);
        Near.Check(checks, "intercept_joint(median of y - slope*x)", SenSlope.Of(x, y, intercept: InterceptRule.Joint).Intercept);
        Near.Check(checks, "all_slopes_sorted", [.. slope.Slopes]);
        // seven values: P(S >= 13) = 0.0345, so the 5th and 17th of 21 slopes already cover 1 - 2 * 0.0345 = 93.1 %
        SenSlope exact = SenSlope.Of(x, y, confidence, SenIntervalRule.OrderStatistic);
        Assert.Equal((5.0, 17.0), exact.Ranks);
        Assert.Equal((3.75, 4.181818181818182), (exact.Lower, exact.Upper));
    }

    [ReferenceFact]
    public void Equal_times_are_left_out()
    {
        JsonElement input = Reference.Json("mcda/theil_sen_statpsych/input.json"), checks = TrendReferences.Checks("theil_sen_statpsych");
        double[] x = TrendReferences.Numbers(input.GetProperty("x")), y = TrendReferences.Numbers(input.GetProperty("y"));
        SenSlope slope = SenSlope.Of(x, y);
        Assert.Equal(101, slope.Slopes.Count);
        Near.Check(checks, "slope", slope.Slope);
        Near.Check(checks, "ci_printed_are_order_statistics", slope.Lower, slope.Upper);
        Near.Check(checks, "scipy_ci_with_tie_corrected_variance", slope.Lower, slope.Upper);
        Near.Check(checks, "order_index_low_high_1based", slope.Ranks.Lower, slope.Ranks.Upper);
    }

    [ReferenceFact]
    public void Cloud_seeding()
    {
        JsonElement input = Reference.Json("mcda/theil_cloud_seeding/input.json"), checks = TrendReferences.Checks("theil_cloud_seeding");
        double[] y = TrendReferences.Numbers(input.GetProperty("y"));
        MannKendall test = MannKendall.Of(y);
        Near.Check(checks, "S", test.S);
        Near.Check(checks, "slope", SenSlope.Of(TrendReferences.Numbers(input.GetProperty("x")), y).Slope);
        Near.Check(checks, "p_one_sided_exact", test.PValueOfFall);
        Near.Check(checks, "p_two_sided_exact", test.PValue);
    }

    [Fact]
    public void Gilbert_interpolates_between_ranks()
    {
        // values 0, 1, 4 at 0, 1, 2: slopes 1, 2, 3; confidence 0.5 gives C = 0.6745 * sqrt(66/18) = 1.29155, ranks 0.854 and 3.146: beyond
        SenSlope wide = SenSlope.Of([0, 1, 4], 0.5, SenIntervalRule.Interpolated);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (wide.Lower, wide.Upper));
        // confidence 0.2: C = 0.253347 * 1.914854 = 0.485123, ranks 1.257438 and 2.742562
        SenSlope narrow = SenSlope.Of([0, 1, 4], 0.2, SenIntervalRule.Interpolated);
        Assert.Equal(1.257438, narrow.Lower, 1e-5);
        Assert.Equal(2.742562, narrow.Upper, 1e-5);
    }

    [Fact]
    public void Four_years_allow_no_interval_at_95_percent()
    {
        // P(S = 6) = 1/24 > 0.025, so no pair of slopes covers 95 %
        SenSlope slope = SenSlope.Of([1, 2, 4, 3], 0.95, SenIntervalRule.OrderStatistic);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (slope.Lower, slope.Upper));
        // five years: P(S = 10) = 1/120, P(S >= 8) = 5/120, so C = 8 and the interval is that of the extreme slopes
        SenSlope five = SenSlope.Of([1, 2, 4, 3, 9], 0.95, SenIntervalRule.OrderStatistic);
        Assert.Equal((1.0, 10.0), five.Ranks);
        Assert.Equal((-1.0, 6.0), (five.Lower, five.Upper));
    }

    [Fact]
    public void A_gap_counts_by_its_years()
    {
        Assert.Equal(2, SenSlope.Of([2015, 2019, 2020], [0, 8, 10]).Slope);
        Assert.Equal(2, SenSlope.Of([0, double.NaN, double.NaN, double.NaN, 8, 10]).Slope);
    }

    [Fact]
    public void One_value_has_no_slope() => Assert.True(double.IsNaN(SenSlope.Of([5, double.NaN]).Slope));

    [Fact]
    public void Follows_a_line_that_is_added() =>
        Gen.Int[-10, 10].Array[5, 8].Select(Gen.Double[-5, 5], Gen.Double[0.1, 4]).Sample((whole, line, scale) =>
        {
            double[] y = [.. whole.Select(v => (double)v)];
            if (y.Distinct().Count() < y.Length) return; // a line makes ties unequal, and the interval allows for ties
            SenSlope plain = SenSlope.Of(y, intercept: InterceptRule.Joint), moved = SenSlope.Of([.. y.Select((v, t) => v * scale + line * t + 7)], intercept: InterceptRule.Joint);
            Near.Relative(plain.Slope * scale + line, moved.Slope, 1e-9);
            if (double.IsFinite(plain.Lower) && moved.Ranks == plain.Ranks) Near.Relative(plain.Lower * scale + line, moved.Lower, 1e-9);
            Near.Relative(plain.Intercept * scale + 7, moved.Intercept, 1e-9);
        }, iter: 300);
}
