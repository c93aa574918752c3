namespace UrbanHealth.Indicators.Tests.Trends;

public class IndicatorTargetTests
{
    private static readonly Indicator Higher = new() { Code = "g", Name = "绿化覆盖率" }, Lower = new() { Code = "v", Name = "空置率", Direction = Direction.LowerIsBetter }, Best = new() { Code = "d", Name = "密度", Direction = Direction.TargetIsBest };
    private static readonly IndicatorTarget Target = new() { Code = "g", BaselineYear = 2020, Baseline = 30, TargetYear = 2025, Target = 40 };

    [Theory]
    [InlineData(2022, 40, TargetStatus.Attained)]
    [InlineData(2022, 34, TargetStatus.OnTrack)] // 30 + 2/5 of 10
    [InlineData(2022, 33.9, TargetStatus.OffTrack)]
    [InlineData(2022, 30, TargetStatus.MovingAway)]
    [InlineData(2022, 29, TargetStatus.MovingAway)]
    [InlineData(2020, 30, TargetStatus.OnTrack)] // nothing is asked yet
    [InlineData(2027, 39, TargetStatus.OffTrack)]
    [InlineData(2022, double.NaN, TargetStatus.Missing)]
    public void Status_by_the_linear_path(int year, double value, TargetStatus status) => Assert.Equal(status, Target.Assess(Higher, year, value).Status);

    [Fact]
    public void The_last_bits_of_the_path_do_not_make_a_figure_late()
    {
        IndicatorTarget tenths = Target with { Baseline = 0.1, Target = 0.4, TargetYear = 2023 };
        Assert.True(tenths.Expected(2022, 0.1) > 0.3); // 0.1 + 2/3 · 0.3 is 0.30000000000000004
        Assert.Equal(TargetStatus.OnTrack, tenths.Assess(Higher, 2022, 0.3).Status);
        Assert.Equal(TargetStatus.OffTrack, tenths.Assess(Higher, 2022, 0.2999).Status);
    }

    [Fact]
    public void Less_can_be_the_goal()
    {
        IndicatorTarget less = Target with { Code = "v", Baseline = 20, Target = 10 };
        Assert.Equal(TargetStatus.OnTrack, less.Assess(Lower, 2022, 16).Status);
        Assert.Equal(TargetStatus.OffTrack, less.Assess(Lower, 2022, 17).Status);
        Assert.Equal(TargetStatus.MovingAway, less.Assess(Lower, 2022, 21).Status);
        Assert.Equal(TargetStatus.Attained, less.Assess(Lower, 2022, 8).Status);
    }

    [Fact]
    public void A_target_that_is_best_is_approached_from_either_side()
    {
        IndicatorTarget target = Target with { Baseline = 50, Target = 40, Tolerance = 0.5 };
        Assert.Equal(TargetStatus.OnTrack, target.Assess(Best, 2022, 36).Status); // 4 away, as near as the path's 46 at the worst
        Assert.Equal(TargetStatus.Attained, target.Assess(Best, 2022, 40.5).Status);
        Assert.Equal(TargetStatus.MovingAway, target.Assess(Best, 2022, 29).Status);
    }

    [Fact]
    public void What_is_needed_and_when_it_would_be_reached()
    {
        TargetProgress p = Target.Assess(Higher, 2022, 32);
        Assert.Equal((34.0, 8.0, 0.2), (p.Expected, p.Gap, p.Completion));
        Assert.Equal(8 / 3.0, p.RequiredChange, 1e-15);
        Assert.Equal(2030, p.ProjectedYear, 1e-12); // one a year, eight to go
        Assert.Equal(Math.Pow(40 / 32.0, 1 / 3.0) - 1, p.RequiredRate, 1e-15);
        Assert.True(double.IsNaN(Target.Assess(Higher, 2022, 29).ProjectedYear));
        Assert.True(double.IsNaN(Target.Assess(Higher, 2025, 39).RequiredChange));
        Assert.Equal(2022, Target.Assess(Higher, 2022, 41).ProjectedYear);
    }

    [Fact]
    public void A_geometric_path_asks_for_the_same_rate()
    {
        IndicatorTarget doubling = Target with { Baseline = 10, Target = 160, TargetYear = 2024, Path = TargetPath.Geometric };
        Assert.Equal(40, doubling.Expected(2022, 10), 1e-12);
        Assert.Equal(160, doubling.Expected(2030, 10));
        Assert.Equal(2024, doubling.Assess(Higher, 2022, 39.999999999).ProjectedYear, 1e-6);
        Assert.Throws<ArgumentException>(() => doubling.Expected(2022, 0));
    }

    [Fact]
    public void A_revision_holds_from_its_year_and_the_former_target_is_kept()
    {
        IndicatorTarget revised = Target.Revise(2023, 36, 2026, "中期评估下调");
        Assert.Equal((40.0, 2025), revised.InForce(2022));
        Assert.Equal((36.0, 2026), revised.InForce(2023));
        Assert.Equal(new TargetRevision(2023, 40, 2025, "中期评估下调"), Assert.Single(revised.Revisions));
        Assert.Equal(TargetStatus.OffTrack, revised.Assess(Higher, 2022, 33).Status);
        Assert.Equal(TargetStatus.OnTrack, revised.Assess(Higher, 2023, 33).Status); // 30 + 3/6 of 6
        Assert.Throws<ArgumentOutOfRangeException>(() => revised.Revise(2022, 50));
    }

    [Fact]
    public void The_panels_own_figure_stands_in_for_a_baseline_that_is_not_stated()
    {
        IndicatorTarget open = Target with { Baseline = null };
        Assert.Equal(34, open.Assess(Higher, 2022, 35, 30).Expected);
        Assert.Equal(TargetStatus.Missing, open.Assess(Higher, 2022, 35).Status);
    }
}
