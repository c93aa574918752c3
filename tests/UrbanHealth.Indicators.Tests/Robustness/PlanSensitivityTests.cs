using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Which choice of a plan moves the ranks.</summary>
public class PlanSensitivityTests
{
    [Fact]
    public void Each_alternative_is_tried_alone()
    {
        // by the minimum x1 (40) and x2 (50) change places; between 0 and 160 for a, x1 has 45 and x2 45.625
        Sensitivity s = Sensitivity.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Minimum(), Aggregation.PowerMean(1)).Bounds("a", (0, 160))), TwoAreas.Panel, analysis: new SobolAnalysis { Points = 16, Resamples = 0 });
        Assert.Equal([("aggregation", "Minimum", 1.0), ("bounds of a", "0…160", 1.0), ("aggregation", "PowerMean", 0.0)], s.Effects.Select(e => (e.Choice, e.Alternative, e.MeanRankShift)));
        Assert.Equal("Minimum", s.MostMoving("x1")!.Alternative);
        Assert.Equal("x1", s.Effects[0].MostMoved!.Code);
    }

    [Fact]
    public void Indices_of_an_additive_score_share_its_variance()
    {
        // x1's score is (a + b)/2 with a 80, or 50 of 160, and b 40, or 20 of 200: variances of 15² and 10² over 4, shares 9/13 and 4/13
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Bounds("a", (0, 160)).Bounds("b", (0, 200)));
        Sensitivity s = Sensitivity.Of(v, TwoAreas.Panel, analysis: new SobolAnalysis { Points = 2048, Resamples = 100, Seed = 4 });
        IReadOnlyDictionary<string, SensitivityIndex> score = s.ScoreIndices("x1")!;
        Near.Absolute(9 / 13.0, score["bounds of a"].First, 0.03);
        Near.Absolute(4 / 13.0, score["bounds of b"].First, 0.03);
        Near.Absolute(9 / 13.0, score["bounds of a"].Total, 0.03);
        Assert.InRange(score["bounds of a"].First, score["bounds of a"].FirstLow, score["bounds of a"].FirstHigh);
    }

    [Fact]
    public void A_score_that_does_not_vary_has_no_indices()
    {
        Sensitivity s = Sensitivity.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.PowerMean(1))), TwoAreas.Of([80, 50], [80, 50]), analysis: new SobolAnalysis { Points = 8, Resamples = 0 });
        Assert.Null(s.Indices);
        Assert.Null(s.MostMoving("x1"));
        Assert.Throws<ArgumentException>(() => Sensitivity.Of(TwoAreas.Plan.Vary(v => v), TwoAreas.Panel));
    }

    [Fact]
    public void Weights_and_errors_are_inputs_of_their_own()
    {
        PlanVariation v = TwoAreas.Plan.Vary(v => v.Weights(WeightVariation.Any()).MeasurementError(MeasurementError.Stated().Otherwise(0.001)).Aggregation(Aggregation.PowerMean(1)));
        Sensitivity s = Sensitivity.Of(v, TwoAreas.Panel, analysis: new SobolAnalysis { Points = 256, Resamples = 20 });
        Assert.Equal(["aggregation", "weights", "measurement error"], s.Inputs);
        Assert.True(s.ScoreIndices("x1")!["weights"].Total > 0.95);
        Assert.True(s.Indices!["weights"].Total > 0.9);
        // weights alone put x1 second with 0.4
        Near.Absolute(0.4, s.Effects.Single(e => e.Choice == "weights")["x1"], 0.13);
    }

    [Fact]
    public void A_failed_evaluation_is_counted_and_its_point_left_out()
    {
        Sensitivity s = Sensitivity.Of(TwoAreas.Plan.Vary(v => v.Aggregation(Aggregation.Geometric()).Bounds("b", (0, 200))), TwoAreas.Of([80, -5], [40, 60]), analysis: new SobolAnalysis { Points = 64, Resamples = 0 });
        Assert.InRange(s.Points, 4, 30); // both samples must miss the geometric mean: about a quarter of 64
        Assert.Contains("plan.unfittable-node", Assert.Single(s.FailedDraws).Reason.English, StringComparison.Ordinal); // −5 has no geometric mean
        ChoiceEffect failed = s.Effects.Single(e => e.Choice == "aggregation");
        Assert.Equal(0, failed.Draws);
        Assert.NotNull(failed.Failure);
        Near.Absolute(1, s.ScoreIndices("x1")!["bounds of b"].Total, 0.6);
    }
}
