using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>The methods that bend: logistic, bands, memberships, benchmarks, transforms before.</summary>
public class CurveNormalizationTests
{
    [Fact]
    public void The_logistic_gives_the_mean_the_middle_and_a_deviation_1_over_1_plus_1_over_e()
    {
        FittedNormalization fitted = Normalization.Logistic().Fit([3, 5, 7]); // mean 5, sample deviation 2
        Near.Relative([50, 100 / (1 + Math.Exp(-1)), 100 / (1 + Math.E)], [fitted.Apply(5), fitted.Apply(7), fitted.Apply(3)]);
        FittedNormalization lower = new LogisticNormalization { Low = 1, High = 2, Steepness = 3, Denominator = VarianceDenominator.Population }.Fit([3, 7], Direction.LowerIsBetter);
        Near.Relative(1 + 1 / (1 + Math.Exp(-3)), lower.Apply(3));
        FittedNormalization target = Normalization.Logistic().Fit([3, 5, 7, 9], Preference.Target(5)); // −2 0 −2 −4: mean −2, deviation √(8/3)
        Near.Relative([50, 50, 100 / (1 + Math.Exp(-2 / Math.Sqrt(8 / 3.0)))], [target.Apply(3), target.Apply(7), target.Apply(5)]);
        Assert.Throws<InvalidOperationException>(() => Normalization.Logistic(0).Fit([1, 2]));
    }

    [Fact]
    public void Bands_are_straight_lines_flat_beyond_the_ends()
    {
        FittedNormalization fitted = new BandNormalization { Points = [new(10, 0.2), new(20, 1), new(40, 0)], Low = 1, High = 6 }.Fit([]);
        Near.Relative([2, 2, 4, 6, 3.5, 1, 1], [fitted.Apply(0), fitted.Apply(10), fitted.Apply(15), fitted.Apply(20), fitted.Apply(30), fitted.Apply(40), fitted.Apply(50)]);
        Assert.Equal(double.NaN, fitted.Apply(double.NaN));
    }

    [Fact]
    public void A_jump_scores_the_higher_at_its_own_value()
    {
        var up = new FittedPiecewise { Points = [new(0, 0), new(1, 5), new(1, 9), new(2, 9), new(2, 3)] };
        Near.Relative([0, 2.5, 9, 9, 3], [up.Apply(-1), up.Apply(0.5), up.Apply(1), up.Apply(2), up.Apply(2.5)]);
        Assert.Throws<ArgumentException>(() => new FittedPiecewise { Points = [] });
        Assert.Throws<ArgumentException>(() => new FittedPiecewise { Points = [new(1, 0), new(0, 0)] });
        Assert.Throws<ArgumentException>(() => new FittedPiecewise { Points = [new(1, 0), new(1, 1), new(1, 2)] });
        Assert.Throws<ArgumentException>(() => new FittedPiecewise { Points = [new(double.NaN, 0)] });
    }

    [Fact]
    public void Every_benchmark_scores_as_itself_on_the_chosen_range()
    {
        Benchmark[] benchmarks =
        [
            Benchmark.Goalposts(20, 85), Benchmark.Goalposts(40, 10), new GoalpostBenchmark { Worst = 0, Best = 4, Capped = false }, Benchmark.Goalposts(100, 75000, BenchmarkScale.Logarithmic),
            Benchmark.Target(30, 20, 5), Benchmark.Range(5, 20, 30, 60), Benchmark.Range(20, 20, 30, 30), Benchmark.Bands(new BandPoint(10, 0), new(20, 0.6), new(50, 1)),
        ];
        foreach (Benchmark b in benchmarks)
        {
            Preference preference = b is GoalpostBenchmark g && g.Worst > g.Best ? Preference.Lower : Preference.Higher;
            FittedNormalization fitted = Normalization.OfBenchmark(b, 1, 6).Fit([], preference);
            for (double x = 0.5; x < 90; x += 0.5) Near.Relative(1 + 5 * b.Score(x), fitted.Apply(x), 1e-12, $"{b} at {x}");
            Assert.Equal(double.NaN, fitted.Apply(double.NaN));
        }
    }

    [Fact]
    public void A_benchmark_of_less_is_better_stands_in_raw_units()
    {
        FittedNormalization fitted = Normalization.OfBenchmark(Benchmark.Goalposts(worst: 40, best: 10)).Fit([7, 50], Direction.LowerIsBetter);
        Assert.Equal(100, fitted.Apply(10));
        Assert.Equal(0, fitted.Apply(40));
        Near.Relative(75, fitted.Apply(17.5));
        Assert.IsType<FittedLinear>(fitted);
        Assert.Equal("preference", Assert.Throws<ArgumentException>(() => Normalization.OfBenchmark(Benchmark.Goalposts(10, 40)).Fit([], Direction.LowerIsBetter)).ParamName);
    }

    [Fact]
    public void A_transform_comes_before_any_method()
    {
        Near.Relative([0, 50, 100], Scored.By(Normalization.MinMax().After(Transform.Log10()), [1, 100, 10000]));
        Near.Relative([100, 50, 0], Scored.By(Normalization.MinMax().After(Transform.Power(0.5)), [1, 4, 9], Direction.LowerIsBetter));
        // target 10 is 1 on the logarithmic scale: 1 and 100 are as far from it
        Near.Relative([50, 100, 50, 0], Scored.By(Normalization.MinMax().After(Transform.Log10()), [1, 10, 100, 1000], Preference.Target(10)));
        Near.Relative([50, 100, 100, 0], Scored.By(Normalization.MinMax().After(Transform.Log10()), [1, 10, 100, 10000], Preference.Range(10, 100)));
        Near.Relative(0.5, Normalization.DistanceToArea("b").After(Transform.Log()).Fit([1, 100, 7], ["a", "b", "c"]).Apply(10));
    }

    [Fact]
    public void Transforms_refuse_what_they_are_not_defined_for()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Normalization.MinMax().After(Transform.Log()).Fit([0, 3])).ParamName);
        foreach (Transform t in new[] { Transform.Log(), Transform.Log10(), Transform.BoxCox(0.5), Transform.Power(2) })
        {
            Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => t.Apply(-1)).ParamName);
            Assert.Equal(double.NaN, t.Apply(double.NaN));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Transform.Log().Apply(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Transform.BoxCox(2).Apply(0));
        Assert.Equal(0, Transform.Power(2).Apply(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Transform.Power(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogTransform { Base = 1 });
    }

    [Fact]
    public void Transforms_by_hand()
    {
        Near.Relative([Math.Log(3), 2, 3, 3, 9, 4], [Transform.Log(1).Apply(2), Transform.Log10().Apply(100), new LogTransform { Base = 2 }.Apply(8), new LogTransform { Base = 3 }.Apply(27), Transform.Power(2).Apply(3), Transform.BoxCox(2).Apply(3)]);
        Near.Relative([Math.Log(3), 4], [Transform.BoxCox(0).Apply(3), new BoxCoxTransform { Lambda = 2, Shift = 1 }.Apply(2)]);
    }
}
