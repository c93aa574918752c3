using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>VIKOR by hand, and its compromise set.</summary>
public class VikorTests
{
    private static readonly Matrix Three = Matrix.FromRows([0, 10], [10, 0], [5, 5]);
    private static readonly double[] Weights = [0.6, 0.4];

    /// <summary>Distances (1, 0), (0, 1), (½, ½): S .6, .4, .5 and R .6, .4, .3; Q = ½(S − .4)/.2 + ½(R − .3)/.3.</summary>
    [Fact]
    public void Q_weighs_the_sum_of_distances_against_the_largest()
    {
        VikorResult result = new VikorAggregation().Detail(Three, Weights);
        Near.Relative([0.6, 0.4, 0.5], result.S, 1e-14);
        Near.Relative([0.6, 0.4, 0.3], result.R, 1e-14);
        Near.Relative([1, 1.0 / 6, 0.25], result.Q, 1e-14);
        Assert.Equal([3, 1, 2], result.Ranks);
        Assert.Equal("""
            area       S         R         Q  rank
               0    0.6000    0.6000    1.0000     3
               1    0.4000    0.4000    0.1667     1
               2    0.5000    0.3000    0.2500     2
            compromise set: 1, 2 (advantage no, stability yes)
            """.ReplaceLineEndings("\n"), result.ToString());
        Assert.Equal(result, new VikorAggregation().Detail(Three, Weights));
        FittedVikor frozen = result.Frozen;
        Near.Relative([0.4, 0.6, 0.3, 0.6, 0.5], [frozen.LeastS, frozen.MostS, frozen.LeastR, frozen.MostR, frozen.Strategy], 1e-14);
    }

    [Fact]
    public void The_strategy_is_the_weight_of_the_sum()
    {
        Near.Relative([1, 0, 0.5], new VikorAggregation { Strategy = 1 }.Detail(Three, Weights).Q, 1e-14);
        Near.Relative([1, 1.0 / 3, 0], new VikorAggregation { Strategy = 0 }.Detail(Three, Weights).Q, 1e-14);
        Near.Relative([0, 0.75 * 1 + 0.25 * 2 / 3, 0.75 * 0.5 + 0.25], Tai.Composites(Aggregation.Vikor(0.75), Three, Weights), 1e-14);
    }

    [Fact]
    public void Weights_count_by_their_proportions() =>
        Near.Relative([1, 1.0 / 6, 0.25], new VikorAggregation().Detail(Three, [6, 4]).Q, 1e-14);

    [Fact]
    public void A_missing_area_has_no_measures_and_no_place()
    {
        VikorResult result = new VikorAggregation().Detail(Matrix.FromRows([double.NaN, double.NaN], [0, 10], [10, 0], [5, 5]), Weights);
        Near.Relative([double.NaN, 1, 1.0 / 6, 0.25], result.Q, 1e-14);
        Assert.Equal([double.NaN, 3, 1, 2], result.Ranks);
        Assert.Equal([2, 3], result.CompromiseSet);
        VikorResult none = new VikorAggregation().Detail(Matrix.FromRows([double.NaN, double.NaN], [double.NaN, double.NaN]), Weights);
        Assert.All(none.Q, q => Assert.True(double.IsNaN(q)));
        Assert.Empty(none.CompromiseSet);
        Assert.Equal((0.0, 0.0), (none.Frozen.LeastS, none.Frozen.MostR));
        Assert.False(none.HasAcceptableStability);
        Assert.True(none.HasAcceptableAdvantage);
    }

    [Fact]
    public void One_area_alone_is_the_compromise()
    {
        VikorResult one = new VikorAggregation().Detail(Matrix.FromRows([3, 4]), Weights);
        Assert.Equal((0, 0, 0), (one.S[0], one.R[0], one.Q[0]));
        Assert.True(one.HasAcceptableAdvantage);
        Assert.True(one.HasAcceptableStability);
        Assert.Equal([0], one.CompromiseSet);
        Assert.EndsWith("compromise set: 0 (advantage yes, stability yes)", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_areas_are_alike_all_are_best_and_a_later_other_score_has_no_measure()
    {
        Matrix alike = Matrix.FromRows([3, 4], [3, 4]);
        Assert.Equal([1, 1], Tai.Composites(Aggregation.Vikor(), alike, Weights));
        RowAggregation frozen = Aggregation.Vikor().Fit(alike, Weights)!;
        Assert.Equal(1, frozen.Aggregate([3, 4], Weights));
        Assert.True(double.IsNaN(frozen.Aggregate([3, 5], Weights)));
        // different areas of one S and one R
        Assert.Equal([1, 1], Tai.Composites(Aggregation.Vikor(), Matrix.FromRows([0, 10], [10, 0]), [0.5, 0.5]));
    }

    /// <summary>Distances −1 and −½: S = −.6 − .2 and R = max(−.6, −.2).</summary>
    [Fact]
    public void A_later_area_beyond_the_best_has_negative_distances()
    {
        var frozen = (FittedVikor)Aggregation.Vikor().Fit(Three, Weights)!;
        (double s, double r, double q) = frozen.Measures([20, 15], Weights);
        Near.Relative([-0.8, -0.2, 0.5 * -1.2 / 0.2 + 0.5 * -0.5 / 0.3], [s, r, q], 1e-13);
        Near.Relative(1 - q, frozen.Aggregate([20, 15], Weights), 1e-13);
        Assert.Equal((double.NaN, double.NaN, double.NaN), frozen.Measures([1, 2], [0, 0]));
        Near.Relative([-1.0, -1.0], [frozen.Measures([20, 3], [1, 0]).S, frozen.Measures([20, double.NaN], [1, 1]).R], 1e-14);
    }

    /// <summary>With three areas the second must lie 1/2 above the first.</summary>
    [Fact]
    public void The_advantage_is_acceptable_from_its_threshold_on()
    {
        VikorResult result = new([0.1, 0.5, 0.9], [0.1, 0.2, 0.3], [0, 0.5, 1], new VikorAggregation().Detail(Three, Weights).Frozen);
        Assert.True(result.HasAcceptableAdvantage);
        Assert.Equal([0], result.CompromiseSet);
        result = result with { Q = [0, 0.25, 0.5] };
        Assert.False(result.HasAcceptableAdvantage);
        Assert.Equal([0, 1], result.CompromiseSet); // the third lies exactly the threshold away
        Assert.False((result with { Q = [0.125, 0.5, 1] }).HasAcceptableAdvantage);
        Assert.False((result with { S = [0.1, 0.5], R = [0.1, 0.2], Q = [0, 0.75] }).HasAcceptableAdvantage); // of two, 1 apart
        result = result with { Q = [0.75, 0.5, 0.25] };
        Assert.Equal([2, 1], result.CompromiseSet); // best first
    }

    [Fact]
    public void The_first_is_stable_when_first_by_the_sum_or_by_the_largest_distance()
    {
        VikorResult result = new([0.1, 0.5, 0.9], [0.5, 0.2, 0.3], [0, 0.5, 1], new VikorAggregation().Detail(Three, Weights).Frozen);
        Assert.True(result.HasAcceptableStability);
        Assert.True((result with { S = [0.5, 0.1, 0.9], R = [0.2, 0.2, 0.3] }).HasAcceptableStability);
        result = result with { S = [0.5, 0.5, 0.4] };
        Assert.False(result.HasAcceptableStability);
        Assert.Equal([0, 1], result.CompromiseSet);
        Assert.Contains("(advantage yes, stability no)", result.ToString(), StringComparison.Ordinal);
    }
}
