using System.Text.Json;
using CsCheck;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Weights;

/// <summary>What holds for every weighting.</summary>
public class WeightingTests
{
    private static readonly Weighting[] Learned =
    [
        Weighting.Entropy(), Weighting.Entropy(EntropyZeros.Shift), Weighting.Critic(), Weighting.Critic() with { Correlation = CorrelationMethod.Spearman }, Weighting.StandardDeviation(),
        Weighting.StandardDeviationCorrelation(), Weighting.CoefficientOfVariation(), Weighting.Merec(), Weighting.PrincipalComponents(), Weighting.PrincipalComponents(PcaWeights.FirstComponentSquared),
        Weighting.FactorAnalysis(), Weighting.Combine(Weighting.Entropy(), Weighting.Critic()), Weighting.CombineGameTheory(Weighting.Entropy(), Weighting.StandardDeviation()),
        Weighting.CombineMaximumDeviation(Weighting.Entropy(), Weighting.Critic()),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Learned.Length)];

    private static readonly Weighting[] All =
    [
        .. Learned, Weighting.Equal(), Weighting.EqualPerIndicator(), Weighting.Given(keepsSum: true), Weighting.CorrelationBalance(2, 1), Weighting.MeanOfYears(Weighting.Entropy()),
        Weighting.Merec(Direction.LowerIsBetter, Direction.HigherIsBetter), Weighting.FactorAnalysis() with { Retention = ComponentRetention.Cumulative(0.7) },
        Weighting.Ahp(JudgementMatrix.FromUpperTriangle(3, 2, double.NaN, 4).For("a", "b", "c")) with { AcceptInconsistent = true, Rules = new() { RandomIndex = RandomIndex.DoneganDodd, Priority = PriorityMethod.GeometricMean } },
        Weighting.BestWorst(new BestWorstJudgements(0, 2, [1, 2, 8], [8, 4, 1]), BestWorstModel.NonlinearCentre), Weighting.RankOrder([1, 2, 2], RankFormula.Sum), Weighting.DirectRating(3, 2),
        Weighting.Delphi(Matrix.FromRows([5, 4], [3, double.NaN], [4, 2]), 5), Weighting.CombineLinear([0.4, 0.6], Weighting.Equal(), Weighting.Critic()), Weighting.CombineMultiplicative(Weighting.Equal(), Weighting.Critic()),
        Weighting.CombineMinimumRelativeEntropy(Weighting.Equal(), Weighting.Critic()), Weighting.CombineJointLeastSquares(Weighting.Equal(), Weighting.Critic()),
    ];

    public static TheoryData<int> AllPlaces => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Weights_are_not_negative_and_sum_to_one_whatever_the_order_of_areas_and_siblings(int place) => Sample.Scores.Sample(rows =>
    {
        Matrix scores = Sample.Positive(rows);
        double[] weights = [.. Learned[place].Weigh(scores).Values];
        Near.Relative(1, weights.Sum(), 1e-12);
        Assert.All(weights, w => Assert.True(w >= 0));
        Near.Relative(weights, Learned[place].Weigh(Sample.ReversedRows(scores)).Values, 1e-9);
        Near.Relative([.. weights.Reverse()], Learned[place].Weigh(Sample.ReversedColumns(scores)).Values, 1e-7);
    }, iter: 25);

    [Theory]
    [MemberData(nameof(Places))]
    public void The_unit_of_measure_does_not_matter(int place)
    {
        if (Learned[place] is MaximumDeviationCombination) return; // its composites are in the unit of the scores
        if (Learned[place] is CombinedWeighting) return; // as its parts
        Sample.Scores.Sample(rows =>
        {
            Matrix scores = Sample.Positive(rows);
            Near.Relative(Learned[place].Weigh(scores).Values, Learned[place].Weigh(Sample.Map(scores, (x, j) => x * (10 + j))).Values, 1e-8);
        }, iter: 15);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Only_children_weigh_one(int place) => Assert.Equal([1.0], Learned[place].Weigh(Matrix.FromColumns([3, 1, 2])).Values);

    [Theory]
    [MemberData(nameof(Places))]
    public void One_area_is_refused(int place) => Assert.Throws<ArgumentException>(() => Learned[place].Weigh(Matrix.FromRows([1, 2, 3])));

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public void Has_its_json_form(int place)
    {
        string json = JsonSerializer.Serialize(All[place], WeightingJsonContext.Default.Weighting);
        Weighting read = JsonSerializer.Deserialize(json, WeightingJsonContext.Default.Weighting)!;
        Assert.Equal(All[place].GetType(), read.GetType());
        Assert.Equal(json, JsonSerializer.Serialize(read, WeightingJsonContext.Default.Weighting));
        Assert.Equal(All[place], read);
    }

    [Fact]
    public void Json_names_the_method_and_its_definitions()
    {
        Assert.Equal("""{"type":"entropy","shares":"MinMax","zeros":"Shift","epsilon":0.001,"missing":"Pairwise","constant":"Reject"}""", JsonSerializer.Serialize(Weighting.Entropy(EntropyZeros.Shift, 0.001), WeightingJsonContext.Default.Weighting));
        Assert.Equal("""{"order":3,"codes":["a","b","c"],"upper":[2,null,4]}""", JsonSerializer.SerializeToElement((Weighting)Weighting.Ahp(JudgementMatrix.FromUpperTriangle(3, 2, double.NaN, 4).For("a", "b", "c")), WeightingJsonContext.Default.Weighting).GetProperty("experts")[0].GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"ahp","experts":[{"order":3,"upper":[2]}]}""")]
    [InlineData("""{"type":"ahp","experts":[{"order":2,"upper":[-2]}]}""")]
    [InlineData("""{"type":"ahp","experts":[{"order":2,"lower":[2]}]}""")]
    [InlineData("""{"type":"magic"}""")]
    public void Json_that_is_wrong_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, WeightingJsonContext.Default.Weighting));

    [Fact]
    public void Equal_is_within_the_siblings_and_per_indicator_by_what_lies_below()
    {
        var siblings = new Siblings(Matrix.FromRows([1, 2, 3])) { IndicatorCounts = [4, 1, 5] };
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], Weighting.Equal().Weigh(siblings).Values);
        Near.Relative([0.4, 0.1, 0.5], Weighting.EqualPerIndicator().Weigh(siblings).Values, 1e-15);
        Assert.Throws<ArgumentException>(() => Weighting.EqualPerIndicator().Weigh(Matrix.FromRows([1, 2, 3])));
    }

    [Fact]
    public void Given_weights_are_divided_by_their_sum_unless_kept_by_name()
    {
        var siblings = new Siblings(Matrix.FromRows([1, 2])) { Given = [3, 1] };
        Assert.Equal([0.75, 0.25], Weighting.Given().Weigh(siblings).Values);
        Assert.Equal([3, 1], Weighting.Given(keepsSum: true).Weigh(siblings).Values);
        Assert.Equal([4], Weighting.Given().Weigh(siblings).Evidence["givenSum"]);
        Assert.Equal([0.5, 0.5], Weighting.Given().Weigh(siblings with { Given = [] }).Values);
        Assert.Throws<ArgumentException>(() => Weighting.Given().Weigh(siblings with { Given = [1, null] }));
        Assert.Throws<ArgumentException>(() => Weighting.Given().Weigh(siblings with { Given = [1, -1] }));
        Assert.Throws<ArgumentException>(() => Weighting.Given().Weigh(siblings with { Given = [0, 0] }));
        Assert.Throws<ArgumentException>(() => Weighting.Given(keepsSum: true).Weigh(siblings with { Given = [1, double.NaN] }));
    }

    [Fact]
    public void A_plan_weighs_the_children_of_each_parent_with_the_same_numbers_as_the_method_alone()
    {
        // min-max scores: a and b 0, 100, 50, 80; c 0, 100, 50, 30; the dimension of a and b scores as they do
        IReadOnlyDictionary<string, WeightSet> weights = new EvaluationPlan(Small.Framework) { Weighting = Weighting.Entropy() }.Fit(Small.Easy).Weights;
        Near.Relative([0.5, 0.5], weights["A"].Values, 1e-14);
        Near.Relative(Weighting.Entropy().Weigh(Matrix.FromColumns([0, 100, 50, 80], [0, 100, 50, 30])).Values, weights["all"].Values, 1e-12);
        Near.Relative([2.0 / 3, 1.0 / 3], new EvaluationPlan(Small.Framework) { Weighting = Weighting.EqualPerIndicator() }.Fit(Small.Easy).Weights["all"].Values, 1e-14);
    }

    [Fact]
    public void An_infinite_figure_is_refused() => Assert.Throws<ArgumentException>(() => Weighting.Entropy().Weigh(Matrix.FromColumns([1, double.PositiveInfinity, 2], [1, 2, 3])));

    [Fact]
    public void Years_are_needed_to_weigh_each_apart() => Assert.Throws<ArgumentException>(() => Weighting.MeanOfYears(Weighting.Entropy()).Weigh(Matrix.FromColumns([1, 2], [2, 1])));

    [Fact]
    public void A_weight_set_reads_well() => Assert.Equal("directRating: 0.25 0.75", Weighting.DirectRating(1, 3).Weigh(Matrix.FromRows([1, 2])).ToString());
}
