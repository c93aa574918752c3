using CsCheck;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Numerics;

/// <summary>The way from a raw figure to a score.</summary>
public class ScoreMapTests
{
    [Fact]
    public void Both_goalposts_score_exactly_what_they_should_and_nothing_between_them_scores_more()
    {
        (from worst in Gen.Double[-1e6, 1e6]
         from best in Gen.Double[-1e6, 1e6]
         from low in Gen.Int[0, 3].Select(i => new[] { 0.0, 1, 60, -5 }[i])
         from high in Gen.Int[0, 3].Select(i => new[] { 100, 2, 0.7, -17 }[i])
         where worst != best && low != high
         select (worst, best, low, high)).Sample(c =>
        {
            ScoreMap map = ScoreMap.Linear(c.worst, c.best, c.low, c.high);
            double before = c.best > c.worst ? Math.BitDecrement(c.best) : Math.BitIncrement(c.best);
            double near = map.Apply(before);
            return map.Apply(c.worst) == c.low && map.Apply(c.best) == c.high && (c.high > c.low ? near <= c.high : near >= c.high);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData(49, 1)] // 49 · (1/49) is not 1
    [InlineData(103, 1)]
    [InlineData(0.3, 100)]
    public void The_best_figure_gets_the_highest_score_where_the_quotient_would_miss_it(double best, double high)
    {
        Assert.Equal(high, ScoreMap.Linear(0, best, 0, high).Apply(best));
        Assert.Equal(high, new FittedLinear { Worst = 0, Best = best, Low = 0, High = high }.Apply(best));
    }

    [Fact]
    public void A_line_is_the_difference_times_the_slope_plus_the_lowest_score()
    {
        Assert.Equal(25 * 1.25 + 0, ScoreMap.Linear(10, 90, 0, 100).Apply(35));
        Assert.Equal(-12.5, ScoreMap.Linear(10, 90, 0, 100).Apply(0));
        Assert.Equal(0, ScoreMap.Linear(10, 90, 0, 100, clamped: true).Apply(0));
        Assert.Equal(100, ScoreMap.Linear(90, 10, 0, 100, clamped: true).Apply(-1e300));
    }

    [Fact]
    public void A_fold_turns_a_figure_into_minus_its_distance_to_the_range()
    {
        ScoreMap map = ScoreMap.Linear(-20, 0, 0, 100).OfDistanceTo(40, 60);
        Assert.Equal([50, 100, 100, 100, 25, double.NaN], new[] { 30, 40, 50, 60, 75, double.NaN }.Select(map.Apply));
    }

    [Fact]
    public void Points_get_their_scores_exactly_and_beyond_them_nothing_changes()
    {
        ScoreMap map = ScoreMap.Piecewise([0.1, 0.7, 2], [0, 0.9, 0.3]);
        Assert.Equal([0, 0, 0.9, 0.3, 0.3, double.NaN], new[] { -5, 0.1, 0.7, 2, 9, double.NaN }.Select(map.Apply));
        Assert.Equal(0.45, map.Apply(0.4), 12);
    }

    [Fact]
    public void A_column_has_the_bits_of_its_figures_and_missing_stays_missing()
    {
        double[] values = [.. Enumerable.Range(0, 37).Select(i => i % 5 == 3 ? double.NaN : i * 1.7)];
        foreach (ScoreMap map in (ScoreMap[])[ScoreMap.Linear(3, 49, 0, 1), ScoreMap.Linear(9, 1, 0, 100, true).OfDistanceTo(3, 4), ScoreMap.Piecewise([3, 20], [1, 2]), ScoreMap.Affine(3, 0.3, 1).OfLogarithm()])
        {
            var scores = new double[values.Length];
            map.Apply(values, scores);
            Assert.Equal(values.Select(map.Apply), scores);
            Assert.True(double.IsNaN(scores[3]));
        }
    }
}
