using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>The methods that divide: fraction of the best, proportion, vector norm, against a reference point.</summary>
public class RatioNormalizationTests
{
    private static readonly double[] Figures = [2, 3, 6];

    [Fact]
    public void Fraction_of_the_best_is_x_over_max_and_min_over_x()
    {
        Near.Relative([1 / 3.0, 0.5, 1], Scored.By(Normalization.FractionOfBest(), Figures));
        Near.Relative([1, 2 / 3.0, 1 / 3.0], Scored.By(Normalization.FractionOfBest(), Figures, Direction.LowerIsBetter));
        Near.Relative([2 / 3.0, 0.5, 0], Scored.By(Normalization.FractionOfBest(CostForm.Complement), Figures, Direction.LowerIsBetter));
        Near.Relative([100, 200 / 3.0], Scored.By(new FractionOfBestNormalization { High = 100 }, [2, 3], Direction.LowerIsBetter));
    }

    [Fact]
    public void Fraction_of_the_best_where_less_is_better_falls_with_the_figure()
    {
        // COINr's n_fracmax flips the sign and divides by the largest: −x/−min = x/min, which rises with x
        double[] scores = Scored.By(Normalization.FractionOfBest(), Figures, Direction.LowerIsBetter);
        Assert.True(scores[0] > scores[1] && scores[1] > scores[2]);
    }

    [Fact]
    public void Proportions_sum_to_one_in_both_directions()
    {
        Near.Relative([2 / 11.0, 3 / 11.0, 6 / 11.0], Scored.By(Normalization.Proportion(), Figures));
        Near.Relative([0.5, 1 / 3.0, 1 / 6.0], Scored.By(Normalization.Proportion(), Figures, Direction.LowerIsBetter)); // Σ 1/x = 1
        Near.Relative([9 / 11.0, 8 / 11.0, 5 / 11.0], Scored.By(Normalization.Proportion(CostForm.Complement), Figures, Direction.LowerIsBetter));
        Near.Relative([50, 50], Scored.By(new ProportionNormalization { High = 100 }, [4, 4]));
    }

    [Fact]
    public void Vector_norm_makes_squares_sum_to_one()
    {
        Near.Relative([2 / 7.0, 3 / 7.0, 6 / 7.0], Scored.By(Normalization.Vector(), Figures)); // 4 + 9 + 36 = 49
        Near.Relative([5 / 7.0, 4 / 7.0, 1 / 7.0], Scored.By(Normalization.Vector(), Figures, Direction.LowerIsBetter));
        double root = Math.Sqrt(1 / 4.0 + 1 / 9.0 + 1 / 36.0);
        Near.Relative([0.5 / root, 1 / 3.0 / root, 1 / 6.0 / root], Scored.By(Normalization.Vector(CostForm.Reciprocal), Figures, Direction.LowerIsBetter));
    }

    [Fact]
    public void Against_the_mean_median_best_and_worst()
    {
        double Score(ReferencePoint point, ReferenceForm form, Preference preference) => Normalization.Reference(point, form).Fit([1, 2, 6], preference).Apply(4);
        Near.Relative([4 / 3.0, 2, 4 / 6.0, 4], [Score(ReferencePoint.Mean, default, default), Score(ReferencePoint.Median, default, default), Score(ReferencePoint.Best, default, default), Score(ReferencePoint.Worst, default, default)]);
        Near.Relative([3 / 4.0, 2 / 4.0, 1 / 4.0, 6 / 4.0], [Score(ReferencePoint.Mean, default, Preference.Lower), Score(ReferencePoint.Median, default, Preference.Lower), Score(ReferencePoint.Best, default, Preference.Lower), Score(ReferencePoint.Worst, default, Preference.Lower)]);
        Near.Relative([1 / 3.0, -1 / 3.0], [Score(ReferencePoint.Mean, ReferenceForm.RelativeDifference, default), Score(ReferencePoint.Mean, ReferenceForm.RelativeDifference, Preference.Lower)]);
    }

    [Fact]
    public void A_relative_difference_to_a_negative_reference_keeps_the_direction()
    {
        FittedNormalization fitted = Normalization.Reference(ReferencePoint.Mean, ReferenceForm.RelativeDifference).Fit([-6, -2]);
        Near.Relative([0.5, -0.5], [fitted.Apply(-2), fitted.Apply(-6)]);
        Near.Relative(0.5, Normalization.Reference(ReferencePoint.Mean, ReferenceForm.RelativeDifference).Fit([-6, -2], Direction.LowerIsBetter).Apply(-6));
    }

    [Fact]
    public void Ratios_need_a_true_zero()
    {
        Normalization[] ratios = [Normalization.FractionOfBest(), Normalization.Proportion(), Normalization.Vector(CostForm.Reciprocal), Normalization.Reference()];
        foreach (Normalization n in ratios)
        {
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([-1, 3])).ParamName);
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([0, 0])).ParamName);
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([0, 3], Direction.LowerIsBetter)).ParamName);
            Assert.Equal("preference", Assert.Throws<ArgumentException>(() => n.Fit([1, 3], Preference.Target(2))).ParamName);
            _ = n.Fit([0, 3]);
        }
        Near.Relative(1, Normalization.FractionOfBest(CostForm.Complement).Fit([0, 3], Direction.LowerIsBetter).Apply(0));
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.Reference(ReferencePoint.Mean, ReferenceForm.RelativeDifference).Fit([-1, 1])).ParamName);
    }

    [Fact]
    public void A_later_zero_has_no_reciprocal()
    {
        FittedNormalization fitted = Normalization.FractionOfBest().Fit([2, 4], Direction.LowerIsBetter);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => fitted.Apply(0)).ParamName);
        Assert.Equal(double.NaN, fitted.Apply(double.NaN));
        Near.Relative(2, fitted.Apply(1)); // better than all fitted ones
    }
}
