using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Panels;

public class PanelRollUpTests
{
    private static readonly IndicatorFramework F = SmallFramework.Instance;
    private static readonly Area[] City = ["市", new Area { Code = "甲区", Parent = "市", Size = 30 }, new Area { Code = "乙区", Parent = "市", Size = 10 }];

    private static PanelReading RollUp(Area[] areas, PartsRule rule, params Observation[] observations) => Panel.Of(F, areas, observations).Panel.RollUp(rule);

    private static Observation O(string area, string code, double value, ObservationState? state = null) => state is { } s ? new(area, 2025, code, value) { State = s } : new(area, 2025, code, value);

    [Fact]
    public void Rate_is_its_numerator_over_its_denominator() // the city prints 56.10 % of 15.80 and 28.16 km²
    {
        PanelReading r = RollUp(["宜昌市"], PartsRule.All, O("宜昌市", "Q1", 15.80), O("宜昌市", "Q2", 28.16));
        Near.Relative(56.107954545454547, r.Panel["宜昌市", 2025, "E01"], 1e-14);
        Assert.Equal(ObservationState.RolledUp, r.Panel.State("宜昌市", 2025, "E01"));
        Assert.Empty(r.Report);
        Assert.Empty(RollUp(["宜昌市"], PartsRule.All, O("宜昌市", "Q1", 15.80), O("宜昌市", "Q2", 28.16), O("宜昌市", "E01", 56.10)).Report);
    }

    [Fact]
    public void Rate_of_a_city_is_the_ratio_of_sums_and_never_the_mean_of_rates()
    {
        // 9/10 = 90 % and 1/90 = 1.1 %: together 10/100 = 10 %, while the mean of the rates would be 45.6 %
        PanelReading r = RollUp(City, PartsRule.All, O("甲区", "Q1", 9), O("甲区", "Q2", 10), O("乙区", "Q1", 1), O("乙区", "Q2", 90));
        Assert.Equal(10, r.Panel["市", 2025, "E01"]);
        Assert.Equal((90, 10, 100), (r.Panel["甲区", 2025, "E01"], r.Panel["市", 2025, "Q1"], r.Panel["市", 2025, "Q2"]));
        Assert.Null(r.Panel.Scope("市", 2025, "E01"));
    }

    [Fact]
    public void Part_that_prints_only_a_rate_is_a_missing_part()
    {
        PanelReading r = RollUp(City, PartsRule.All, O("甲区", "E01", 90), O("乙区", "Q1", 1), O("乙区", "Q2", 90));
        Assert.Equal(ObservationState.Missing, r.Panel.State("市", 2025, "E01"));
        Assert.Contains("panel.parts-missing", r.Findings());
        Assert.Equal(90, r.Panel["甲区", 2025, "E01"]);
    }

    [Fact]
    public void Counts_add_weighted_means_weigh_and_extremes_are_the_extremes()
    {
        PanelReading r = RollUp(City, PartsRule.All,
            O("甲区", "E02", 5), O("乙区", "E02", 7),
            O("甲区", "E03", 1), O("乙区", "E03", 2), O("甲区", "Q2", 3), O("乙区", "Q2", 1),   // (3·1 + 1·2)/4
            O("甲区", "S02", 4), O("乙区", "S02", 8),                                            // (30·4 + 10·8)/40
            O("甲区", "S03", 80), O("乙区", "S03", 120), O("甲区", "S04", -3), O("乙区", "S04", 2), O("甲区", "S05", 1), O("乙区", "S05", 1));
        Assert.Equal([12, 1.25, 5, 120, -3, double.NaN], new[] { "E02", "E03", "S02", "S03", "S04", "S05" }.Select(c => r.Panel["市", 2025, c]));
    }

    [Fact]
    public void Missing_part_makes_the_whole_missing_unless_the_available_ones_may_stand_for_it()
    {
        Observation[] some = [O("甲区", "E02", 5), O("甲区", "Q1", 9), O("甲区", "Q2", 10), O("乙区", "Q2", 90)];
        PanelReading all = RollUp(City, PartsRule.All, some), available = RollUp(City, PartsRule.Available, some);
        Assert.Equal(ObservationState.Missing, all.Panel.State("市", 2025, "E02"));
        Assert.Contains("panel.parts-missing", all.Findings());
        Assert.Equal(5, available.Panel["市", 2025, "E02"]);
        Assert.Equal(new PartsCoverage(1, 2), available.Panel.Scope("市", 2025, "E02")!.Parts);
        Assert.Contains("panel.rolled-up-in-part", available.Findings());
        // the rate rests on the areas that have both parts: 9/10, not 9/100
        Assert.Equal(90, available.Panel["市", 2025, "E01"]);
    }

    [Fact]
    public void Coverage_is_counted_in_the_smallest_areas()
    {
        Area[] tree = ["市", new Area { Code = "甲区", Parent = "市" }, new Area { Code = "乙区", Parent = "市" }, new Area { Code = "甲1", Parent = "甲区" }, new Area { Code = "甲2", Parent = "甲区" }, new Area { Code = "甲3", Parent = "甲区" }];
        PanelReading r = RollUp(tree, PartsRule.Available, O("甲1", "E02", 1), O("甲2", "E02", 2), O("乙区", "E02", 4));
        Assert.Equal(7, r.Panel["市", 2025, "E02"]);
        Assert.Equal(new PartsCoverage(3, 4), r.Panel.Scope("市", 2025, "E02")!.Parts);
        Assert.Equal(new PartsCoverage(2, 3), r.Panel.Scope("甲区", 2025, "E02")!.Parts);
    }

    [Fact]
    public void Area_the_indicator_does_not_apply_to_is_no_part()
    {
        PanelReading r = RollUp(City, PartsRule.All, O("甲区", "E02", 5), O("乙区", "E02", double.NaN, ObservationState.NotApplicable),
            O("甲区", "S03", double.NaN, ObservationState.NotApplicable), O("乙区", "S03", double.NaN, ObservationState.NotApplicable));
        Assert.Equal(5, r.Panel["市", 2025, "E02"]);
        Assert.Equal(ObservationState.NotApplicable, r.Panel.State("市", 2025, "S03"));
    }

    [Fact]
    public void Printed_whole_is_kept_and_a_contradiction_is_reported()
    {
        PanelReading r = RollUp(City, PartsRule.All, O("市", "E02", 29912), O("甲区", "E02", 20000), O("乙区", "E02", 9922));
        Assert.Equal(29912, r.Panel["市", 2025, "E02"]);
        Assert.Equal(ObservationState.Observed, r.Panel.State("市", 2025, "E02"));
        ValidationIssue issue = r.Single("panel.whole-differs-from-parts");
        Assert.Equal(new Place { Area = "市", Year = 2025, Indicator = "E02" }, issue.Place);
        Assert.Equal("数值 29912 与下级汇总的 29922 不符，保留原值", issue.Message.Chinese);
        Assert.Empty(Panel.Of(F, City, [O("市", "E02", 29912), O("甲区", "E02", 20000), O("乙区", "E02", 9922)]).Panel.RollUp(tolerance: Tolerance.WithinShare(0.001)).Report);
    }

    [Fact]
    public void Printed_rate_that_its_own_numerator_and_denominator_contradict_is_reported()
    {
        PanelReading r = RollUp(["市"], PartsRule.All, O("市", "Q1", 15.80), O("市", "Q2", 28.16), O("市", "E01", 58.1));
        Assert.Equal(["panel.rate-differs-from-parts"], r.Findings());
        Assert.Equal(58.1, r.Panel["市", 2025, "E01"]);
    }

    [Fact]
    public void Denominators_that_add_to_nothing_leave_the_rate_missing()
    {
        PanelReading r = RollUp(["市"], PartsRule.All, O("市", "Q1", 1), O("市", "Q2", 0));
        Assert.Equal(["panel.zero-denominator"], r.Findings());
        Assert.Equal(ObservationState.Missing, r.Panel.State("市", 2025, "E01"));
    }

    [Fact]
    public void Negative_weight_is_an_error() =>
        Assert.Contains("panel.negative-weight", RollUp(City, PartsRule.All, O("甲区", "E03", 1), O("乙区", "E03", 2), O("甲区", "Q2", -3), O("乙区", "Q2", 1)).Findings());

    [Fact]
    public void Levels_are_rolled_up_through_each_other_and_years_apart()
    {
        Area[] tree = [new Area { Code = "街1", Parent = "区" }, "市", new Area { Code = "区", Parent = "市" }, new Area { Code = "街2", Parent = "区" }];
        Panel p = Panel.Of(F, tree, [new("街1", 2024, "E02", 1), new("街2", 2024, "E02", 2), new("街1", 2025, "E02", 10), new("街2", 2025, "E02", 20)]).Panel.RollUp().Panel;
        Assert.Equal((3, 30), (p["市", 2024, "E02"], p["市", 2025, "E02"]));
    }

    [Theory]
    [InlineData(56.1, 0.05)]
    [InlineData(29912, 0.5)]
    [InlineData(-0.31, 0.005)]
    [InlineData(1e-7, 0.5e-7)]
    [InlineData(0, 0.5)]
    public void Rounding_allows_half_a_unit_of_the_last_digit(double printed, double half)
    {
        Assert.True(Tolerance.Rounding.AgreeWithComputed(printed, printed + half));
        Assert.True(Tolerance.Rounding.AgreeWithComputed(printed, printed - half));
        Assert.False(Tolerance.Rounding.AgreeWithComputed(printed, printed + (1.01 * half)));
        Assert.False(Tolerance.Exact.Agree(printed, printed + half));
    }

    [Fact]
    public void Tolerance_is_the_largest_of_what_is_set()
    {
        Assert.True(Tolerance.Within(1).Agree(7482, 7483));
        Assert.False(Tolerance.Within(0.9).Agree(7482, 7483));
        Assert.True(Tolerance.WithinShare(0.01).Agree(99, 100));
        Assert.False(Tolerance.WithinShare(0.0099).Agree(99, 100));
        Assert.True(Tolerance.Rounding.Agree(2.99, 2.987));
        Assert.False(Tolerance.Rounding.Agree(0.50, 0.55)); // 0.55 is rounded to 0.6
        Assert.True(Tolerance.Rounding.Agree(0.50, 0.54));  // a number does not know that 0.50 was printed
        Assert.False(Tolerance.Exact.Agree(double.NaN, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Tolerance.Within(-1));
    }
}
