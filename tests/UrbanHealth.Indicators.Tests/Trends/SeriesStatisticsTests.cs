using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

public class LinearTrendTests
{
    [Fact]
    public void Slope_error_and_fit()
    {
        // y = 1, 3, 2 at 0, 1, 2: b = 1/2, residuals -1/2, 1, -1/2, s² = 1.5/1, se = sqrt(1.5/2), R² = 1 - 1.5/2
        LinearTrend line = LinearTrend.Of([1, 3, 2]);
        Assert.Equal(0.5, line.Slope);
        Assert.Equal(1.5, line.Intercept);
        Assert.Equal(Math.Sqrt(0.75), line.SlopeError, 1e-15);
        Assert.Equal(0.25, line.RSquared, 1e-15);
        // Student's t with one degree of freedom is Cauchy: p = 1 - 2/π·atan(t), t = 0.5/sqrt(0.75) = 1/√3, so p = 1 - 1/3
        Assert.Equal(2 / 3.0, line.PValue, 1e-12);
    }

    [Fact]
    public void Years_far_from_zero_lose_no_digits()
    {
        LinearTrend line = LinearTrend.Of([2019, 2020, 2022], [1e9 + 1, 1e9 + 2, 1e9 + 4]);
        Assert.Equal(1, line.Slope, 1e-12);
        Assert.Equal(1e9 + 3, line.At(2021), 1e-6);
    }

    [Fact]
    public void Two_values_have_a_slope_and_no_error()
    {
        LinearTrend line = LinearTrend.Of([2019, 2023], [1, 3]);
        Assert.Equal(0.5, line.Slope);
        Assert.True(double.IsNaN(line.SlopeError));
        Assert.True(double.IsNaN(line.PValue));
        Assert.True(double.IsNaN(LinearTrend.Of([2020, 2020], [1, 3]).Slope));
    }

    [Fact]
    public void A_perfect_line_leaves_no_doubt() => Assert.Equal(0, LinearTrend.Of([1, 2, 3, 4]).PValue);
}

public class SpearmanTrendTests
{
    [ReferenceFact]
    public void Reference_values()
    {
        JsonElement input = Reference.Json("mcda/spearman/input.json"), checks = TrendReferences.Checks("spearman");
        double[] y = TrendReferences.Numbers(input.GetProperty("y"));
        SpearmanTrend trend = SpearmanTrend.Of(y, PValueRule.Approximate);
        Near.Check(checks, "rs", trend.Correlation);
        Near.Check(checks, "p_two_sided_t", trend.PValue);
        Near.Check(checks, "exact_critical_one_sided_0.05_n4_to_n8", [.. Enumerable.Range(4, 5).Select(n => SpearmanTrend.CriticalValue(n))]);
        double wrong = checks.GetProperty("rs_short_formula_1-6sum(d2)/(n3-n)_WRONG_with_ties").GetProperty("value").GetDouble();
        Assert.NotEqual(wrong, trend.Correlation, 3);
    }

    [Fact]
    public void Small_series_are_exact_with_ties_too()
    {
        // 1, 1, 2: arrangements 112, 121, 211 equally likely; Σ i·r = 1.5 + 3 + 9 is the largest of the three
        SpearmanTrend trend = SpearmanTrend.Of([1, 1, 2]);
        Assert.Equal(1 / 3.0, trend.PValueOfRise, 1e-15);
        Assert.Equal(1, trend.PValueOfFall, 1e-15);
        Assert.Equal(Math.Sqrt(3) / 2, trend.Correlation, 1e-15);
        // five rising years: 1/120 one-sided
        Assert.Equal(2 / 120.0, SpearmanTrend.Of([1, 2, 3, 4, 5]).PValue, 1e-15);
        Assert.Equal(1 / 120.0, SpearmanTrend.Of([5, 4, 3, 2, 1]).PValueOfFall, 1e-15);
    }

    [Fact]
    public void Only_ties_have_no_correlation()
    {
        SpearmanTrend trend = SpearmanTrend.Of([2, 2, 2]);
        Assert.True(double.IsNaN(trend.Correlation));
        Assert.Equal(1, trend.PValue);
    }

    [Fact]
    public void No_correlation_of_three_years_reaches_five_percent() => Assert.True(double.IsNaN(SpearmanTrend.CriticalValue(3)));
}

public class PettittTestTests
{
    [ReferenceFact]
    public void Page_data()
    {
        double[] x = TrendReferences.Numbers(Reference.Json("mcda/pettitt_page/input.json").GetProperty("x"));
        JsonElement checks = TrendReferences.Checks("pettitt_page");
        PettittTest test = PettittTest.Of(x);
        Near.Check(checks, "K", test.K);
        Near.Check(checks, "change_point_last_index_before_shift_1based", test.LastIndexBefore + 1);
        Near.Check(checks, "p_approx", test.PValue);
        Near.Check(checks, "p_n3_minus_n2_variant", PettittTest.Of(x, PettittApproximation.CubeMinusSquare).PValue);
        Near.Check(checks, "U", [.. test.U]);
    }

    [Fact]
    public void P_is_never_above_one() => Assert.Equal(1, PettittTest.Of([1, 3, 2, 4]).PValue);

    [Fact]
    public void The_place_counts_missing_years()
    {
        PettittTest test = PettittTest.Of([1, 1, double.NaN, 1, 9, 9, 9]);
        Assert.Equal(3, test.LastIndexBefore);
        Assert.Equal(9, test.K); // three before, three after, every pair the same way
    }
}

public class CompoundRateTests
{
    [ReferenceFact]
    public void Four_definitions()
    {
        double[] v = TrendReferences.Numbers(Reference.Json("mcda/cagr/input.json").GetProperty("v"));
        JsonElement checks = TrendReferences.Checks("cagr");
        Near.Check(checks, "cagr_level_method", CompoundRate.Of(v).Rate);
        Near.Check(checks, "cumulative_method(累计法) sum a0(1+g)^t = sum a_t", CompoundRate.Of(v, CompoundRateMethod.Cumulative).Rate);
        Near.Check(checks, "mean_of_yearly_growth", CompoundRate.Of(v, CompoundRateMethod.MeanOfYearlyGrowth).Rate);
        Near.Check(checks, "log_linear_trend_growth", CompoundRate.Of(v, CompoundRateMethod.LogLinear).Rate);
    }

    [Theory]
    [InlineData(CompoundRateMethod.Level)]
    [InlineData(CompoundRateMethod.Cumulative)]
    [InlineData(CompoundRateMethod.MeanOfYearlyGrowth)]
    [InlineData(CompoundRateMethod.LogLinear)]
    public void Constant_growth_is_found_over_gaps(CompoundRateMethod method)
    {
        double[] years = [2015, 2017, 2018, 2022], values = [.. years.Select(y => 50 * Math.Pow(1.1, y - 2015))];
        Assert.Equal(0.1, CompoundRate.Of(years, values, method).Rate, 1e-12);
        Assert.Equal(0.1, CompoundRate.Of([2015, 2016, 2017, 2018, 2022], [values[0], double.NaN, .. values[1..]], method).Rate, 1e-12);
    }

    [Fact]
    public void From_zero_or_below_there_is_no_rate_and_a_reason()
    {
        CompoundRate zero = CompoundRate.Of([0, 5]), negative = CompoundRate.Of([-2, 4]);
        Assert.True(double.IsNaN(zero.Rate));
        Assert.Equal("基期为零", zero.Reason!.Value.Chinese);
        Assert.True(double.IsNaN(negative.Rate));
        Assert.Equal("基期为负", negative.Reason!.Value.Chinese);
        Assert.Equal("the last value is negative", CompoundRate.Of([2, -4]).Reason!.Value.English);
        Assert.Equal(-1, CompoundRate.Of([2, 1, 0]).Rate);
        Assert.True(double.IsNaN(CompoundRate.Of([2, 0], CompoundRateMethod.LogLinear).Rate));
        Assert.True(double.IsNaN(CompoundRate.Of([3]).Rate));
    }

    [Fact]
    public void Other_rules_for_a_start_that_is_not_positive_are_named()
    {
        Assert.Equal(1, CompoundRate.Of([-1, -2, -4], CompoundRateMethod.Level, NonPositiveStart.ByRatio).Rate, 1e-15);
        Assert.Equal(0, CompoundRate.Of([0, 3, 0], CompoundRateMethod.Level, NonPositiveStart.ByRatio).Rate);
        Assert.True(double.IsNaN(CompoundRate.Of([-1, 2], CompoundRateMethod.Level, NonPositiveStart.ByRatio).Rate));
        Assert.Equal(1.5, CompoundRate.Of([-2, 0, 4], CompoundRateMethod.Level, NonPositiveStart.OverAbsoluteStart).Rate); // 6 in two years over 2
        Assert.True(double.IsNaN(CompoundRate.Of([0, 2], CompoundRateMethod.Level, NonPositiveStart.OverAbsoluteStart).Rate));
    }
}

public class AnnualChangeTests
{
    [Fact]
    public void Mean_change_is_by_real_years()
    {
        Assert.Equal(0.77, AnnualChange.Mean([2019, 2023], [90.52, 93.60]), 1e-12);
        Assert.Equal(2, AnnualChange.Mean([2018, 2019, 2020, 2023], [double.NaN, 1, double.NaN, 9]));
        Assert.True(double.IsNaN(AnnualChange.Mean([2019, 2020], [1, double.NaN])));
    }

    [Fact]
    public void Volatility_has_three_definitions()
    {
        double[] years = [0, 1, 3], values = [1, 3, 3]; // changes 2 and 0 a year
        Assert.Equal(Math.Sqrt(2), AnnualChange.Volatility(years, values), 1e-15);
        Assert.Equal(Math.Sqrt(4 / 3.0) / (7 / 3.0), AnnualChange.Volatility(years, values, VolatilityDefinition.CoefficientOfVariation), 1e-15);
        // 0, 1, 2 with 1, 3, 2 has residuals -1/2, 1, -1/2
        Assert.Equal(Math.Sqrt(1.5), AnnualChange.Volatility([0, 1, 2], [1, 3, 2], VolatilityDefinition.AboutTrend), 1e-15);
        Assert.True(double.IsNaN(AnnualChange.Volatility([0, 1], [1, 3])));
    }
}

public class TrendPhasesTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, TrendPhase.Steady)]
    [InlineData(new double[] { 1, 2, 3, 5, 7 }, TrendPhase.Accelerating)] // 1 then 2 a year
    [InlineData(new double[] { 1, 2, 3, 4, 6 }, TrendPhase.Steady)] // 1 then 1.5 a year: not beyond the ratio
    [InlineData(new double[] { 7, 5, 3, 2, 1 }, TrendPhase.Slowing)]
    [InlineData(new double[] { 1, 2, 4, 3, 2 }, TrendPhase.Reversing)]
    [InlineData(new double[] { 1, 5, 1, 7, 1 }, TrendPhase.Flat)]
    [InlineData(new double[] { 1, 1, 1, 2, 3 }, TrendPhase.Accelerating)]
    [InlineData(new double[] { 1, 2, 3, 3, 3 }, TrendPhase.Slowing)]
    [InlineData(new double[] { 1, double.NaN, double.NaN, 2, double.NaN }, TrendPhase.Unknown)]
    public void Halves_are_compared_by_their_yearly_rates(double[] values, TrendPhase phase) =>
        Assert.Equal(phase, TrendPhases.Of([2019, 2020, 2021, 2022, 2023], values).Phase);

    [Fact]
    public void The_turn_is_the_observed_year_nearest_to_the_middle_of_the_time()
    {
        TrendPhases phases = TrendPhases.Of([2013, 2018, 2019, 2020, 2021], [0, 5, 6, 7, 8]);
        Assert.Equal(2018, phases.Turn); // the middle is 2017, not the middle value 2019
        Assert.Equal((1.0, 1.0, TrendPhase.Steady), (phases.EarlierRate, phases.LaterRate, phases.Phase));
    }

    [Fact]
    public void A_rate_within_the_tolerance_is_still() => Assert.Equal(TrendPhase.Flat, TrendPhases.Of([0, 1, 2], [0, 0.1, 0], tolerance: 0.1).Phase);
}
