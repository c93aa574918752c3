using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What every aggregation of an area's own scores has in common.</summary>
public class RowAggregationTests
{
    private static readonly double[] Thirds = [1.0 / 3, 1.0 / 3, 1.0 / 3];

    [Fact]
    public void A_missing_score_is_left_out_and_the_weights_of_the_present_ones_grow_to_the_whole()
    {
        // 0.5 and 0.3 remain: (0.5·80 + 0.3·60) · 1/0.8 = 72.5
        Near.Relative(72.5, Indicators.Aggregation.Arithmetic().Aggregate([80, 60, double.NaN], [0.5, 0.3, 0.2]), 1e-15);
    }

    [Fact]
    public void With_nothing_missing_the_arithmetic_mean_is_the_plain_ordered_sum_to_the_last_bit()
    {
        Gen.Double[0, 100].Array[7].Select(Gen.Double[0.01, 1].Array[7]).Sample((x, w) =>
        {
            double sum = 0;
            for (int i = 0; i < x.Length; i++) sum += w[i] * x[i];
            return Indicators.Aggregation.Arithmetic().Aggregate(x, w) == sum;
        });
    }

    [Fact]
    public void With_something_missing_it_is_that_sum_times_all_weight_over_present_weight_to_the_last_bit()
    {
        double[] x = [71.3, double.NaN, 12.9, 55.1], w = [0.1, 0.2, 0.3, 0.4];
        double sum = 0.1 * 71.3;
        sum += 0.3 * 12.9;
        sum += 0.4 * 55.1;
        Assert.Equal(sum * ((0.1 + 0.2 + 0.3 + 0.4) / (0.1 + 0.3 + 0.4)), Indicators.Aggregation.Arithmetic().Aggregate(x, w));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_kept()
    {
        Assert.Equal(7, Indicators.Aggregation.Arithmetic().Aggregate([1, 2, 4], [1, 1, 1]));
        Near.Relative(3 * 2.0, Indicators.Aggregation.Geometric().Aggregate([1, 2, 4], [1, 1, 1]), 1e-14);
        Near.Relative(3 * 12.0 / 7, Indicators.Aggregation.Harmonic().Aggregate([1, 2, 4], [1, 1, 1]), 1e-14);
        // and a missing score does not make the whole lighter
        Near.Relative(3 * 1.5, Indicators.Aggregation.Arithmetic().Aggregate([1, 2, double.NaN], [1, 1, 1]), 1e-14);
    }

    [Fact]
    public void A_mean_of_positive_scores_with_a_missing_child_is_the_mean_of_the_present_ones()
    {
        // with the missing child's weight left in the exponent's divisor, as one library has it, this would be 36^(1/3)
        Near.Relative(6, Indicators.Aggregation.Geometric().Aggregate([4, 9, double.NaN], Thirds), 1e-14);
        Near.Relative(2 / (1.0 / 4 + 1.0 / 9), Indicators.Aggregation.Harmonic().Aggregate([4, double.NaN, 9], Thirds), 1e-14);
        Near.Relative(Math.Sqrt((16 + 81) / 2.0), Indicators.Aggregation.PowerMean(2).Aggregate([double.NaN, 4, 9], Thirds), 1e-14);
        Near.Relative(6.5, Indicators.Aggregation.Median().Aggregate([4, 9, double.NaN], Thirds), 1e-14);
        Assert.Equal(4, Indicators.Aggregation.Minimum().Aggregate([4, 9, double.NaN], Thirds));
    }

    [Fact]
    public void Nothing_present_or_nothing_with_weight_gives_no_composite()
    {
        foreach (RowAggregation method in Everything())
        {
            Assert.True(double.IsNaN(method.Aggregate([double.NaN, double.NaN, double.NaN], Thirds)), method.ToString());
            Assert.True(double.IsNaN(method.Aggregate([1, 2, double.NaN], [0, 0, 1])), method.ToString());
            var contributions = new double[3];
            method.Contribute([double.NaN, double.NaN, double.NaN], Thirds, contributions);
            Assert.All(contributions, c => Assert.True(double.IsNaN(c)));
        }
    }

    [Fact]
    public void Contributions_of_nothing_are_none_and_what_never_has_any_says_so()
    {
        var contributions = new double[2];
        Assert.True(Indicators.Aggregation.Median().Contribute([double.NaN, double.NaN], [0.5, 0.5], contributions));
        Assert.All(contributions, c => Assert.True(double.IsNaN(c)));
        contributions = [1, 2];
        RowAggregation topsis = Indicators.Aggregation.Topsis().Fit(Matrix.FromRows([3, 1], [1, 2]), [0.5, 0.5])!;
        Assert.False(topsis.Contribute([double.NaN, double.NaN], [0.5, 0.5], contributions));
        Assert.All(contributions, c => Assert.True(double.IsNaN(c)));
        Assert.True(double.IsNaN(Indicators.Aggregation.Arithmetic().Aggregate([], [])));
    }

    [Fact]
    public void Misuse_names_the_argument()
    {
        RowAggregation mean = Indicators.Aggregation.Geometric();
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => mean.Aggregate([1, 2], [1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => mean.Aggregate([1, 2], [1, double.NaN])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => mean.Aggregate([1, 2], [1.5, -0.5])).ParamName);
        Assert.Equal("contributions", Assert.Throws<ArgumentException>(() => mean.Contribute([1, 2], [1, 1], new double[3])).ParamName);
        Matrix m = Matrix.FromRows([1, 2], [3, 4]);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => mean.Aggregate(m, [1.0], new double[2])).ParamName);
        Assert.Equal("composites", Assert.Throws<ArgumentException>(() => mean.Aggregate(m, [1.0, 1], new double[1])).ParamName);
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => mean.Aggregate([1, -2], [0.5, 0.5])).ParamName);
    }

    [Fact]
    public void Only_the_arithmetic_mean_takes_negative_weights()
    {
        Near.Relative(1.5 * 4 - 0.5 * 2, Indicators.Aggregation.Arithmetic().Aggregate([4, 2], [1.5, -0.5]));
        foreach (RowAggregation method in Everything().Where(m => m is not ArithmeticAggregation))
            Assert.Throws<ArgumentException>(() => method.Aggregate([4, 2, 3], [1.5, -0.5, 0]));
    }

    [Fact]
    public void A_row_aggregation_learns_nothing()
    {
        RowAggregation mean = Indicators.Aggregation.Arithmetic();
        Assert.Same(mean, mean.Fit(Matrix.FromRows([1.0]), [1.0]));
        Assert.False(mean.IsRelative);
    }

    [Fact]
    public void A_matrix_is_aggregated_row_by_row()
    {
        var composites = new double[2];
        Indicators.Aggregation.Arithmetic().Aggregate(Matrix.FromRows([1, 3], [10, double.NaN]), [0.5, 0.5], composites);
        Assert.Equal([2, 10], composites);
    }

    [Fact]
    public void Means_are_ordered_from_minimum_to_maximum()
    {
        Rows(0.1, 100).Sample(row =>
        {
            (double[] x, double[] w) = row;
            double[] means =
            [
                Indicators.Aggregation.Minimum().Aggregate(x, w), Indicators.Aggregation.PowerMean(-3).Aggregate(x, w), Indicators.Aggregation.Harmonic().Aggregate(x, w),
                Indicators.Aggregation.Geometric().Aggregate(x, w), Indicators.Aggregation.PowerMean(0.5).Aggregate(x, w), Indicators.Aggregation.Arithmetic().Aggregate(x, w),
                Indicators.Aggregation.PowerMean(2).Aggregate(x, w), x.Where(v => !double.IsNaN(v)).Max(),
            ];
            for (int i = 1; i < means.Length; i++) if (means[i] < means[i - 1] * (1 - 1e-12)) return false;
            return true;
        });
    }

    [Fact]
    public void Equal_scores_are_their_own_mean()
    {
        Gen.Double[0.1, 100].Select(Weights(5)).Sample((x, w) =>
            Everything().All(m => Near.Deviation(x, m.Aggregate([x, x, x, x, x], w)) < 1e-12));
    }

    [Fact]
    public void A_better_score_never_makes_the_composite_worse()
    {
        Rows(0.1, 100).Select(Gen.Int[0, 4], Gen.Double[0, 50]).Sample((row, at, more) =>
        {
            (double[] x, double[] w) = row;
            double[] better = [.. x];
            better[at] += more;
            return Monotone().All(m => !(m.Aggregate(better, w) < m.Aggregate(x, w) - 1e-9));
        });
    }

    [Fact]
    public void The_order_of_indicators_does_not_matter()
    {
        Rows(0.1, 100).Sample(row =>
        {
            (double[] x, double[] w) = row;
            double[] x2 = [x[3], x[0], x[4], x[2], x[1]], w2 = [w[3], w[0], w[4], w[2], w[1]];
            // interactions are of columns and would have to be turned too
            return Everything().Where(m => m is not ChoquetAggregation).All(m => Near.Deviation(m.Aggregate(x, w), m.Aggregate(x2, w2)) < 1e-11);
        });
    }

    [Fact]
    public void Contributions_sum_to_the_composite_and_a_missing_score_contributes_nothing()
    {
        Rows(0.1, 100).Sample(row =>
        {
            (double[] x, double[] w) = row;
            var contributions = new double[5];
            return Everything().All(m =>
            {
                Assert.True(m.Contribute(x, w, contributions));
                return Near.Deviation(m.Aggregate(x, w), contributions.Sum()) < 1e-12 && !x.Where((v, i) => double.IsNaN(v) && contributions[i] != 0).Any();
            });
        });
    }

    [Fact]
    public void Weights_three_times_as_large_make_composite_and_contributions_three_times_as_large()
    {
        double[] x = [20, double.NaN, 50, 80, 65], w = [0.2, 0.1, 0.3, 0.25, 0.15], three = [.. w.Select(v => 3 * v)];
        double[] one = new double[5], tripled = new double[5];
        foreach (RowAggregation m in Everything().Append(Indicators.Aggregation.Fuzzy(0, 50, 100)))
        {
            Near.Relative(3 * m.Aggregate(x, w), m.Aggregate(x, three), 1e-12, m.ToString());
            m.Contribute(x, w, one);
            m.Contribute(x, three, tripled);
            Near.Relative([.. one.Select(c => 3 * c)], tripled, 1e-12, m.ToString());
        }
    }

    [Fact]
    public void A_contribution_is_the_score_times_the_slope_of_the_composite()
    {
        // Euler: checked against a central difference where the method is smooth
        double[] x = [20, 50, 80], w = [0.2, 0.5, 0.3];
        var contributions = new double[3];
        foreach (RowAggregation m in Everything())
        {
            m.Contribute(x, w, contributions);
            for (int i = 0; i < 3; i++)
            {
                double h = 1e-4;
                double[] up = [.. x], down = [.. x];
                up[i] += h;
                down[i] -= h;
                Near.Absolute(x[i] * (m.Aggregate(up, w) - m.Aggregate(down, w)) / (2 * h), contributions[i], 1e-6, m.ToString());
            }
        }
    }

    /// <summary>Methods that take scores of any sign.</summary>
    private static IEnumerable<RowAggregation> AnyScores() =>
    [
        Indicators.Aggregation.Arithmetic(), Indicators.Aggregation.Median(), Indicators.Aggregation.Minimum(), Indicators.Aggregation.Owa(Quantifier.Power(2.5)), Indicators.Aggregation.Owa(Quantifier.Most),
        Indicators.Aggregation.Choquet(new Interaction(0, 1, 0.001), new Interaction(1, 2, -0.002)), Indicators.Aggregation.Choquet(new Interaction(0, 2, 0.002)),
    ];

    /// <summary>Methods that penalise imbalance: a better score may make their composite worse.</summary>
    private static IEnumerable<RowAggregation> Penalties() => [Indicators.Aggregation.ImbalancePenalty(), new ImbalancePenaltyAggregation { Sign = ImbalanceSign.Reward, Denominator = VarianceDenominator.Sample, Strength = 0.4 }];

    private static IEnumerable<RowAggregation> Everything() => AnyScores().Concat(PositiveOnly()).Concat(Penalties());

    /// <summary>Methods for positive scores.</summary>
    private static IEnumerable<RowAggregation> PositiveOnly() =>
        [Indicators.Aggregation.Geometric(), Indicators.Aggregation.Harmonic(), Indicators.Aggregation.PowerMean(2), Indicators.Aggregation.PowerMean(-2.5), Indicators.Aggregation.PowerMean(0), Indicators.Aggregation.PowerMean(0.01)];

    private static IEnumerable<RowAggregation> Monotone() => AnyScores().Concat(PositiveOnly());

    private static Gen<double[]> Weights(int n) => Gen.Double[0.01, 1].Array[n].Select(w => w.Select(v => v / w.Sum()).ToArray());

    /// <summary>Five scores, now and then one missing, with weights that sum to 1.</summary>
    private static Gen<(double[] Scores, double[] Weights)> Rows(double low, double high) =>
        Gen.Select(Gen.Double[low, high].Array[5], Weights(5), Gen.Int[0, 9], (x, w, hole) =>
        {
            if (hole < 5) x[hole] = double.NaN;
            return (x, w);
        });
}
