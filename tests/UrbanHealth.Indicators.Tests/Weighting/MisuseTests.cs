namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>A weighting that is not defined says so, names what is wrong, and says what to do; it never gives a number instead.</summary>
public class MisuseTests
{
    private static readonly Matrix Scores = Matrix.FromColumns([1, 2, 3, 5], [2, 1, 4, 4], [9, 7, 1, 3]);
    private static readonly Matrix Two = Matrix.FromColumns([1, 2, 3, 5], [2, 1, 4, 4]);
    private static readonly JudgementMatrix Judged = JudgementMatrix.FromWeights(3, 2, 1);
    private static readonly BestWorstJudgements BestWorstOfThree = new(0, 2, [1, 2, 4], [4, 2, 1]);

    private static readonly Dictionary<string, (Type Type, Action Act)> Cases = new()
    {
        ["ahp: null"] = Null(() => Ahp.Of(null!)),
        ["ahp: criteria null"] = Null(() => Ahp.Synthesise(null!, Two)),
        ["ahp: local null"] = Null(() => Ahp.Synthesise([0.5, 0.5], null!)),
        ["ahp: one column a criterion"] = Argument(() => Ahp.Synthesise([0.2, 0.3, 0.5], Two)),
        ["group: null"] = Null(() => AhpGroup.Of(null!)),
        ["group: no expert"] = Argument(() => AhpGroup.Of([])),
        ["group: other order"] = Argument(() => AhpGroup.Of([Judged, JudgementMatrix.FromWeights(1, 2)])),
        ["group: too few weights"] = Argument(() => AhpGroup.Of([Judged, Judged], expertWeights: [1])),
        ["group: weight 0"] = Argument(() => AhpGroup.Of([Judged, Judged], expertWeights: [1, 0])),
        ["group: weight infinite"] = Argument(() => AhpGroup.Of([Judged, Judged], expertWeights: [1, double.PositiveInfinity])),
        ["ahp weighting: null"] = Null(() => Weighting.Ahp(Judged).Weigh((Siblings)null!)),
        ["ahp weighting: others"] = Argument(() => Weighting.Ahp(Judged).Weigh(Two)),
        ["matrix: ratios null"] = Null(() => JudgementMatrix.FromUpperTriangle(2, null!)),
        ["matrix: order"] = (typeof(ArgumentOutOfRangeException), () => JudgementMatrix.FromUpperTriangle(0)),
        ["matrix: ratios"] = Argument(() => JudgementMatrix.FromUpperTriangle(3, 1, 2)),
        ["matrix: ratio 0"] = Argument(() => JudgementMatrix.FromUpperTriangle(2, 0)),
        ["matrix: ratio infinite"] = Argument(() => JudgementMatrix.FromUpperTriangle(2, double.PositiveInfinity)),
        ["matrix: weights null"] = Null(() => JudgementMatrix.FromWeights(null!)),
        ["matrix: no weight"] = Argument(() => JudgementMatrix.FromWeights()),
        ["matrix: weight 0"] = Argument(() => JudgementMatrix.FromWeights(1, 0)),
        ["matrix: weight infinite"] = Argument(() => JudgementMatrix.FromWeights(1, double.PositiveInfinity)),
        ["matrix: codes null"] = Null(() => Judged.For(null!)),
        ["matrix: a code twice"] = Argument(() => Judged.For("a", "a", "b")),
        ["matrix: too few codes"] = Argument(() => Judged.For("a", "b")),
        ["matrix: not reciprocal"] = Argument(() => JudgementMatrix.FromRows([[1, 2], [2, 1]])),
        ["matrix: rows null"] = Null(() => JudgementMatrix.FromRows(null!)),
        ["matrix: tolerance"] = (typeof(ArgumentOutOfRangeException), () => JudgementMatrix.Check([[1.0]], -1)),
        ["matrix: a code without judgement"] = Argument(() => Weighting.Ahp(Judged.For("a", "b", "c")).Weigh(new Siblings(Scores) { Codes = ["a", "b", "z"] })),
        ["random index: no name"] = Argument(() => _ = new RandomIndex(" ", [1])),
        ["random index: values null"] = Null(() => _ = new RandomIndex("x", null!)),
        ["random index: value 0"] = Argument(() => _ = new RandomIndex("x", [0.5, 0])),
        ["random index: order 0"] = (typeof(ArgumentOutOfRangeException), () => RandomIndex.Saaty1980.Of(0)),
        ["random index: beyond the table"] = Argument(() => new RandomIndex("x", [0.5]).Of(4)),
        ["best-worst: null"] = Null(() => BestWorst.Of(null!)),
        ["best-worst: best null"] = Null(() => _ = new BestWorstJudgements(0, 1, null!, [2, 1])),
        ["best-worst: worst null"] = Null(() => _ = new BestWorstJudgements(0, 1, [1, 2], null!)),
        ["best-worst: one thing"] = Argument(() => _ = new BestWorstJudgements(0, 0, [1], [1])),
        ["best-worst: lengths"] = Argument(() => _ = new BestWorstJudgements(0, 1, [1, 2], [2, 1, 1])),
        ["best-worst: best"] = (typeof(ArgumentOutOfRangeException), () => _ = new BestWorstJudgements(2, 1, [1, 2], [2, 1])),
        ["best-worst: best below"] = (typeof(ArgumentOutOfRangeException), () => _ = new BestWorstJudgements(-1, 1, [1, 2], [2, 1])),
        ["best-worst: worst"] = (typeof(ArgumentOutOfRangeException), () => _ = new BestWorstJudgements(0, 2, [1, 2], [2, 1])),
        ["best-worst: worst is best"] = (typeof(ArgumentOutOfRangeException), () => _ = new BestWorstJudgements(0, 0, [1, 2], [2, 1])),
        ["best-worst: below 1"] = Argument(() => _ = new BestWorstJudgements(0, 2, [1, 0.5, 4], [4, 2, 1])),
        ["best-worst: infinite"] = Argument(() => _ = new BestWorstJudgements(0, 2, [1, double.PositiveInfinity, 4], [4, 2, 1])),
        ["best-worst: others below 1"] = Argument(() => _ = new BestWorstJudgements(0, 2, [1, 2, 4], [4, 0.5, 1])),
        ["best-worst: others infinite"] = Argument(() => _ = new BestWorstJudgements(0, 2, [1, 2, 4], [4, double.PositiveInfinity, 1])),
        ["best-worst: best over itself"] = Argument(() => _ = new BestWorstJudgements(0, 2, [2, 2, 4], [4, 2, 1])),
        ["best-worst: worst over itself"] = Argument(() => _ = new BestWorstJudgements(0, 2, [1, 2, 4], [4, 2, 2])),
        ["best-worst: index"] = (typeof(ArgumentOutOfRangeException), () => BestWorst.ConsistencyIndex(0.5)),
        ["best-worst weighting: null"] = Null(() => Weighting.BestWorst(BestWorstOfThree).Weigh((Siblings)null!)),
        ["best-worst weighting: others"] = Argument(() => Weighting.BestWorst(BestWorstOfThree).Weigh(Two)),
        ["delphi: null"] = Null(() => Delphi.Of(5, null!)),
        ["delphi: no round"] = Argument(() => Delphi.Of(5)),
        ["delphi: widths"] = Argument(() => Delphi.Of(9, Scores, Two)),
        ["delphi: round null"] = Null(() => Delphi.Round(null!, 5)),
        ["delphi: above full"] = Argument(() => Delphi.Round(Scores, 5)),
        ["delphi: one rating"] = Argument(() => Delphi.Round(Matrix.FromColumns([1, double.NaN]), 5)),
        ["delphi: mean 0"] = Argument(() => Delphi.Round(Matrix.FromColumns([0, 0]), 5)),
        ["equal: null"] = Null(() => Weighting.Equal().Weigh((Siblings)null!)),
        ["given: null"] = Null(() => Weighting.Given().Weigh((Siblings)null!)),
        ["given: some"] = Argument(() => Weighting.Given().Weigh(new Siblings(Two) { Given = [1, null] })),
        ["given: negative"] = Argument(() => Weighting.Given().Weigh(new Siblings(Two) { Given = [1, -1] })),
        ["given: infinite"] = Argument(() => Weighting.Given().Weigh(new Siblings(Two) { Given = [1, double.PositiveInfinity] })),
        ["entropy: epsilon 0"] = Argument(() => (Weighting.Entropy() with { Zeros = EntropyZeros.Replace, Epsilon = 0 }).Weigh(Two)),
        ["combination: null"] = Null(() => Weighting.Combine(Weighting.Equal(), Weighting.Entropy()).Weigh((Siblings)null!)),
        ["combination: parts null"] = Null(() => Weighting.Combine().Combine((double[][])null!)),
        ["combination: one part"] = Argument(() => Weighting.Combine().Combine([[0.5, 0.5]])),
        ["combination: widths"] = Argument(() => Weighting.Combine().Combine([[0.5, 0.5], [0.2, 0.3, 0.5]])),
        ["combination: negative"] = Argument(() => Weighting.Combine().Combine([[0.5, 0.5], [1.5, -0.5]])),
        ["combination: infinite"] = Argument(() => Weighting.Combine().Combine([[0.5, 0.5], [double.PositiveInfinity, 0.5]])),
        ["effective: framework null"] = Null(() => EffectiveWeights.Of(null!, new Dictionary<string, WeightSet>())),
        ["effective: weights null"] = Null(() => EffectiveWeights.Of(Support.Small.Framework, null!)),
        ["effective: missing"] = Argument(() => EffectiveWeights.Of(Support.Small.Framework, new Dictionary<string, WeightSet>())),
        ["years: null"] = Null(() => Weighting.Entropy().WeighEachYear(null!)),
        ["years: none"] = Argument(() => Weighting.Entropy().WeighEachYear(new Siblings(Two))),
        ["ratings: null"] = Null(() => Weighting.DirectRating(null!)),
        ["ratings: others"] = Argument(() => Weighting.DirectRating(1, 2, 3).Weigh(Two)),
        ["per indicator: no counts"] = Argument(() => new EqualPerIndicatorWeighting().Weigh(Two)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_wrong(string name)
    {
        (Type type, Action act) = Cases[name];
        Exception error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.IsType(type, error);
        string argument = Assert.IsAssignableFrom<ArgumentException>(error).ParamName ?? "";
        Assert.NotEqual("", argument);
        string said = error.Message.Replace($" (Parameter '{argument}')", "", StringComparison.Ordinal).Split('\n')[0].Trim();
        Assert.True(said.Length >= 15, $"\"{said}\" says too little");
    }

    /// <summary>For n ≤ 2 and for a consistent matrix the ratio is 0, whatever the last bits of λ.</summary>
    [Fact]
    public void Consistent_judgements_have_the_ratio_0()
    {
        Assert.Equal(0, Ahp.Of(JudgementMatrix.FromWeights(1, 7)).ConsistencyRatio);
        AhpResult three = Ahp.Of(Judged);
        Assert.Equal(0, three.ConsistencyRatio);
        Assert.Empty(three.Inconsistencies);
        Assert.DoesNotContain("worst", three.ToString());
    }

    [Fact]
    public void Records_with_other_contents_are_other_records()
    {
        Assert.NotEqual(Weighting.Ahp(Judged), Weighting.Ahp(JudgementMatrix.FromWeights(3, 2, 2)));
        Assert.Equal(Weighting.Ahp(Judged), Weighting.Ahp(JudgementMatrix.FromWeights(3, 2, 1)));
        Assert.NotEqual(new RandomIndex("x", [0.5]), new RandomIndex("x", [0.6]));
        Assert.NotEqual(new RandomIndex("x", [0.5]), new RandomIndex("y", [0.5]));
        Assert.Equal(new RandomIndex("x", [0.5]), new RandomIndex("x", [0.5]));
        Assert.NotEqual(BestWorstOfThree, new BestWorstJudgements(0, 2, [1, 3, 4], [4, 2, 1]));
        Assert.NotEqual(BestWorstOfThree, new BestWorstJudgements(0, 2, [1, 2, 4], [4, 3, 1]));
        Assert.Equal(BestWorstOfThree, new BestWorstJudgements(0, 2, [1, 2, 4], [4, 2, 1]));
    }

    private static (Type, Action) Null(Action act) => (typeof(ArgumentNullException), act);

    private static (Type, Action) Argument(Action act) => (typeof(ArgumentException), act);
}
