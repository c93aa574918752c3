using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>Aggregations that compare areas: TOPSIS, VIKOR, grey relation, MPI, RSR, Borda, Copeland.</summary>
public class RelativeAggregationTests
{
    private static readonly double[] Weights = [0.5, 0.3, 0.2];

    private static readonly Matrix Five = Matrix.FromRows([70, 20, 5], [50, 40, 9], [90, 10, 7], [60, 60, 8], [80, 30, 1]);

    [Fact]
    public void The_frozen_form_gives_the_fitted_areas_what_they_had()
    {
        foreach (Indicators.Aggregation method in Freezable())
            Near.Relative(Tai.Composites(method, Five, Weights), Tai.Composites(method.Fit(Five, Weights)!, Five, Weights), 1e-15, method.Describe(Language.English));
    }

    [Fact]
    public void Adding_an_area_never_moves_an_old_composite_of_the_frozen_form()
    {
        Matrix six = Matrix.FromRows([70, 20, 5], [50, 40, 9], [90, 10, 7], [60, 60, 8], [80, 30, 1], [99, 99, 99]);
        foreach (Indicators.Aggregation method in Freezable())
        {
            RowAggregation frozen = method.Fit(Five, Weights)!;
            Assert.Equal(Tai.Composites(frozen, Five, Weights), Tai.Composites(frozen, six, Weights)[..5]);
            // while the relative form does move
            Assert.NotEqual(Tai.Composites(method, Five, Weights), Tai.Composites(method, six, Weights)[..5]);
            Assert.True(method.IsRelative);
            Assert.False(frozen.IsRelative);
        }
    }

    [Fact]
    public void What_only_compares_areas_has_no_frozen_form()
    {
        foreach (Indicators.Aggregation method in new[] { Indicators.Aggregation.Copeland(), Indicators.Aggregation.Borda(), Indicators.Aggregation.RankSumRatio() })
        {
            Assert.Null(method.Fit(Five, Weights));
            Assert.True(method.IsRelative);
        }
    }

    [Fact]
    public void Weights_count_by_their_proportions_in_methods_of_ranks()
    {
        foreach (Indicators.Aggregation method in new[] { Indicators.Aggregation.Copeland(), Indicators.Aggregation.Borda(), Indicators.Aggregation.RankSumRatio() })
            Near.Relative(Tai.Composites(method, Five, Weights), Tai.Composites(method, Five, [5, 3, 2]), 1e-14);
    }

    [Fact]
    public void The_order_of_areas_and_of_indicators_does_not_matter()
    {
        Scores().Sample(m =>
        {
            Matrix turned = Matrix.FromColumns([.. new[] { 2, 0, 1 }.Select(j => m.Column(j).ToArray().Reverse().ToArray())]);
            double[] w = [0.2, 0.5, 0.3];
            return All().All(method =>
            {
                double[] a = Tai.Composites(method, m, Weights), b = Tai.Composites(method, turned, w);
                return a.Zip(b.Reverse()).All(p => Near.Deviation(p.First, p.Second) < 1e-9);
            });
        }, iter: 50);
    }

    [Fact]
    public void A_better_score_never_makes_the_own_composite_worse()
    {
        // TOPSIS, MPI and the grey degree move their own yardstick or penalise imbalance: they are not monotone
        Gen.Select(Scores(), Gen.Int[0, 4], Gen.Int[0, 2], Gen.Double[0, 40]).Sample((m, i, j, more) =>
        {
            double[][] columns = [.. Enumerable.Range(0, 3).Select(c => m.Column(c).ToArray())];
            columns[j][i] += more;
            Matrix better = Matrix.FromColumns(columns);
            Indicators.Aggregation[] methods = [Indicators.Aggregation.Copeland(), Indicators.Aggregation.Borda(), Indicators.Aggregation.RankSumRatio()];
            return methods.All(x => Tai.Composites(x, better, Weights)[i] >= Tai.Composites(x, m, Weights)[i] - 1e-9)
                && new[] { Indicators.Aggregation.Topsis(TopsisScaling.None), Indicators.Aggregation.Vikor(), Indicators.Aggregation.GreyRelation() }.All(x =>
                {
                    RowAggregation frozen = x.Fit(m, Weights)!;
                    // within the frozen ideals, that is
                    double best = m.Column(j).ToArray().Max();
                    columns[j][i] = Math.Min(columns[j][i], best);
                    double now = Tai.Composites(frozen, Matrix.FromColumns(columns), Weights)[i];
                    return now >= Tai.Composites(frozen, m, Weights)[i] - 1e-9;
                });
        }, iter: 100);
    }

    [Fact]
    public void A_missing_score_is_left_out_of_every_relative_method()
    {
        Matrix holes = Matrix.FromRows([70, 20, 5], [50, double.NaN, 9], [double.NaN, double.NaN, double.NaN], [60, 60, 8], [80, 30, 1]);
        foreach (Indicators.Aggregation method in All())
        {
            double[] c = Tai.Composites(method, holes, Weights);
            Assert.True(double.IsNaN(c[2]), method.ToString());
            Assert.All(c.Where((_, i) => i != 2), x => Assert.True(double.IsFinite(x), method.ToString()));
        }
    }

    [Fact]
    public void A_column_without_any_score_is_left_out_but_a_later_score_in_it_is_an_error()
    {
        Matrix empty = Matrix.FromRows([70, double.NaN, 5], [50, double.NaN, 9], [90, double.NaN, 7]), without = Matrix.FromRows([70, 5], [50, 9], [90, 7]);
        foreach (Indicators.Aggregation method in All())
            Near.Relative(Tai.Composites(method, without, [0.5 / 0.7, 0.2 / 0.7]), Tai.Composites(method, empty, Weights), 1e-12, method.ToString());
        // benefit of the doubt has no bound there instead
        foreach (Indicators.Aggregation method in Freezable())
            if (method is BenefitOfTheDoubtAggregation) Assert.True(double.IsNaN(method.Fit(empty, Weights)!.Aggregate([70, 1, 5], Weights)));
            else Assert.Throws<ArgumentException>(() => method.Fit(empty, Weights)!.Aggregate([70, 1, 5], Weights));
    }

    [Fact]
    public void Contributions_of_frozen_methods_sum_where_there_are_any()
    {
        var contributions = new double[3];
        foreach (Indicators.Aggregation method in Freezable())
        {
            RowAggregation frozen = method.Fit(Five, Weights)!;
            bool has = frozen.Contribute([55, 45, 6], Weights, contributions);
            Assert.Equal(frozen is FittedMazziottaPareto or FittedGreyRelation or FittedBenefitOfTheDoubt, has);
            if (has) Near.Relative(frozen.Aggregate([55, 45, 6], Weights), contributions.Sum(), 1e-12);
            else Assert.All(contributions, c => Assert.True(double.IsNaN(c)));
        }
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        foreach (Indicators.Aggregation method in All())
        {
            Assert.Equal("weights", Assert.Throws<ArgumentException>(() => method.Aggregate(Five, [1.0, 1], new double[5])).ParamName);
            Assert.Equal("composites", Assert.Throws<ArgumentException>(() => method.Aggregate(Five, Weights, new double[4])).ParamName);
            Assert.Equal("weights", Assert.Throws<ArgumentException>(() => method.Aggregate(Five, [0.5, -0.3, 0.8], new double[5])).ParamName);
        }
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Topsis().Fit(Five, Weights)!.Aggregate([1, 2], [0.5, 0.5]));
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new TopsisAggregation().Detail(Five, [0.5, -0.3, 0.8])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new VikorAggregation().Detail(Five, [0.5, -0.3, 0.8])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Aggregation.Vikor(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Aggregation.GreyRelation(0));
    }

    [Fact]
    public void Topsis_by_hand()
    {
        // columns (3, 4) and (6, 8): norms 5 and 10; scaled (.6, .6), (.8, .8); the ideals are the two areas themselves
        TopsisResult result = new TopsisAggregation().Detail(Matrix.FromRows([3, 6], [4, 8], [double.NaN, double.NaN]), [0.5, 0.5]);
        Near.Relative([0, 1, double.NaN], result.Closeness, 1e-14);
        Near.Relative(Math.Sqrt(2) * 0.1, result.DistanceToBest[0], 1e-14);
        Assert.Equal([2, 1, double.NaN], result.Ranks);
        // without scaling, half-way between two ideals
        Near.Relative([0, 0.5, 1], Tai.Composites(Indicators.Aggregation.Topsis(TopsisScaling.None), Matrix.FromRows([0, 0], [5, 5], [10, 10]), [0.3, 0.7]), 1e-14);
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.Topsis().Fit(Matrix.FromRows([0, 1], [0, 2]), [0.5, 0.5]));
        Assert.True(double.IsNaN(Tai.Composites(Indicators.Aggregation.Topsis(), Matrix.FromRows([1, 1], [1, 1]), [0.5, 0.5])[0]));
    }

    [Fact]
    public void Vikor_points_upwards_as_one_minus_q()
    {
        VikorResult detail = new VikorAggregation().Detail(Five, Weights);
        Near.Relative([.. detail.Q.Select(q => 1 - q)], Tai.Composites(Indicators.Aggregation.Vikor(), Five, Weights), 1e-15);
        // a column in which all are equal separates nobody
        Near.Relative(Tai.Composites(Indicators.Aggregation.Vikor(), Matrix.FromRows([1], [3], [2]), [1]), Tai.Composites(Indicators.Aggregation.Vikor(), Matrix.FromRows([1, 7], [3, 7], [2, 7]), [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void Vikor_s_first_two_form_the_set_when_only_stability_is_wanting()
    {
        // a large advantage in Q, but another area is first by S and by R
        VikorResult result = new(S: [0.5, 0.1, 0.9], R: [0.2, 0.1, 0.3], Q: [0.0, 0.6, 1.0], (FittedVikor)new VikorAggregation().Fit(Five, Weights));
        Assert.True(result.HasAcceptableAdvantage);
        Assert.False(result.HasAcceptableStability);
        Assert.Equal([0, 1], result.CompromiseSet);
        Assert.Equal([0], (result with { S = [0.05, 0.1, 0.9] }).CompromiseSet);
        Assert.Equal([0, 1], (result with { Q = [0.0, 0.4, 0.5] }).CompromiseSet);
    }

    [Fact]
    public void Benefit_of_the_doubt_lets_each_area_choose_its_weights()
    {
        // (4, 1) and (1, 4) are each best with their own weights; (2, 2) does best with 1/5 and 1/5: 4/5
        Matrix m = Matrix.FromRows([4, 1], [1, 4], [2, 2], [1, 1]);
        Near.Relative([1, 1, 0.8, 0.4], Tai.Composites(Indicators.Aggregation.BenefitOfTheDoubt(), m, [0.5, 0.5]), 1e-14);
        var frozen = (FittedBenefitOfTheDoubt)Indicators.Aggregation.BenefitOfTheDoubt().Fit(m, [0.5, 0.5])!;
        Assert.Equal(3, frozen.Frontier.Count); // (1, 1) is beaten everywhere by one other and binds nothing
        Near.Relative([0.2, 0.2], frozen.WeightsOf([2, 2])!, 1e-14);
        Near.Relative(1.6, frozen.Aggregate([4, 4], [0.5, 0.5]), 1e-14);
        // a missing score: (4, ·) against 4 and 1
        Near.Relative(0.5, frozen.Aggregate([2, double.NaN], [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void Bounds_hold_the_shares_of_weights()
    {
        Matrix m = Matrix.FromRows([4, 1], [1, 4], [2, 2]);
        // both shares 1/2: the weights are equal, and no area above 1 makes them 1/5
        Near.Relative([1, 1, 0.8], Tai.Composites(Indicators.Aggregation.BenefitOfTheDoubt(0.5, 0.5), m, [0.5, 0.5]), 1e-14);
        // at least 0.4 each: (5, 0) takes shares 0.6 and 0.4 of Σw; bound by itself: Σw·0.6·5 = 1
        Matrix two = Matrix.FromRows([5, 0], [3, 3]);
        double[] c = Tai.Composites(Indicators.Aggregation.BenefitOfTheDoubt(0.4), two, [0.5, 0.5]);
        Near.Relative([1, 1], c, 1e-14);
        Assert.Throws<InvalidOperationException>(() => Indicators.Aggregation.BenefitOfTheDoubt(0.6).Fit(m, [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.BenefitOfTheDoubt().Fit(Matrix.FromRows([-1, 2]), [0.5, 0.5]));
    }

    [Fact]
    public void Mazziotta_pareto_by_hand()
    {
        // each column (1, 3): mean 2, deviation 1: z = 90, 110
        double[] c = Tai.Composites(Indicators.Aggregation.MazziottaPareto(), Matrix.FromRows([1, 3], [3, 1], [3, 3], [1, 1]), [0.5, 0.5]);
        Near.Relative([100 - 1, 100 - 1, 110, 90], c, 1e-14);
        double[] a = Tai.Composites(Indicators.Aggregation.AdjustedMazziottaPareto(), Matrix.FromRows([1, 3], [3, 1], [3, 3], [1, 1]), [0.5, 0.5]);
        Near.Relative([100 - 9, 100 - 9, 130, 70], a, 1e-14);
        Assert.Throws<ArgumentException>(() => Indicators.Aggregation.MazziottaPareto().Fit(Matrix.FromRows([1, 3], [1, 4]), [0.5, 0.5]));
    }

    [Fact]
    public void The_adjusted_index_puts_references_at_100()
    {
        var method = new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range, References = [1] };
        // range 1…3, reference 1: 1 scores 100, 3 scores 160
        Near.Relative([100, 160], Tai.Composites(method, Matrix.FromRows([1], [3]), [1]), 1e-14);
        Assert.Throws<ArgumentException>(() => method.Fit(Five, Weights));
    }

    [Fact]
    public void Grey_relation_reaches_one_only_at_the_reference()
    {
        double[] c = Tai.Composites(Indicators.Aggregation.GreyRelation(), Matrix.FromRows([1, 1], [0, 0.5]), [0.5, 0.5]);
        // differences 0, 0 and 1, 0.5; ρ = 0.5: ξ = .5/1.5 and .5/1
        Near.Relative([1, (1.0 / 3 + 0.5) / 2], c, 1e-14);
        Assert.Equal([1, 1], Tai.Composites(Indicators.Aggregation.GreyRelation(), Matrix.FromRows([2, 2], [2, 2]), [0.5, 0.5]));
    }

    [Fact]
    public void Pairwise_extremes_give_other_numbers()
    {
        double[] c = Tai.Composites(new GreyRelationAggregation { Extremes = GreyExtremes.Pairwise }, Matrix.FromRows([1, 1], [0, 0.5]), [0.5, 0.5]);
        // the second area alone: smallest .5, largest 1: ξ = 1/1.5 and 1/1
        Near.Relative([1, (2.0 / 3 + 1) / 2], c, 1e-14);
    }

    [Fact]
    public void Borda_counts_the_areas_that_are_beaten()
    {
        Matrix m = Matrix.FromRows([3, 1], [2, 2], [2, 3], [1, 4]);
        Near.Relative([0.5 * 3, 0.5 * 1.5 + 0.5, 0.5 * 1.5 + 1, 1.5], Tai.Composites(Indicators.Aggregation.Borda(), m, [0.5, 0.5]), 1e-14);
        Near.Relative([1.5, 0.5 * 2 + 0.5, 0.5 * 2 + 1, 1.5], Tai.Composites(new BordaAggregation { Ties = TieRule.Smallest }, m, [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void A_column_with_missing_scores_counts_as_much_as_a_full_one_in_methods_of_ranks()
    {
        Matrix m = Matrix.FromRows([3, 1], [double.NaN, 2], [1, 3]);
        // Borda: the first beats its one rival in column 1, which is worth both; RSR: ranks 2 and 1 of 2
        Near.Relative([1, 1, 1], Tai.Composites(Indicators.Aggregation.Borda(), m, [0.5, 0.5]), 1e-14);
        Near.Relative([(1 + 1.0 / 3) / 2, 2.0 / 3, (0.5 + 1) / 2], Tai.Composites(Indicators.Aggregation.RankSumRatio(), m, [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void Topsis_distances_count_weights_by_their_proportions()
    {
        var frozen = (FittedTopsis)Indicators.Aggregation.Topsis(TopsisScaling.None).Fit(Matrix.FromRows([0, 0], [10, 20]), [0.5, 0.5])!;
        Assert.Equal((5.0, 10.0), frozen.Distances([0, 20], [1, 1]));
        Assert.Equal((10.0, 0.0), frozen.Distances([0, double.NaN], [0.5, 0.5]));
    }

    [Fact]
    public void A_later_score_above_the_grey_reference_counts_as_reaching_it()
    {
        RowAggregation frozen = Indicators.Aggregation.GreyRelation().Fit(Matrix.FromRows([1, 1], [0, 0.5]), [0.5, 0.5])!;
        Assert.Equal(1, frozen.Aggregate([2, 1], [0.5, 0.5]));
    }

    [Fact]
    public void Bounds_of_shares_are_stretched_where_scores_are_missing()
    {
        RowAggregation frozen = Indicators.Aggregation.BenefitOfTheDoubt(0.5, 0.5).Fit(Matrix.FromRows([4, 1], [1, 4], [2, 2]), [0.5, 0.5])!;
        Near.Relative(0.5, frozen.Aggregate([2, double.NaN], [0.5, 0.5]), 1e-14);
    }

    [Fact]
    public void Copeland_counts_majorities_and_a_tie_counts_for_nobody()
    {
        // a tie on one half, which 0.1 + 0.2 + 0.2 is but for rounding
        OutrankingMatrix m = OutrankingMatrix.Of(Matrix.FromRows([1, 1, 1, 0], [0, 0, 0, 1]), [0.1, 0.2, 0.2, 0.5]);
        Assert.Equal([0, 0], m.CopelandScores());
        // the first beats both on 0.8; the second beats the third on 0.5 exactly: nobody wins
        Matrix three = Matrix.FromRows([3, 3, 1], [2, 1, 2], [1, 2, 3]);
        Assert.Equal([2, -1, -1], Tai.Composites(Indicators.Aggregation.Copeland(), three, [0.5, 0.3, 0.2]));
        Assert.Equal([2, 0, -2], Tai.Composites(Indicators.Aggregation.Copeland(), three, [0.6, 0.2, 0.2]));
    }

    [Fact]
    public void Shares_of_a_pair_sum_to_one_and_ties_count_half()
    {
        OutrankingMatrix m = OutrankingMatrix.Of(Matrix.FromRows([1, 5, 2], [1, 3, 4], [double.NaN, 3, double.NaN]), [0.2, 0.5, 0.3]);
        Near.Relative(0.6, m[0, 1], 1e-14);
        Near.Relative(0.4, m[1, 0], 1e-14);
        Assert.Equal(0.5, m[1, 2]);
        Assert.Equal(1, m[0, 2]);
        Assert.Equal(0, m[0, 0]);
        Assert.Equal(1, m.DominantPairs);
    }

    [Fact]
    public void The_rank_sum_ratio_keeps_distances_with_non_integral_ranks()
    {
        Matrix m = Matrix.FromRows([10.0], [20], [50]);
        Near.Relative([1.0 / 3, 2.0 / 3, 1], Tai.Composites(Indicators.Aggregation.RankSumRatio(), m, [1]), 1e-14);
        Near.Relative([1.0 / 3, 1.5 / 3, 1], Tai.Composites(new RankSumRatioAggregation { Ranks = RsrRanks.NonIntegral }, m, [1]), 1e-14);
    }

    [Fact]
    public void Three_four_and_five_grades_of_rsr_have_the_usual_probits()
    {
        RsrResult result = new RankSumRatioAggregation().Detail(Five, Weights);
        double[] Probits(GradeScale scale) => [.. result.FitGrading(scale).Cuts.Select(c => (c - result.Intercept) / result.Slope)];
        Near.Relative([4, 6], Probits(GradeScale.Of(new("上", "high"), new("中", "middle"), new("下", "low"))), 1e-12);
        Near.Relative([3.5, 5, 6.5], Probits(GradeScale.OfDimension), 1e-12);
        Near.Relative([3.2, 4.4, 5.6, 6.8], Probits(GradeScale.Of(new("一", "1"), new("二", "2"), new("三", "3"), new("四", "4"), new("五", "5"))), 1e-12);
        Assert.Throws<InvalidOperationException>(() => new RankSumRatioAggregation().Detail(Matrix.FromRows([1.0], [2]), [1]).FitGrading(GradeScale.OfDimension));
    }

    [Fact]
    public void Results_show_themselves()
    {
        Assert.Contains("compromise set: ", new VikorAggregation().Detail(Five, Weights).ToString());
        Assert.Contains("closeness", new TopsisAggregation().Detail(Five, Weights).ToString());
        Assert.Contains("RSR = ", new RankSumRatioAggregation().Detail(Five, Weights).ToString());
        Assert.StartsWith("0.000 ", OutrankingMatrix.Of(Five, Weights).ToString());
        Assert.Equal("grey relational degrees: 1.0000", GreyRelation.Of([1, 2], Matrix.FromColumns([1.0, 2])).ToString());
    }

    private static IEnumerable<Indicators.Aggregation> Freezable() =>
        [Indicators.Aggregation.Topsis(), Indicators.Aggregation.Topsis(TopsisScaling.None), Indicators.Aggregation.Vikor(), Indicators.Aggregation.GreyRelation(), Indicators.Aggregation.MazziottaPareto(), Indicators.Aggregation.AdjustedMazziottaPareto(), Indicators.Aggregation.BenefitOfTheDoubt()];

    private static IEnumerable<Indicators.Aggregation> All() =>
        Freezable().Concat([Indicators.Aggregation.Copeland(), Indicators.Aggregation.Borda(), Indicators.Aggregation.RankSumRatio()]);

    private static Gen<Matrix> Scores() => Gen.Double[1, 100].Array[15].Select(x => Matrix.FromColumns(x[..5], x[5..10], x[10..]));
}
