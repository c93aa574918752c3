using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Which of many choices of a plan matter at all.</summary>
public class PlanScreeningTests
{
    [Fact]
    public void Effects_of_an_additive_score_are_its_changes_and_do_not_spread()
    {
        // x1's score is (a + b)/2 with a 80, or 50 of 160, and b 40, or 20 of 200; x2's has a 50, or 31.25, and b 60, or 30
        PlanScreening s = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160)).Bounds("b", (0, 200))), TwoAreas.Panel);
        Assert.Equal(["bounds of a", "bounds of b"], s.Inputs);
        Assert.Equal((20, 1L, 2023), (s.Trajectories, s.Seed, s.Year));
        Assert.Equal(new ElementaryEffects(-15, 15, 0, 20), s.ScoreEffects("x1")["bounds of a"]);
        Assert.Equal(new ElementaryEffects(-10, 10, 0, 20), s.ScoreEffects("x1")["bounds of b"]);
        Assert.Equal(new ElementaryEffects(-9.375, 9.375, 0, 20), s.ScoreEffects("x2")["bounds of a"]);
        Assert.Equal(new ElementaryEffects(-15, 15, 0, 20), s.ScoreEffects("x2")["bounds of b"]);
        Assert.Empty(s.FailedDraws);
    }

    [Fact]
    public void Ranks_and_their_mean_shift_move_where_areas_change_places()
    {
        // alone, 0…160 for a puts x1 (45) behind x2 (45.625): one rank each
        PlanScreening s = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160)).Aggregation(Aggregation.PowerMean(1))), TwoAreas.Panel);
        Assert.Equal(new ElementaryEffects(1, 1, 0, 20), s.RankEffects("x1")["bounds of a"]);
        Assert.Equal(new ElementaryEffects(-1, 1, 0, 20), s.RankEffects("x2")["bounds of a"]);
        Assert.Equal(new ElementaryEffects(1, 1, 0, 20), s.Effects["bounds of a"]);
        Assert.Equal(new ElementaryEffects(0, 0, 0, 20), s.Effects["aggregation"]);
    }

    [Fact]
    public void An_input_that_acts_with_another_spreads()
    {
        // x1 by the mean has 60, or 45 with 0…160 for a; by the minimum 40 either way: bounds change it by −15 or 0, the minimum by −20 or −5
        const int paths = 400;
        PlanScreening s = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Minimum()).Bounds("a", (0, 160))), TwoAreas.Panel, trajectories: paths);
        ElementaryEffects bounds = s.ScoreEffects("x1")["bounds of a"], minimum = s.ScoreEffects("x1")["aggregation"];
        double share = bounds.Mean / -15, planned = (minimum.Mean + 5) / -15; // how often the other was as planned
        Assert.InRange(share, 0.4, 0.6); // ½ ± four standard errors
        Assert.InRange(planned, 0.4, 0.6);
        Near.Relative(15 * Math.Sqrt(share * (1 - share) * paths / (paths - 1)), bounds.Deviation, 1e-12);
        Near.Relative(15 * Math.Sqrt(planned * (1 - planned) * paths / (paths - 1)), minimum.Deviation, 1e-12);
    }

    [Fact]
    public void Each_path_takes_one_of_several_alternatives()
    {
        // x1 loses 15 by 0…160 and 20 by 0…200 (a 40): −17.5 on average
        ElementaryEffects a = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160), (0, 200))), TwoAreas.Panel, trajectories: 400).ScoreEffects("x1")["bounds of a"];
        Near.Absolute(-17.5, a.Mean, 0.5);
        Near.Absolute(2.5, a.Deviation, 0.1);
    }

    [Fact]
    public void Weights_and_errors_are_inputs_of_their_own_and_their_opposite_effects_cancel_in_the_mean()
    {
        // any weight w of a gives x1 40 + 40w instead of 60: uniform on ±20, of mean size 10 and deviation 40/√12; an error of 2 in a is halved: mean size √(2/π)
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any()));
        PlanScreening weights = PlanScreening.Of(v, TwoAreas.Panel, trajectories: 400), both = PlanScreening.Of(v.MeasurementError(MeasurementError.Stated().Otherwise(0.01)), TwoAreas.Panel, trajectories: 10);
        ElementaryEffects e = weights.ScoreEffects("x1")["weights"];
        Near.Absolute(0, e.Mean, 4 * 11.547 / 20);
        Near.Absolute(10, e.MeanSize, 4 * 5.774 / 20);
        Near.Absolute(11.547, e.Deviation, 1);
        Assert.Equal(["weights", "measurement error"], both.Inputs);
        ElementaryEffects error = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.MeasurementError(MeasurementError.Stated().Of("a", 2))), TwoAreas.Panel, trajectories: 400).ScoreEffects("x1")["measurement error"];
        Near.Absolute(0, error.Mean, 0.2);
        Near.Absolute(Math.Sqrt(2 / Math.PI), error.MeanSize, 0.12);
        Near.Absolute(1, error.Deviation, 0.15);
    }

    [Fact]
    public void A_failed_evaluation_is_counted_and_takes_only_its_own_effects_along()
    {
        PlanScreening s = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Geometric()).Bounds("b", (0, 200))), TwoAreas.Of([80, -5], [40, 60]), trajectories: 64);
        FailedDraws failed = Assert.Single(s.FailedDraws);
        Assert.Contains("plan.unfittable-node", failed.Reason.English, StringComparison.Ordinal); // −5 has no geometric mean
        Assert.Equal("Geometric", failed.Alternatives["aggregation"]);
        Assert.InRange(failed.Count, 64, 128); // one or two of the three evaluations of a path
        ElementaryEffects none = s.ScoreEffects("x1")["aggregation"], bounds = s.ScoreEffects("x1")["bounds of b"];
        Assert.Equal(new ElementaryEffects(double.NaN, double.NaN, double.NaN, 0), none);
        Assert.InRange(bounds.Count, 16, 48); // the other as planned before and after
        Assert.Equal(128 - bounds.Count, failed.Count); // a path that counts has one failure, the others two
        Assert.Equal((-10.0, 0.0), (bounds.Mean, bounds.Deviation));
    }

    [Fact]
    public void An_area_without_a_score_has_no_effects_where_the_others_have_theirs()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Bounds("b", (0, 200)));
        PlanScreening s = PlanScreening.Of(v, TwoAreas.Of([80, double.NaN], [40, double.NaN]));
        Assert.Equal(0, s.ScoreEffects("x2")["bounds of b"].Count);
        Assert.Equal(new ElementaryEffects(-10, 10, 0, 20), s.ScoreEffects("x1")["bounds of b"]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Around(0.3)).Aggregation(Aggregation.Minimum(), Aggregation.Geometric()).Bounds("a", (0, 160)));
        PlanScreening One(long seed, int threads) => PlanScreening.Of(v, TwoAreas.Panel, trajectories: 30, seed: seed, threads: threads);
        Assert.Equal(One(7, 1).ScoreEffects("x1"), One(7, 3).ScoreEffects("x1"));
        Assert.Equal(One(7, 1).Effects, One(7, 3).Effects);
        Assert.NotEqual(One(7, 1).ScoreEffects("x1"), One(8, 1).ScoreEffects("x1"));
        Assert.Equal(8, One(8, 2).Seed);
    }

    [Fact]
    public void A_result_shows_itself_the_largest_effects_first()
    {
        // alone, 0…200 for b leaves x1 first (50 to 40)
        PlanScreening s = PlanScreening.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.PowerMean(1)).Bounds("a", (0, 160))), TwoAreas.Panel, seed: 5);
        Assert.Equal("""
            Screening 2023: 20 trajectories, seed 5
            input        effects    μ*     μ     σ
            bounds of a       20  1.00  1.00  0.00
            aggregation       20  0.00  0.00  0.00
            """, s.ToString(), ignoreLineEndingDifferences: true);
        Assert.Equal("μ 1.000, μ* 1.000, σ 0.000 (20 effects)", s.Effects["bounds of a"].ToString());
    }

    [Fact]
    public void Misuse_names_the_argument_and_a_screening_can_be_watched_and_stopped()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160)));
        Assert.Equal("variation", Assert.Throws<ArgumentException>(() => PlanScreening.Of(TwoAreas.Plan.Vary(v => v), TwoAreas.Panel)).ParamName);
        Assert.Equal("trajectories", Assert.Throws<ArgumentOutOfRangeException>(() => PlanScreening.Of(v, TwoAreas.Panel, trajectories: 1)).ParamName);
        Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => PlanScreening.Of(v, TwoAreas.Panel, threads: 0)).ParamName);
        Assert.Equal("year", Assert.Throws<ArgumentException>(() => PlanScreening.Of(v, TwoAreas.Panel, year: 2000)).ParamName);
        Assert.Throws<KeyNotFoundException>(() => PlanScreening.Of(v, TwoAreas.Panel).ScoreEffects("x3"));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PlanScreening.Of(v, TwoAreas.Panel, cancellation: stopped.Token));
        var shares = new Shares();
        PlanScreening.Of(v, TwoAreas.Panel, trajectories: 4, threads: 1, progress: shares);
        Assert.Equal([0.25, 0.5, 0.75, 1], shares.Told);
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
