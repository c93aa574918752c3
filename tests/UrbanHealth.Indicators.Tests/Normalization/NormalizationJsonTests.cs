using System.Text.Json;

namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>Every method and everything fitted can be kept as JSON and read back.</summary>
public class NormalizationJsonTests
{
    private static readonly double[] Figures = [3, 1, 4, 1.5, 9, 2.6];
    private static readonly string[] Areas = ["a", "b", "c", "d", "e", "f"];

    private static readonly Normalization[] Methods =
    [
        Normalization.MinMax(1, 100), new MinMaxNormalization { Constant = ConstantRule.Midpoint }, Normalization.ZScore(10, 2, VarianceDenominator.Population), Normalization.RobustZ(MadScale.Raw),
        Normalization.Goalposts(0, 7), Normalization.DistanceToTarget(20, true), Normalization.DistanceToArea("c", true), Normalization.FractionOfBest(CostForm.Complement),
        Normalization.Reference(ReferencePoint.Median, ReferenceForm.RelativeDifference), Normalization.AboveBelowMean(0.1), Normalization.Category(), Normalization.Rank(TieRule.Average),
        Normalization.Borda(), Normalization.PercentileRank(), Normalization.Proportion(), Normalization.Vector(CostForm.Reciprocal), Normalization.Logistic(2),
        Normalization.Bands(new BandPoint(1, 0), new BandPoint(5, 1)), Normalization.Membership(MembershipFunction.Rising(1, 3)), Normalization.Membership(MembershipFunction.Gaussian(1, 3)),
        Normalization.Membership(MembershipFunction.Ridge(1, 3, 4, 5)), Normalization.OfBenchmark(Benchmark.Target(3, 2)), Normalization.OfBenchmark(Benchmark.Goalposts(1, 8, BenchmarkScale.Logarithmic)),
        Normalization.MinMax().After(Transform.Log(1)), Normalization.ZScore().After(Transform.Power(0.5)), Normalization.Rank().After(Transform.BoxCox(0.3)),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Methods.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_method_and_its_fit_come_back_the_same(int number)
    {
        Normalization method = Methods[number], back = Normalization.FromJson(method.ToJson());
        Assert.Equal(method.GetType(), back.GetType());
        Assert.Equal(method.ToJson(), back.ToJson());
        FittedNormalization fitted = method.Fit(Figures, Areas), again = back.Fit(Figures, Areas), read = FittedNormalization.FromJson(fitted.ToJson());
        Assert.Equal(fitted.GetType(), read.GetType());
        Assert.Equal(fitted.ToJson(), read.ToJson());
        foreach (double x in Figures.Concat([0.5, 2, 100]))
        {
            Assert.Equal(fitted.Apply(x), again.Apply(x)); // bit for bit
            Assert.Equal(fitted.Apply(x), read.Apply(x));
        }
    }

    [Fact]
    public void Directions_with_their_targets_come_back()
    {
        foreach (Preference p in new[] { Preference.Higher, Preference.Lower, Preference.Target(3), Preference.Range(2, 5) })
        {
            var fitted = (FittedLinear)Normalization.MinMax().Fit(Figures, p);
            Assert.Equal(fitted, FittedNormalization.FromJson(fitted.ToJson()));
            Assert.Equal(p, fitted.Preference);
        }
        FittedNormalization reciprocal = Normalization.FractionOfBest().Fit(Figures, Direction.LowerIsBetter), constant = new MinMaxNormalization { Constant = ConstantRule.Midpoint }.Fit([2, 2]);
        Assert.Equal(reciprocal, FittedNormalization.FromJson(reciprocal.ToJson()));
        Assert.Equal(constant, FittedNormalization.FromJson(constant.ToJson()));
        var benchmark = new FittedBenchmark { Benchmark = Benchmark.Target(3, 2), Low = 0, High = 1 };
        Assert.Equal(benchmark, FittedNormalization.FromJson(benchmark.ToJson()));
        Assert.Equal(0.5, benchmark.Apply(4));
    }

    [Fact]
    public void The_form_is_plain_to_read() =>
        Assert.Equal("""{"type":"zScore","mean":10,"deviation":2,"denominator":"Population","constant":"Error"}""", Normalization.ZScore(10, 2, VarianceDenominator.Population).ToJson());

    [Fact]
    public void What_is_no_method_is_refused()
    {
        Assert.Throws<JsonException>(() => Normalization.FromJson("null"));
        Assert.Throws<JsonException>(() => FittedNormalization.FromJson("null"));
        Assert.Throws<JsonException>(() => Normalization.FromJson("""{"type":"nonsense"}"""));
        Assert.ThrowsAny<Exception>(() => FittedNormalization.FromJson("""{"type":"linear","worst":0,"best":1,"low":0,"high":1,"preference":{"direction":"RangeIsBest","low":3,"high":2}}"""));
    }

    [Fact]
    public void Spans_of_different_lengths_and_areas_too_few_are_refused()
    {
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => Normalization.MinMax().Fit(Figures).Apply(Figures, new double[2])).ParamName);
        Assert.Equal("areas", Assert.Throws<ArgumentException>(() => Normalization.MinMax().Fit(Figures, ["a"])).ParamName);
    }

    [Fact]
    public void Preferences_are_checked_when_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Preference.Range(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Preference.Range(double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Preference.Target(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => (Preference)Direction.TargetIsBest);
        Assert.Equal(Preference.Lower, (Preference)Direction.LowerIsBetter);
    }

    [Fact]
    public void Every_fitted_form_says_its_rule_in_both_languages()
    {
        (FittedNormalization Fitted, string English, string Chinese)[] forms =
        [
            (Normalization.FractionOfBest().Fit([2, 4], Direction.LowerIsBetter), "0 + 1 × 2 / x", "0＋1×2÷x"),
            (new MinMaxNormalization { Constant = ConstantRule.Midpoint }.Fit([2]), "always scores 50", "恒为 50 分"),
            (Normalization.Rank().Fit([5, 7, 7]), "its place among 2 fitted figures: 5 scores 1, 7 scores 2", "2 个基准值的位次，5→1 分，7→2 分"),
            (Normalization.Bands(new BandPoint(1, 0), new BandPoint(5, 1)).Fit([]), "1 scores 0, 5 scores 100", "1→0 分，5→100 分"),
            (Normalization.AboveBelowMean(0).Fit([2, 2]) with { }, "scores -1, 0 from 2, 1 from 2.0000000000000004", "-1 分，自 2 起 0 分，自 2.0000000000000004 起 1 分"),
            (Normalization.Logistic().Fit([1, 3], default) is FittedLogistic l ? l with { Slope = 0.5 } : throw new InvalidOperationException(), "a logistic curve: 2 scores 50, slope 0.5, 0 to 100", "S 形曲线，2→50 分，斜率 0.5，0~100 分"),
            (Normalization.Membership(MembershipFunction.Triangular(1, 2, 3)).Fit([]), "the membership trapezium 1 2 2 3, 0 to 100", "隶属度 trapezium 1 2 2 3，0~100 分"),
            (Normalization.Goalposts(0, 2).After(Transform.Log(1)).Fit([]), "ln(x + 1), then 0 scores 0, 2 scores 100", "先 ln(x + 1)，再 0→0 分，2→100 分"),
        ];
        foreach ((FittedNormalization fitted, string english, string chinese) in forms)
        {
            Assert.Equal(english, fitted.Describe(Language.English));
            Assert.Equal(chinese, fitted.Describe(Language.Chinese));
        }
        Assert.Equal(["log10(x)", "x^0.5", "Box-Cox(x + 1, λ = 0.5)", "bell 5 2", "ridge 0 1 2 3"],
            [Transform.Log10().ToString(), Transform.Power(0.5).ToString(), new BoxCoxTransform { Lambda = 0.5, Shift = 1 }.ToString(), MembershipFunction.Gaussian(5, 2).ToString(), MembershipFunction.Ridge(0, 1, 2, 3).ToString()]);
    }
}
