using System.Text.Json;
using UrbanHealth.Indicators.Tests.Numerics;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Ranks under many sets of weights.</summary>
public class RankAcceptabilityTests : IReferenceChecks
{
    private static readonly Matrix TwoCriteria = Matrix.FromRows([1, 0], [0.6, 0.6], [0, 1]);
    private static readonly Matrix ThreeCriteria = Matrix.FromRows([1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]);
    private static readonly Lazy<RankAcceptability> Two = new(() => new AcceptabilityAnalysis { Draws = 100_000 }.Run(TwoCriteria, WeightDistribution.Any()));
    private static readonly Lazy<RankAcceptability> Three = new(() => new AcceptabilityAnalysis { Draws = 100_000 }.Run(ThreeCriteria, WeightDistribution.Any()));

    [ReferenceFact]
    public void Acceptabilities_of_two_criteria_are_the_lengths_of_intervals()
    {
        JsonElement checks = SobolSequenceTests.Checks("mcda/smaa_two_criteria/expected.json");
        double[] expected = [.. Near.Flatten(checks.GetProperty("rank_acceptability").GetProperty("value"))];
        for (int i = 0; i < 9; i++) Near.Absolute(expected[i], Two.Value.Acceptability(i / 3, i % 3 + 1), 0.0065); // four standard errors
        double[] central = [.. Near.Flatten(checks.GetProperty("central_weights_w1").GetProperty("value"))];
        for (int i = 0; i < 3; i++) Near.Absolute(central[i], Two.Value.CentralWeights(i)![0], 0.005);
    }

    [ReferenceFact]
    public void Acceptabilities_of_three_criteria_are_areas_of_the_simplex()
    {
        JsonElement checks = SobolSequenceTests.Checks("mcda/smaa_three_criteria/expected.json");
        double[] expected = [.. Near.Flatten(checks.GetProperty("first_rank_acceptability").GetProperty("value"))];
        for (int i = 0; i < 4; i++) Near.Absolute(expected[i], Three.Value.Acceptability(i, 1), 0.0055);
        double[] central = [.. Near.Flatten(checks.GetProperty("central_weight_first").GetProperty("value"))];
        for (int j = 0; j < 3; j++) Near.Absolute(central[j], Three.Value.CentralWeights(0)![j], 0.005);
    }

    [Fact]
    public void One_area_beats_another_where_its_score_is_larger()
    {
        // 1·w > 0.6 needs w > 0.6; the outer two meet at w = 0.5
        Near.Absolute(0.4, Two.Value.Wins(0, 1), 0.0065);
        Near.Absolute(0.6, Two.Value.Wins(1, 0), 0.0065);
        Near.Absolute(0.5, Two.Value.Wins(0, 2), 0.0065);
        Assert.Equal(0, Two.Value.Wins(1, 1));
    }

    [Fact]
    public void Acceptabilities_of_an_area_and_of_a_rank_sum_to_one()
    {
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(1, Enumerable.Range(1, 4).Sum(r => Three.Value.Acceptability(i, r)), 12);
            Assert.Equal(1, Enumerable.Range(0, 4).Sum(a => Three.Value.Acceptability(a, i + 1)), 12);
            Assert.Equal(1, Three.Value.WithinFirst(i, 4), 12);
        }
        Assert.Equal(Three.Value.Acceptability(2, 1) + Three.Value.Acceptability(2, 2), Three.Value.WithinFirst(2, 2), 12);
    }

    [Fact]
    public void A_dominated_area_is_never_first_and_has_no_central_weights()
    {
        RankAcceptability result = new AcceptabilityAnalysis { Draws = 500 }.Run(Matrix.FromRows([0.9, 0.8], [0.5, 0.4]), WeightDistribution.Any());
        Assert.Equal(0, result.Acceptability(1, 1));
        Assert.Null(result.CentralWeights(1));
        Assert.Equal(1, result.Wins(0, 1));
        Assert.Equal((2, 2, 2), result.RankInterval(1));
        Assert.Equal(0.85, result.ScoreInterval(0)!.Value.Median, 1);
        Assert.Contains("500 draws", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_scores_share_the_smaller_rank_and_neither_wins()
    {
        RankAcceptability result = new AcceptabilityAnalysis { Draws = 50 }.Run(Matrix.FromRows([1, 1], [1, 1], [0, 0]), WeightDistribution.Around([0.5, 0.5], 10));
        Assert.Equal((1, 1, 1), (result.Acceptability(0, 1), result.Acceptability(1, 1), result.Acceptability(2, 3)));
        Assert.Equal((0, 0), (result.Wins(0, 1), result.Wins(1, 0)));
    }

    [Fact]
    public void The_result_is_the_same_for_one_thread_and_for_seven()
    {
        var random = new Random(4);
        Matrix scores = Matrix.FromRows([.. Enumerable.Range(0, 23).Select(_ => Enumerable.Range(0, 6).Select(_ => random.NextDouble() < 0.1 ? double.NaN : random.NextDouble()).ToArray())]);
        RankAcceptability one = new AcceptabilityAnalysis { Draws = 1000, Threads = 1 }.Run(scores, WeightDistribution.Any()), seven = new AcceptabilityAnalysis { Draws = 1000, Threads = 7 }.Run(scores, WeightDistribution.Any());
        for (int i = 0; i < 23; i++)
        {
            Assert.Equal(one.Ranks(i), seven.Ranks(i));
            Assert.Equal(one.CentralWeights(i), seven.CentralWeights(i));
            Assert.Equal(one.ScoreInterval(i), seven.ScoreInterval(i));
            Assert.Equal(one.Wins(i, 3), seven.Wins(i, 3));
        }
    }

    [Fact]
    public void More_draws_begin_with_the_same_ones()
    {
        RankAcceptability few = new AcceptabilityAnalysis { Draws = 100 }.Run(ThreeCriteria, WeightDistribution.Any()), many = new AcceptabilityAnalysis { Draws = 300 }.Run(ThreeCriteria, WeightDistribution.Any());
        Assert.Equal(few.Ranks(1), many.Ranks(1)[..100]);
    }

    [Fact]
    public void Weights_of_another_number_are_an_error() =>
        Assert.Throws<ArgumentException>(() => new AcceptabilityAnalysis { Draws = 10 }.Run(TwoCriteria, WeightDistribution.Around([1, 2, 3], 50)));

    [Fact]
    public void Failed_draws_are_counted_and_left_out()
    {
        var tight = new UniformWeights { Ranges = [new(0, 0, 0.3)], Tries = 1 };
        RankAcceptability result = new AcceptabilityAnalysis { Draws = 2000 }.Run(TwoCriteria, tight);
        // w₀ ≤ 0.3 in 3 of 10 tries
        Near.Absolute(600, result.Draws, 82);
        Assert.Equal(2000, result.Draws + result.FailedDraws);
        Near.Absolute(0, result.Acceptability(0, 1), 0);
        (double lowest, _, double highest) = result.ScoreInterval(0, 1)!.Value; // the first area scores w₀, the last 1 − w₀
        Assert.InRange(lowest, 0, 0.05);
        Assert.InRange(highest, 0.25, 0.3);
        Assert.InRange(result.ScoreInterval(2, 1)!.Value.Lowest, 0.7, 0.75);
        Assert.Equal(Enumerable.Repeat(1.0, result.Draws), result.Ranks(2));
        double central = 0; // over all that are first somewhere: the mean of w₀, which is uniform up to 0.3
        for (int i = 1; i < result.Areas; i++) if (result.CentralWeights(i) is { } mean) central += result.Acceptability(i, 1) * mean[0];
        Near.Absolute(0.15, central, 4 * 0.3 / Math.Sqrt(12 * 600));
        Assert.Throws<ArgumentException>(() => new AcceptabilityAnalysis { Draws = 50 }.Run(TwoCriteria, new UniformWeights { Ranges = [new(0, 0, 1e-9)], Tries = 1 }));
    }

    [Fact]
    public void Cancellation_and_progress_are_heard()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new AcceptabilityAnalysis().Run(TwoCriteria, WeightDistribution.Any(), cancellation: source.Token));
    }

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("mcda/smaa_two_criteria", "SMAA", 0.0065, () =>
            Near.Flatten(SobolSequenceTests.Checks("mcda/smaa_two_criteria/expected.json").GetProperty("rank_acceptability").GetProperty("value")).Select((e, i) => Near.Deviation(e, Two.Value.Acceptability(i / 3, i % 3 + 1))).Max())
        { Note = "by 100,000 draws: four standard errors" };
        yield return new("mcda/smaa_three_criteria", "SMAA", 0.0055, () =>
            Near.Flatten(SobolSequenceTests.Checks("mcda/smaa_three_criteria/expected.json").GetProperty("first_rank_acceptability").GetProperty("value")).Select((e, i) => Near.Deviation(e, Three.Value.Acceptability(i, 1))).Max())
        { Note = "by 100,000 draws: four standard errors" };
    }
}
