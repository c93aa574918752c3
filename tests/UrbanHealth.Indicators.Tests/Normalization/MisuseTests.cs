namespace UrbanHealth.Indicators.Tests.NormalizationRoom;

/// <summary>A method that is not defined says so, names what is wrong, and says what to do; it never gives a number instead.</summary>
public class MisuseTests
{
    private static readonly double[] Rising = [1, 2, 3, 4];

    private static readonly Dictionary<string, (Type Type, Action Act)> Cases = new()
    {
        // parameters
        ["range must rise: bands"] = Operation(new BandNormalization { Points = [new(0, 0), new(1, 1)], Low = 5, High = 5 }),
        ["range must rise: benchmark"] = Operation(new BenchmarkNormalization { Benchmark = Benchmark.Goalposts(0, 1), Low = 5, High = 1 }),
        ["range must rise: distance to target"] = Operation(new DistanceToTargetNormalization { Target = 3, Low = 1, High = 0 }),
        ["range must rise: goalposts"] = Operation(new GoalpostNormalization { Worst = 0, Best = 1, Low = 1, High = 0 }),
        ["range must rise: logistic"] = Operation(new LogisticNormalization { Low = 1, High = 1 }),
        ["range must rise: membership"] = Operation(new MembershipNormalization { Function = MembershipFunction.Triangular(0, 1, 2), Low = 1, High = 1 }),
        ["range must rise: fraction"] = Operation(new FractionOfBestNormalization { High = 0 }),
        ["range must rise: proportion"] = Operation(new ProportionNormalization { High = 0 }),
        ["range must rise: reference"] = Operation(new ReferenceNormalization { High = -1 }),
        ["range must rise: vector"] = Operation(new VectorNormalization { High = double.NaN }),
        ["range must rise: area"] = (typeof(InvalidOperationException), () => new DistanceToAreaNormalization { Area = "p", Low = 1, High = 0 }.Fit(Rising, ["p", "q", "r", "s"])),
        ["Threshold must not be negative"] = Operation(new AboveBelowMeanNormalization { Threshold = -0.1 }),
        ["Deviation must be positive: z"] = Operation(new ZScoreNormalization { Deviation = 0 }),
        ["Deviation must be positive: robust"] = Operation(new RobustZNormalization { Deviation = 0 }),
        ["Steepness must be positive"] = Operation(new LogisticNormalization { Steepness = 0 }),
        ["One score more than percentile"] = Operation(new CategoryNormalization { Percentiles = [0.5], Scores = [1, 2, 3] }),
        ["must rise: percentiles"] = Operation(new CategoryNormalization { Percentiles = [0.5, 0.5], Scores = [1, 2, 3] }),
        ["equal: in order"] = Operation(new RankNormalization { Ties = TieRule.InOrder }),
        ["finite: goalposts"] = Operation(new GoalpostNormalization { Worst = 0, Best = double.PositiveInfinity }),
        ["differ: goalposts"] = Operation(new GoalpostNormalization { Worst = 1, Best = 1 }),
        ["contradict: goalposts"] = Argument(new GoalpostNormalization { Worst = 1, Best = 0 }),
        ["contradict: benchmark"] = Argument(new BenchmarkNormalization { Benchmark = Benchmark.Goalposts(1, 0) }),
        ["AtMost must not be negative"] = (typeof(InvalidOperationException), () => new WinsorizeTreatment { AtMost = -1 }.Fit(Rising)),
        ["Multiplier must be positive"] = (typeof(InvalidOperationException), () => new FenceTreatment { Multiplier = 0 }.Fit(Rising)),

        // a target or range where the method has no use for one
        ["target or range: share of mean"] = Argument(new AboveBelowMeanNormalization(), preference: Preference.Target(2)),
        ["target or range: distance to target"] = Argument(new DistanceToTargetNormalization { Target = 3 }, preference: Preference.Target(2)),
        ["target or range: goalposts"] = Argument(new GoalpostNormalization { Worst = 0, Best = 1 }, preference: Preference.Range(1, 2)),
        ["target or range: reference"] = Argument(new ReferenceNormalization(), preference: Preference.Range(1, 2)),
        ["target or range: proportion"] = Argument(new ProportionNormalization(), preference: Preference.Range(1, 2)),

        // figures
        ["missing: nothing to learn from"] = Argument(Normalization.MinMax(), [double.NaN, double.NaN]),
        ["equal: constant"] = Argument(Normalization.MinMax(), [3, 3]),
        ["positive: mean"] = Argument(new AboveBelowMeanNormalization(), [-1, 1]),
        ["negative: proportion"] = Argument(new ProportionNormalization(), [-1, 2]),
        ["is 0: reciprocal"] = Argument(new ProportionNormalization(), [0, 2], Preference.Lower),
        ["is 0: all"] = Argument(new ProportionNormalization(), [0, 0]),
        ["reference is 0"] = Argument(new ReferenceNormalization(), [-1, 1]),
        ["half of the figures are equal"] = Argument(new RobustZNormalization(), [1, 1, 1, 5]),
        ["percentile rank of one"] = Argument(Normalization.PercentileRank(), [1]),
        ["spread is 0"] = (typeof(ArgumentException), () => new FenceTreatment().Fit([1, 1, 1, 1, 9])),
        ["not positive: Box-Cox"] = (typeof(ArgumentException), () => new BoxCoxTreatment { Lambda = 1 }.Fit([-1, 2])),
        ["equal: Box-Cox"] = (typeof(ArgumentException), () => new BoxCoxTreatment().Fit([2, 2])),
        ["not positive: log"] = (typeof(ArgumentException), () => new LogTreatment { Variant = LogVariant.Plain }.Fit([0, 2])),
        ["equal: log"] = (typeof(ArgumentException), () => new LogTreatment().Fit([2, 2])),
        ["Innovation Index: log"] = (typeof(ArgumentException), () => new LogTreatment { Variant = LogVariant.GlobalInnovationIndex }.Fit([0.25, 0.5, 1])),
        ["positive: reciprocal of a later figure"] = (typeof(ArgumentOutOfRangeException), () => new FractionOfBestNormalization().Fit([1, 2], Preference.Lower).Apply(0)),
        ["negative: power of a later figure"] = (typeof(ArgumentOutOfRangeException), () => new PowerTransform { Exponent = 2 }.Apply(-1)),

        // areas
        ["beside the values: area"] = Argument(Normalization.DistanceToArea("p")),
        ["One area for each figure: area"] = Areas(["p"], "p"),
        ["One area for each figure: others"] = (typeof(ArgumentException), () => Normalization.MinMax().Fit(Rising, ["p"])),
        ["more than once: area"] = Areas(["p", "p", "r", "s"], "p"),
        ["not among the areas"] = Areas(["p", "q", "r", "s"], "z"),
        ["the worst figure itself"] = Areas(["p", "q", "r", "s"], "p"),

        // types
        ["Shift: Box-Cox"] = (typeof(ArgumentOutOfRangeException), () => _ = new BoxCoxTransform { Lambda = 1, Shift = double.NaN }),
        ["Lambda: Box-Cox"] = (typeof(ArgumentOutOfRangeException), () => _ = new BoxCoxTransform { Lambda = double.NaN }),
        ["base: log 1"] = (typeof(ArgumentOutOfRangeException), () => _ = new LogTransform { Base = 1 }),
        ["factor: log 0"] = (typeof(ArgumentOutOfRangeException), () => _ = new LogTransform { Factor = 0 }),
        ["factor: log infinite"] = (typeof(ArgumentOutOfRangeException), () => _ = new LogTransform { Factor = double.PositiveInfinity }),
        ["shift: log"] = (typeof(ArgumentOutOfRangeException), () => _ = new LogTransform { Shift = double.NaN }),
        ["exponent: power 0"] = (typeof(ArgumentOutOfRangeException), () => _ = new PowerTransform { Exponent = 0 }),
        ["finite: target"] = (typeof(ArgumentOutOfRangeException), () => Preference.Target(double.NaN)),
        ["finite: range low"] = (typeof(ArgumentOutOfRangeException), () => Preference.Range(double.NegativeInfinity, 1)),
        ["finite: range high"] = (typeof(ArgumentOutOfRangeException), () => Preference.Range(1, double.PositiveInfinity)),
        ["Preference.Target or Preference.Range"] = (typeof(ArgumentException), () => { Preference p = Direction.RangeIsBest; _ = p; }
        ),
        ["fits: target that is a range"] = (typeof(ArgumentException), () => _ = new Preference(Direction.TargetIsBest, 1, 2)),
        ["fits: target not finite"] = (typeof(ArgumentException), () => _ = new Preference(Direction.TargetIsBest, double.NaN, double.NaN)),
        ["fits: higher with a low end"] = (typeof(ArgumentException), () => _ = new Preference(Direction.HigherIsBetter, 1, 0)),
        ["fits: higher with a high end"] = (typeof(ArgumentException), () => _ = new Preference(Direction.HigherIsBetter, 0, 1)),
        ["fits: range upside down"] = (typeof(ArgumentException), () => _ = new Preference(Direction.RangeIsBest, 2, 1)),
        ["fits: range half infinite"] = (typeof(ArgumentException), () => _ = new Preference(Direction.RangeIsBest, 2, double.PositiveInfinity)),
        ["centre: Gaussian"] = (typeof(ArgumentOutOfRangeException), () => MembershipFunction.Gaussian(double.NaN, 1)),
        ["width: Gaussian"] = (typeof(ArgumentOutOfRangeException), () => MembershipFunction.Gaussian(0, 0)),
        ["corners: trapezoid"] = (typeof(ArgumentOutOfRangeException), () => MembershipFunction.Trapezoidal(0, 2, 1, 3)),
        ["flank: trapezoid"] = (typeof(ArgumentOutOfRangeException), () => MembershipFunction.Trapezoidal(double.NegativeInfinity, 1, 2, 3)),
        ["no point"] = (typeof(ArgumentException), () => _ = new FittedPiecewise { Points = [] }),
        ["null points"] = (typeof(ArgumentNullException), () => _ = new FittedPiecewise { Points = null! }),
        ["point not finite"] = (typeof(ArgumentException), () => _ = new FittedPiecewise { Points = [new(0, double.NaN)] }),
        ["points fall"] = (typeof(ArgumentException), () => _ = new FittedPiecewise { Points = [new(1, 0), new(0, 1)] }),
        ["three points at one value"] = (typeof(ArgumentException), () => _ = new FittedPiecewise { Points = [new(1, 0), new(1, 1), new(1, 2)] }),

        // spans and texts
        ["lengths: scores"] = (typeof(ArgumentException), () => Normalization.Logistic().Fit(Rising).Apply(Rising, new double[3])),
        ["lengths: treated"] = (typeof(ArgumentException), () => Treatment.Fence().Fit(Rising).Apply(Rising, new double[3])),
        ["null text: normalisation"] = (typeof(System.Text.Json.JsonException), () => Normalization.FromJson("null")),
        ["null text: fitted"] = (typeof(System.Text.Json.JsonException), () => FittedNormalization.FromJson("null")),
        ["null text: treatment"] = (typeof(System.Text.Json.JsonException), () => Treatment.FromJson("null")),
        ["null text: fitted treatment"] = (typeof(System.Text.Json.JsonException), () => FittedTreatment.FromJson("null")),
        ["null areas"] = (typeof(ArgumentNullException), () => Normalization.MinMax().Fit(Rising, (IReadOnlyList<string>)null!)),
        ["null areas: area"] = (typeof(ArgumentNullException), () => Normalization.DistanceToArea("p").Fit(Rising, (IReadOnlyList<string>)null!)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_wrong(string name)
    {
        (Type type, Action act) = Cases[name];
        Exception error = Assert.Throws(type, act);
        string said = (error is ArgumentException { ParamName: { } argument } ? error.Message.Replace($" (Parameter '{argument}')", "", StringComparison.Ordinal) : error.Message).Split('\n')[0].Trim();
        Assert.True(said.Length >= 15, $"\"{said}\" says too little");
        if (error is ArgumentException and not ArgumentNullException) Assert.NotNull(((ArgumentException)error).ParamName);
    }

    [Fact]
    public void The_first_area_can_be_named_twice_too() =>
        Assert.Contains("more than once", Assert.Throws<ArgumentException>(() => Normalization.DistanceToArea("p").Fit(Rising, ["p", "p", "q", "r"])).Message);

    [Fact]
    public void Factories_hand_on_what_they_are_given()
    {
        Assert.Equal(0.5, ((BoxCoxTreatment)Treatment.BoxCox(0.5)).Lambda);
        Assert.Equal(1, ((MinMaxNormalization)Normalization.DistanceToBest()).High);
    }

    [Fact]
    public void A_range_of_one_value_is_a_range() => Assert.Equal(Preference.Range(2, 2), new Preference(Direction.RangeIsBest, 2, 2));

    /// <summary>Shares of reciprocals of 1, 2, 4: 4/7, 2/7, 1/7.</summary>
    [Fact]
    public void A_proportion_where_less_is_better_is_a_share_of_reciprocals()
    {
        FittedNormalization fitted = new ProportionNormalization { High = 7 }.Fit([1, 2, 4], Preference.Lower);
        Assert.Equal([4.0, 2.0, 1.0], new[] { 1.0, 2, 4 }.Select(x => Math.Round(fitted.Apply(x), 12)));
    }

    /// <summary>Box-Cox of −1, 1, 3 shifted to positive, then λ = 1: x + shift − 1 keeps differences and puts the smallest figure above 0 before it.</summary>
    [Fact]
    public void Box_Cox_can_shift_to_positive()
    {
        FittedTreatment fitted = new BoxCoxTreatment { Lambda = 1, ShiftsToPositive = true }.Fit([-1, 1, 3]);
        Assert.Equal(2, fitted.Apply(1) - fitted.Apply(-1), 12);
        Assert.Equal(2, fitted.Apply(3) - fitted.Apply(1), 12);
        Assert.True(fitted.Apply(-1) > -1);
    }

    [Fact]
    public void A_cap_holds_both_ends_and_nothing_between()
    {
        FittedTreatment fitted = Treatment.Fence().Fit([1, 2, 3, 4, 5, 6, 7, 8, -50, 90]);
        Assert.True(fitted.Apply(-50) > -50);
        Assert.True(fitted.Apply(90) < 90);
        Assert.Equal(4.5, fitted.Apply(4.5));
    }

    private static (Type, Action) Operation(Normalization method) => (typeof(InvalidOperationException), () => method.Fit(Rising));

    private static (Type, Action) Argument(Normalization method, double[]? values = null, Preference preference = default) => (typeof(ArgumentException), () => method.Fit(values ?? Rising, preference));

    private static (Type, Action) Areas(string[] areas, string area) => (typeof(ArgumentException), () => Normalization.DistanceToArea(area).Fit(Rising, areas));
}
