using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>Weights say by which method they came and on what they rest.</summary>
public class WeightEvidenceTests
{
    private static readonly Matrix Scores = Matrix.FromColumns([1, 2, 3, 5], [2, 1, 4, 4], [9, 7, 1, 3]);
    private static readonly Siblings Three = new(Scores);
    private static readonly BestWorstJudgements Consistent = new(0, 2, [1, 2, 4], [4, 2, 1]); // 4 : 2 : 1 without contradiction

    // experts rate (5, 4, 3), (4, 4, 2) and (3, 4, 1): means 4, 4, 2, deviations 1, 0, 1
    private static DelphiWeighting Delphi => new() { FullScore = 5, Ratings = [[5, 4, 3], [4, 4, 2], [3, 4, 1]] };

    [Fact]
    public void Delphi_weights_are_shares_of_the_mean_ratings_and_rest_on_the_round()
    {
        WeightSet weights = Delphi.Weigh(Three);
        Assert.Equal("delphi", weights.Method);
        Near.Relative(0.4, weights.Values[0]);
        Near.Relative(0.2, weights.Values[2]);
        Assert.Equal([4, 4, 2], weights.Evidence["mean"]);
        Assert.Equal([0.25, 0, 0.5], weights.Evidence["coefficientOfVariation"]);
        Near.Relative(1.0 / 3, weights.Evidence["fullScoreRatio"][0]);
        // ranks (1, 2, 3), (1.5, 1.5, 3), (2, 1, 3): sums 4.5, 4.5, 9 about 6, squares 13.5; ties take 6 off: W = 12·13.5/(9·24 − 3·6)
        Near.Relative(12 * 13.5 / (9 * 24 - 3 * 6), weights.Evidence["kendallW"][0]);
        Assert.InRange(weights.Evidence["kendallP"][0], 0, 1);
    }

    [Fact]
    public void Delphi_weightings_are_equal_when_all_ratings_and_the_scale_are()
    {
        Assert.Equal(Delphi, Delphi);
        Assert.Equal(Delphi.GetHashCode(), Delphi.GetHashCode());
        Assert.NotEqual(Delphi, Delphi with { FullScore = 10 });
        Assert.NotEqual(Delphi, Delphi with { Ratings = [[5, 4, 3], [4, 4, 2], [3, 3, 1]] });
        Assert.NotEqual(Delphi, Delphi with { Ratings = [[5, 4, 3], [4, 4, 2]] });
    }

    [Fact]
    public void Every_expert_rates_every_sibling()
    {
        Assert.Throws<ArgumentNullException>("siblings", () => Delphi.Weigh((Siblings)null!));
        Assert.Contains("has 3 ratings", Assert.Throws<ArgumentException>("siblings", () => (Delphi with { Ratings = [[5, 4, 3], [4, 4]] }).Weigh(Three)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_names_the_indicator_that_cannot_be_judged()
    {
        Assert.Contains("Indicator 2 has the rating 6", Message(() => Indicators.Delphi.Round(Matrix.FromColumns([1, 2], [6, 2]), 5)), StringComparison.Ordinal);
        Assert.Contains("Indicator 2 has fewer than two", Message(() => Indicators.Delphi.Round(Matrix.FromColumns([1, 2], [double.NaN, 2]), 5)), StringComparison.Ordinal);
        Assert.Contains("indicator 2 is not positive", Message(() => Indicators.Delphi.Round(Matrix.FromColumns([1, 2], [0, 0]), 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Experts_have_settled_when_each_measure_is_at_its_limit_and_not_beyond()
    {
        // both rounds alike: nothing moves; variations 0.25, 0 and 0.5 in each
        Matrix round = Matrix.FromColumns([5, 4, 3], [4, 4, 4], [3, 2, 1]);
        Delphi delphi = Indicators.Delphi.Of(5, round, round);
        double p = delphi.Last.Concordance.PValue;
        Assert.True(delphi.HasConverged(0.5, p, 0));
        Assert.False(delphi.HasConverged(0.49, p, 0)); // one of three is above
        Assert.False(delphi.HasConverged(0.5, p * 0.99, 0));
        // the last round halves every deviation: the mean variation moves from 0.25 to 0.125
        Delphi moved = Indicators.Delphi.Of(5, round, Matrix.FromColumns([4.5, 4, 3.5], [4, 4, 4], [2.5, 2, 1.5]));
        Assert.True(moved.HasConverged(0.5, 1, 0.125));
        Assert.False(moved.HasConverged(0.5, 1, 0.124));
    }

    [Fact]
    public void Best_worst_weights_without_contradiction_are_those_of_the_ratios_by_either_model()
    {
        foreach (BestWorstModel model in Enum.GetValues<BestWorstModel>())
        {
            WeightSet weights = (Weighting.BestWorst(Consistent) with { Model = model, InputRatioLimit = 0 }).Weigh(Three);
            Assert.Equal("bestWorst", weights.Method);
            Near.Relative(4.0 / 7, weights.Values[0], 1e-9);
            Assert.Equal(0, weights.Evidence["inputRatio"][0]);
            Assert.Equal(0, weights.Evidence["linearXi"][0], 1e-9);
            Assert.Equal(0, weights.Evidence["outputRatio"][0], 1e-9);
            Near.Relative(2.0 / 7, weights.Evidence["low"][1], 1e-6);
            Near.Relative(2.0 / 7, weights.Evidence["high"][1], 1e-6);
        }
    }

    [Fact]
    public void The_two_best_worst_models_differ_where_judgements_contradict_each_other()
    {
        var judgements = new BestWorstJudgements(0, 2, [1, 2, 8], [8, 7, 1]);
        double linear = Weighting.BestWorst(judgements).Weigh(Three).Values[0], other = (Weighting.BestWorst(judgements) with { Model = BestWorstModel.NonlinearCentre }).Weigh(Three).Values[0];
        BestWorstResult result = BestWorst.Of(judgements);
        Near.Relative(result.LinearWeights[0], linear);
        Near.Relative(result.Centre[0], other);
        Assert.NotEqual(linear, other, 1e-6);
    }

    [Fact]
    public void Ahp_weights_rest_on_their_consistency()
    {
        WeightSet weights = Weighting.Ahp(JudgementMatrix.FromWeights(3, 2, 1)).Weigh(Three);
        Assert.Equal("ahp", weights.Method);
        Near.Relative(3, weights.Evidence["lambdaMax"][0], 1e-9);
        Assert.Equal(0, weights.Evidence["consistencyIndex"][0], 1e-9);
        Assert.InRange(weights.Evidence["randomIndex"][0], 0.4, 0.6);
        Assert.False(weights.Evidence.ContainsKey("expertConsistencyRatios")); // of one expert it is the group's
    }

    [Fact]
    public void An_inconsistent_matrix_is_refused_with_its_worst_judgement()
    {
        JudgementMatrix cyclic = JudgementMatrix.FromUpperTriangle(3, 2, 1.0 / 2, 2);
        string message = Message(() => Weighting.Ahp(cyclic).Weigh(Three));
        Assert.Contains("exceeds 0.1", message, StringComparison.Ordinal);
        Assert.Contains("The worst judgement is", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ahp_weightings_compare_their_experts_and_what_those_count()
    {
        JudgementMatrix a = JudgementMatrix.FromWeights(3, 2, 1), b = JudgementMatrix.FromWeights(1, 2, 3);
        AhpWeighting plain = Weighting.Ahp(a, b), weighted = plain with { ExpertWeights = [2, 1] };
        Assert.Equal(weighted, plain with { ExpertWeights = [2, 1] });
        Assert.NotEqual(weighted, plain with { ExpertWeights = [1, 2] });
        Assert.NotEqual(plain, weighted);
        Assert.NotEqual(weighted, plain);
        Assert.Equal(weighted.GetHashCode(), (plain with { ExpertWeights = [2, 1] }).GetHashCode());
    }

    [Theory]
    [InlineData(RankFormula.OrderCentroid, "rankOrderCentroid")]
    [InlineData(RankFormula.Sum, "rankSum")]
    [InlineData(RankFormula.Reciprocal, "rankReciprocal")]
    public void Rank_weights_name_their_formula(RankFormula formula, string name) =>
        Assert.Equal(name, new RankWeighting { Ranks = [1, 2, 3], Formula = formula }.Weigh(Three).Method);

    [Fact]
    public void Rank_weightings_compare_order_and_formula_and_need_a_rank_for_each()
    {
        var ranks = new RankWeighting { Ranks = [1, 2, 3] };
        Assert.Equal(ranks, new RankWeighting { Ranks = [1, 2, 3] });
        Assert.NotEqual(ranks, ranks with { Ranks = [1, 3, 2] });
        Assert.NotEqual(ranks, ranks with { Formula = RankFormula.Sum });
        Assert.Throws<ArgumentNullException>("siblings", () => ranks.Weigh((Siblings)null!));
        Assert.Contains("one rank for each", Message(() => (ranks with { Ranks = [1, 2] }).Weigh(Three)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Given_weights_say_so_and_what_they_summed_to(bool keeps)
    {
        WeightSet weights = new GivenWeighting { KeepsSum = keeps }.Weigh(Three with { Given = [0.5, 1, 0.5] });
        Assert.Equal("given", weights.Method);
        Assert.Equal(2, weights.Evidence["givenSum"][0]);
        Assert.Equal(keeps ? 1 : 0.5, weights.Values[1]);
        Assert.Throws<ArgumentException>("siblings", () => new GivenWeighting().Weigh(Three with { Given = [0.5, double.PositiveInfinity, 0.5] }));
    }

    [Fact]
    public void Merec_and_correlation_balance_name_themselves_and_compare_what_was_asked()
    {
        Assert.Equal("merec", new MerecWeighting().Weigh(Three).Method);
        WeightSet balanced = new CorrelationBalanceWeighting().Weigh(Three);
        Assert.Equal("correlationBalance", balanced.Method);
        Assert.Equal(3, balanced.Evidence["correlation"].Count);
        Assert.Equal(new MerecWeighting { Directions = [Direction.LowerIsBetter] }, new MerecWeighting { Directions = [Direction.LowerIsBetter] });
        Assert.NotEqual(new MerecWeighting { Directions = [Direction.LowerIsBetter] }, new MerecWeighting());
        Assert.NotEqual(new MerecWeighting(), new MerecWeighting { Constant = ConstantColumns.ZeroWeight });
        Assert.NotEqual(new CorrelationBalanceWeighting(), new CorrelationBalanceWeighting { AllowNegative = true });
        Assert.NotEqual(new CorrelationBalanceWeighting(), new CorrelationBalanceWeighting { Targets = [1, 1, 2] });
        Assert.NotEqual(new CorrelationBalanceWeighting(), new CorrelationBalanceWeighting { Constant = ConstantColumns.ZeroWeight });
    }

    [Fact]
    public void Merec_says_which_figures_it_cannot_take()
    {
        Assert.Contains("not positive", Message(() => new MerecWeighting().Weigh(new Siblings(Matrix.FromColumns([0, 1], [1, 2])))), StringComparison.Ordinal);
        Assert.Contains("two rows without a gap", Message(() => new MerecWeighting().Weigh(new Siblings(Matrix.FromColumns([1, 2, double.NaN], [1, double.NaN, 2])))), StringComparison.Ordinal);
        Assert.Contains("one direction for each", Message(() => new MerecWeighting { Directions = [Direction.LowerIsBetter] }.Weigh(Three)), StringComparison.Ordinal);
        Assert.Contains("score it first", Message(() => new MerecWeighting { Directions = [Direction.TargetIsBest, Direction.TargetIsBest, Direction.TargetIsBest] }.Weigh(Three)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_a_judgement_reads_in_both_languages()
    {
        Assert.Contains("不是方阵", Text([[1.0, 2]]).Chinese, StringComparison.Ordinal);
        Assert.Contains("not square", Text([[1.0, 2]]).English, StringComparison.Ordinal);
        Assert.Contains("对角线应为 1，实为 2", Text([[2.0]]).Chinese, StringComparison.Ordinal);
        Assert.Contains("not 2", Text([[2.0]]).English, StringComparison.Ordinal);
        Assert.Contains("应为 4 的倒数，实为 0.5", Text([[1, 4], [0.5, 1]]).Chinese, StringComparison.Ordinal);
        Assert.Contains("reciprocal of 4 and is 0.5", Text([[1, 4], [0.5, 1]]).English, StringComparison.Ordinal);
        Assert.Contains("10 超出", Text([[1, 10], [0.1, 1]]).Chinese, StringComparison.Ordinal);
        Assert.Contains("10 lies outside", Text([[1, 10], [0.1, 1]]).English, StringComparison.Ordinal);
        Assert.Contains("应为正数，实为 -3", Text([[1, -3], [2, 1]]).Chinese, StringComparison.Ordinal);
        Assert.Contains("positive, not -3", Text([[1, -3], [2, 1]]).English, StringComparison.Ordinal);
        Assert.Empty(JudgementMatrix.Check([[1, 9], [1.0 / 9, 1]])); // the end of the scale belongs to it
    }

    private static string Message(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    private static BilingualText Text(double[][] rows) => Assert.Single(JudgementMatrix.Check(rows)).Message;
}
