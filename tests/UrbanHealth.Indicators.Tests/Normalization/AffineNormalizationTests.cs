using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>The methods that draw a straight line: min-max, z-scores, robust z-scores, goalposts, distances.</summary>
public class AffineNormalizationTests
{
    private static readonly double[] Figures = [2, 4, 4, 6, 9]; // mean 5, sample variance 7, median 4, deviations from it 2 0 0 2 5

    [Fact]
    public void Min_max_gives_the_worst_low_and_the_best_high() =>
        Near.Relative([10, 10 + 90 * 2 / 7.0, 10 + 90 * 2 / 7.0, 10 + 90 * 4 / 7.0, 100], Scored.By(Normalization.MinMax(10, 100), Figures));

    [Fact]
    public void Min_max_of_less_is_better_mirrors_it() =>
        Near.Relative([100, 500 / 7.0, 500 / 7.0, 300 / 7.0, 0], Scored.By(Normalization.MinMax(), Figures, Direction.LowerIsBetter));

    [Fact]
    public void Min_max_of_a_target_gives_full_marks_to_the_target_alone() =>
        // distances from 5 are 3 1 1 1 4: none hits it
        Near.Relative([25, 75, 75, 75, 0], Scored.By(Normalization.MinMax(), Figures, Preference.Target(5)));

    [Fact]
    public void Min_max_of_a_range_gives_full_marks_inside_it_and_at_its_ends() =>
        Near.Relative([50, 100, 100, 100, 100 * (1 - 3 / 4.0), 0], Scored.By(Normalization.MinMax(), [2, 4, 4, 6, 9, 10], Preference.Range(4, 6)));

    [Fact]
    public void Figures_beyond_the_baseline_score_beyond_the_range()
    {
        FittedNormalization fitted = Normalization.MinMax().Fit([0, 10]);
        Near.Relative(150, fitted.Apply(15));
        Near.Relative(-20, fitted.Apply(-2));
    }

    [Fact]
    public void Z_scores_use_the_sample_deviation_by_default() =>
        Near.Relative([-3 / Math.Sqrt(7), -1 / Math.Sqrt(7), -1 / Math.Sqrt(7), 1 / Math.Sqrt(7), 4 / Math.Sqrt(7)], Scored.By(Normalization.ZScore(), Figures));

    [Fact]
    public void Z_scores_use_the_population_deviation_by_name() =>
        Near.Relative(-3 / Math.Sqrt(28 / 5.0), Normalization.ZScore(denominator: VarianceDenominator.Population).Fit(Figures).Apply(2));

    [Fact]
    public void Z_scores_take_a_mean_and_a_deviation_and_turn_with_the_direction()
    {
        FittedNormalization fitted = Normalization.ZScore(10, 2).Fit(Figures, Direction.LowerIsBetter);
        Near.Relative(10, fitted.Apply(5));
        Near.Relative(10 + 2 * 3 / Math.Sqrt(7), fitted.Apply(2));
    }

    [Fact]
    public void Robust_z_scores_use_the_median_and_the_median_absolute_deviation()
    {
        Near.Relative(2.5, Normalization.RobustZ(MadScale.Raw).Fit(Figures).Apply(9));
        Near.Relative(2.5 * 0.67448975019608174, Normalization.RobustZ().Fit(Figures).Apply(9)); // Φ⁻¹(3/4)
        FittedNormalization turned = new RobustZNormalization { Centre = 50, Deviation = 10, Scale = MadScale.Raw }.Fit(Figures, Direction.LowerIsBetter);
        Near.Relative(60, turned.Apply(2));
    }

    [Fact]
    public void Robust_z_scores_of_figures_that_are_mostly_equal_are_an_error() =>
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.RobustZ().Fit([1, 1, 1, 9])).ParamName);

    [Fact]
    public void Goalposts_learn_nothing_and_cap()
    {
        FittedNormalization fitted = new GoalpostNormalization { Worst = 20, Best = 85, Low = 1, High = 3 }.Fit([]);
        Near.Relative(2, fitted.Apply(52.5));
        Assert.Equal(1, fitted.Apply(10));
        Assert.Equal(3, fitted.Apply(99));
        Near.Relative(5, new GoalpostNormalization { Worst = 0, Best = 1, High = 1, Capped = false }.Fit([]).Apply(5));
    }

    [Fact]
    public void Goalposts_of_less_is_better_stand_in_raw_units()
    {
        FittedNormalization fitted = Normalization.Goalposts(worst: 40, best: 10).Fit([], Direction.LowerIsBetter);
        Assert.Equal(0, fitted.Apply(40));
        Assert.Equal(100, fitted.Apply(10));
        Near.Relative(75, fitted.Apply(17.5));
        Assert.Equal("preference", Assert.Throws<ArgumentException>(() => Normalization.Goalposts(10, 40).Fit([], Direction.LowerIsBetter)).ParamName);
        Assert.Equal("preference", Assert.Throws<ArgumentException>(() => Normalization.Goalposts(40, 10).Fit([])).ParamName);
        Assert.Equal("preference", Assert.Throws<ArgumentException>(() => Normalization.Goalposts(0, 10).Fit([], Preference.Target(3))).ParamName);
    }

    [Fact]
    public void A_distance_to_a_target_is_1_at_the_target_in_raw_units()
    {
        Near.Relative([0, 0.25, 0.25, 0.5, 0.875], Scored.By(Normalization.DistanceToTarget(10), Figures));
        Near.Relative([7 / 6.0, 5 / 6.0, 5 / 6.0, 0.5, 0], Scored.By(Normalization.DistanceToTarget(3), Figures, Direction.LowerIsBetter));
        Assert.Equal(1, Normalization.DistanceToTarget(3, capped: true).Fit(Figures, Direction.LowerIsBetter).Apply(2));
    }

    [Fact]
    public void A_target_no_better_than_the_worst_is_an_error()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.DistanceToTarget(2).Fit(Figures)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.DistanceToTarget(9).Fit(Figures, Direction.LowerIsBetter)).ParamName);
        Assert.Equal("preference", Assert.Throws<ArgumentException>(() => Normalization.DistanceToTarget(9).Fit(Figures, Preference.Target(3))).ParamName);
    }

    [Fact]
    public void A_distance_to_an_area_is_1_at_that_area()
    {
        string[] areas = ["A", "B", "C", "D", "E"];
        FittedNormalization higher = Normalization.DistanceToArea("D").Fit(Figures, areas);
        Near.Relative([0, 0.5, 1, 1.75], [higher.Apply(2), higher.Apply(4), higher.Apply(6), higher.Apply(9)]);
        FittedNormalization lower = Normalization.DistanceToArea("D", capped: true).Fit(Figures, areas, Direction.LowerIsBetter);
        Near.Relative([1, 1, 0, 0], [lower.Apply(2), lower.Apply(6), lower.Apply(9), lower.Apply(12)]);
        FittedNormalization target = Normalization.DistanceToArea("D").Fit(Figures, areas, Preference.Target(5)); // distances 3 1 1 1 4
        Near.Relative([1, 4 / 3.0, 0], [target.Apply(6), target.Apply(5), target.Apply(9)]);
    }

    [ReferenceFact]
    public void A_reference_area_is_found_through_the_plan()
    {
        Panel panel = Asem.Panel("A_dset_Treated.csv");
        EvaluationModel model = new EvaluationPlan(Asem.Framework) { Normalization = Normalization.DistanceToArea("BGR") }.Fit(panel);
        Assert.All(new[] { "LPI", "Tariff" }, code => Near.Relative(1, model.Normalizations[code].Apply(panel["BGR", 2018, code])));
    }

    [Fact]
    public void A_reference_area_that_cannot_serve_is_an_error()
    {
        string[] areas = ["A", "B", "B", "D", "E"];
        void Refused(string area, double[] values, string argument) => Assert.Equal(argument, Assert.Throws<ArgumentException>(() => Normalization.DistanceToArea(area).Fit(values, areas)).ParamName);
        Refused("Z", Figures, "areas");
        Refused("B", Figures, "areas");
        Refused("A", Figures, "values"); // the worst itself
        Refused("D", [1, 2, 3, double.NaN, 4], "values");
        Refused("D", [1, 2], "areas");
        Assert.Throws<ArgumentException>(() => Normalization.DistanceToArea("A").Fit(Figures));
    }

    [Fact]
    public void A_constant_column_is_an_error_unless_the_midpoint_is_chosen()
    {
        Normalization[] strict = [Normalization.MinMax(), Normalization.ZScore(), Normalization.RobustZ(), Normalization.Logistic()];
        foreach (Normalization n in strict) Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([3, 3, double.NaN])).ParamName);
        (Normalization, double)[] midpoint =
        [
            (new MinMaxNormalization { Low = 1, Constant = ConstantRule.Midpoint }, 50.5), (new ZScoreNormalization { Mean = 7, Constant = ConstantRule.Midpoint }, 7),
            (new RobustZNormalization { Centre = 6, Constant = ConstantRule.Midpoint }, 6), (new LogisticNormalization { Low = 2, High = 4, Constant = ConstantRule.Midpoint }, 3),
        ];
        foreach ((Normalization n, double middle) in midpoint)
        {
            FittedNormalization fitted = n.Fit([3, 3]);
            Assert.Equal(middle, fitted.Apply(3));
            Assert.Equal(middle, fitted.Apply(8));
            Assert.Equal(double.NaN, fitted.Apply(double.NaN));
        }
    }

    [Fact]
    public void Nothing_and_the_infinite_are_errors()
    {
        Normalization[] learning = [Normalization.MinMax(), Normalization.ZScore(), Normalization.RobustZ(), Normalization.Rank(), Normalization.Category(), Normalization.Reference(),
            Normalization.FractionOfBest(), Normalization.Proportion(), Normalization.Vector(), Normalization.Logistic(), Normalization.DistanceToTarget(9), Normalization.AboveBelowMean()];
        foreach (Normalization n in learning)
        {
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([])).ParamName);
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([double.NaN])).ParamName);
            Assert.Equal("values", Assert.Throws<ArgumentException>(() => n.Fit([1, double.PositiveInfinity])).ParamName);
        }
    }

    [Fact]
    public void A_range_that_does_not_rise_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Normalization.MinMax(1, 1).Fit(Figures));
        Assert.Throws<InvalidOperationException>(() => Normalization.MinMax(0, double.NaN).Fit(Figures));
        Assert.Throws<InvalidOperationException>(() => Normalization.ZScore(0, 0).Fit(Figures));
        Assert.Throws<InvalidOperationException>(() => Normalization.Goalposts(3, 3).Fit(Figures));
    }

    [Fact]
    public void Shift_and_scale_of_the_unit_change_no_score() =>
        Gen.Select(Gen.Double[-100, 100].Array[3, 12], Gen.Double[0.1, 50], Gen.Double[-1000, 1000], Gen.Bool).Sample((x, scale, shift, lower) =>
        {
            if (x.Max() - x.Min() < 0.1) return;
            double[] y = Array.ConvertAll(x, v => v * scale + shift);
            Preference p = lower ? Preference.Lower : Preference.Higher;
            foreach (Normalization n in new[] { Normalization.MinMax(), Normalization.ZScore(3, 2) })
                Near.Relative(Scored.By(n, x, p), Scored.By(n, y, p), 1e-8);
        }, iter: 200);
}
