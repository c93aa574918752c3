using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Diagnosing;

/// <summary>Obstacle degrees of one area.</summary>
public class ObstacleDegreeTests
{
    [Fact]
    public void The_share_of_weighted_shortfall_stands_in_the_way()
    {
        // shortfalls 20, 50, 0 with weights .5 .3 .2: 10, 15, 0
        ObstacleDegree obstacles = ObstacleDegree.Of([80, 50, 100], [0.5, 0.3, 0.2]);
        Near.Relative([0.4, 0.6, 0], obstacles.Degrees, 1e-14);
        Assert.Equal([1, 0], obstacles.Main(5));
        Near.Relative(0.4, obstacles.SumOf([0, 2]), 1e-14);
        Assert.Equal("0.4 0.6 0", obstacles.ToString());
    }

    [Fact]
    public void A_missing_score_is_left_out()
    {
        ObstacleDegree obstacles = ObstacleDegree.Of([80, double.NaN, 60], [0.5, 0.3, 0.2]);
        Near.Relative([10.0 / 18, double.NaN, 8.0 / 18], obstacles.Degrees, 1e-14);
        Near.Relative(1, obstacles.SumOf([0, 1, 2]), 1e-14);
    }

    [Fact]
    public void Where_all_is_best_nothing_stands_in_the_way()
    {
        ObstacleDegree obstacles = ObstacleDegree.Of([100, 100.0], [0.5, 0.5]);
        Assert.Equal([0, 0], obstacles.Degrees);
        Assert.Empty(obstacles.Main(3));
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([101], [1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([50], [1, 1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([50], [-1])).ParamName);
        Assert.Equal("best", Assert.Throws<ArgumentException>(() => ObstacleDegree.Of([50], [1], best: 0)).ParamName);
    }
}
