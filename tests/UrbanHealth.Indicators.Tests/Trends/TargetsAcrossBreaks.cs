using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Trends;

/// <summary>
/// The road density of Fujian's cities: 6756/1059.00 = 6.380 in 2010, 8210/1203.14 = 6.824 in 2012, then of another coverage 7808/1263.18 = 6.181 in 2013 and
/// 7987/1326.42 = 6.022 in 2014. The target is 8 in 2015.
/// </summary>
public class TargetsAcrossBreaks
{
    [Theory]
    [InlineData(2010, BreakRule.LatestRun, TargetStatus.NotComparable)] // the fall from 6.38 is one of coverage
    [InlineData(2013, BreakRule.LatestRun, TargetStatus.MovingAway)] // 6.02 < 6.18
    [InlineData(2010, BreakRule.Ignore, TargetStatus.MovingAway)] // 6.02 < 6.38
    [InlineData(2010, BreakRule.SpliceByDifference, TargetStatus.OffTrack)] // 6.380 + 6.181 − 6.824 = 5.737 < 6.022
    [InlineData(2010, BreakRule.SpliceByRatio, TargetStatus.OffTrack)] // 6.380 · 6.181/6.824 = 5.779 < 6.022
    public void Progress_is_measured_from_a_figure_that_can_be_compared(int from, BreakRule rule, TargetStatus expected) =>
        Assert.Equal(expected, Progress(from, 8, rule).Status);

    [Fact]
    public void A_joined_baseline_is_the_one_the_path_starts_from() =>
        Assert.Equal(6756 / 1059.00 + 7808 / 1263.18 - 8210 / 1203.14, Progress(2010, 8, BreakRule.SpliceByDifference).Baseline, 10);

    [Fact]
    public void A_baseline_before_the_years_of_the_review_is_held_against_its_first_figure()
    {
        Assert.Equal(TargetStatus.NotComparable, Progress(2012, 8, BreakRule.LatestRun, 2013..2014).Status);
        Assert.Equal(TargetStatus.MovingAway, Progress(2012, 8, BreakRule.Ignore, 2013..2014).Status); // 6.02 < 6.82
    }

    [Fact]
    public void A_target_that_is_reached_is_reached_whatever_was_before() => Assert.Equal(TargetStatus.Attained, Progress(2010, 6, BreakRule.LatestRun).Status);

    [Fact]
    public void A_baseline_that_is_stated_is_taken_at_its_word() =>
        Assert.Equal(TargetStatus.OffTrack, FiveYearReview.Of(Sample.Province, [new() { Code = "road_density", BaselineYear = 2010, Baseline = 5.7, TargetYear = 2015, Target = 8 }], 2010..2014).Areas[0]["road_density"].Target!.Status);

    private static TargetProgress Progress(int from, double target, BreakRule rule, YearRange? years = null) =>
        FiveYearReview.Of(Sample.Province, [new() { Code = "road_density", BaselineYear = from, TargetYear = 2015, Target = target }], years ?? YearRange.Of(2010, 2014), rule).Areas[0]["road_density"].Target!;
}
