namespace UrbanHealth.Indicators.Tests.Standards;

public class BenchmarkTests
{
    /// <summary>UNDP technical note: life expectancy from 20 to 85 years, income from 100 to 75,000 $ on logarithms.</summary>
    [Fact]
    public void Goalposts_score_the_way_between_them()
    {
        Assert.Equal((72.5 - 20) / 65, Benchmark.Goalposts(20, 85).Score(72.5), 15);
        Assert.Equal((Math.Log(5000) - Math.Log(100)) / (Math.Log(75000) - Math.Log(100)), Benchmark.Goalposts(100, 75000, BenchmarkScale.Logarithmic).Score(5000), 15);
        Assert.Equal(0.25, Benchmark.Goalposts(worst: 100, best: 0).Score(75), 15);
    }

    [Fact]
    public void Goalposts_hold_scores_within_0_and_1_unless_told_not_to()
    {
        Assert.Equal((0.0, 1.0), (Benchmark.Goalposts(20, 85).Score(10), Benchmark.Goalposts(20, 85).Score(90)));
        Assert.Equal(1.2, new GoalpostBenchmark { Worst = 0, Best = 10, Capped = false }.Score(12), 15);
    }

    [Fact]
    public void A_logarithm_has_no_score_for_what_is_not_positive()
    {
        Benchmark income = Benchmark.Goalposts(100, 75000, BenchmarkScale.Logarithmic);
        Assert.True(double.IsNaN(income.Score(0)));
        Assert.True(double.IsNaN(income.Score(-1)));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(95, 1)]
    [InlineData(110, 0.75)]
    [InlineData(85, 0.5)]
    [InlineData(125, 0)]
    [InlineData(60, 0)]
    public void A_target_falls_from_its_tolerance_to_the_worst_distance(double value, double score) => Assert.Equal(score, Benchmark.Target(100, worstDistance: 25, tolerance: 5).Score(value), 15);

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(1.5, 1)]
    [InlineData(0.35, 0.5)]
    [InlineData(2, 0.75)]
    [InlineData(-1, 0)]
    [InlineData(4, 0)]
    public void A_range_falls_on_either_side_at_its_own_rate(double value, double score) => Assert.Equal(score, Benchmark.Range(0, 0.7, 1.5, 3.5).Score(value), 15);

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(10, 0.2)]
    [InlineData(15, 0.5)]
    [InlineData(20, 0.8)]
    [InlineData(30, 0.9)]
    [InlineData(40, 1)]
    [InlineData(99, 1)]
    public void Bands_are_straight_between_points_and_flat_beyond(double value, double score) =>
        Assert.Equal(score, Benchmark.Bands(new BandPoint(10, 0.2), new BandPoint(20, 0.8), new BandPoint(40, 1)).Score(value), 15);

    [Fact]
    public void No_figure_has_no_score()
    {
        foreach (Benchmark b in new[] { Benchmark.Goalposts(0, 1), Benchmark.Target(0, 1), Benchmark.Range(0, 1, 2, 3), Benchmark.Bands(new BandPoint(0, 0), new BandPoint(1, 1)) })
            Assert.True(double.IsNaN(b.Score(double.NaN)));
    }

    [Fact]
    public void Is_not_made_where_it_would_score_nothing_sensible()
    {
        Assert.Throws<ArgumentException>(() => Benchmark.Goalposts(1, 1));
        Assert.Throws<ArgumentException>(() => Benchmark.Goalposts(0, 1, BenchmarkScale.Logarithmic));
        Assert.Throws<ArgumentException>(() => Benchmark.Goalposts(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Benchmark.Target(1, worstDistance: 1, tolerance: 1));
        Assert.Throws<ArgumentException>(() => Benchmark.Target(1, worstDistance: 1, tolerance: -1));
        Assert.Throws<ArgumentException>(() => Benchmark.Range(0, 2, 1, 3));
        Assert.Throws<ArgumentException>(() => Benchmark.Range(1, 0, 1, 3));
        Assert.Throws<ArgumentException>(() => Benchmark.Range(0, 1, 3, 2));
        Assert.Throws<ArgumentException>(() => Benchmark.Bands(new BandPoint(0, 0)));
        Assert.Throws<ArgumentException>(() => Benchmark.Bands(new BandPoint(0, 0), new BandPoint(0, 1)));
        Assert.Throws<ArgumentException>(() => Benchmark.Bands(new BandPoint(0, 0), new BandPoint(1, 1.1)));
    }
}
