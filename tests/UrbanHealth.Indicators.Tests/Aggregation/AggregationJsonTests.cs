using System.Text.Json;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>The rules of this room as JSON.</summary>
public class AggregationJsonTests
{
    [Fact]
    public void A_rule_says_its_type_and_its_parameters()
    {
        Assert.Equal("""{"type":"powerMean","exponent":0.5,"zeros":"Limit","negatives":"Throw","floor":1E-06}""",
            JsonSerializer.Serialize(Indicators.Aggregation.PowerMean(0.5), AggregationJson.Default.Aggregation));
    }

    [Fact]
    public void Every_aggregation_comes_back_as_it_was()
    {
        foreach (Indicators.Aggregation rule in new Indicators.Aggregation[]
        {
            Indicators.Aggregation.Arithmetic(), new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Floor = 0.01 }, Indicators.Aggregation.Harmonic(),
            Indicators.Aggregation.PowerMean(-2), Indicators.Aggregation.Median(), Indicators.Aggregation.Minimum(),
            Indicators.Aggregation.Owa(Quantifier.Most), Indicators.Aggregation.Choquet(new Interaction(0, 1, 0.2), new Interaction(0, 2, -0.1)),
            new ImbalancePenaltyAggregation { Strength = 0.5, Sign = ImbalanceSign.Reward, Denominator = VarianceDenominator.Sample },
            new FuzzyAggregation { TypicalScores = [0, 50, 100], Operator = FuzzyOperator.MinBoundedSum, Defuzzification = Defuzzification.MaximumMembership },
            new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range, References = [50, 60] }, Indicators.Aggregation.Topsis(TopsisScaling.None), Indicators.Aggregation.Vikor(0.3),
            new GreyRelationAggregation { Resolution = 0.3, Extremes = GreyExtremes.Pairwise }, new RankSumRatioAggregation { Ranks = RsrRanks.NonIntegral }, new BordaAggregation { Ties = TieRule.Smallest }, Indicators.Aggregation.Copeland(), Indicators.Aggregation.BenefitOfTheDoubt(0.05, 0.4),
        })
            Assert.Equal(rule, JsonSerializer.Deserialize(JsonSerializer.Serialize(rule, AggregationJson.Default.Aggregation), AggregationJson.Default.Aggregation));
    }

    [Fact]
    public void Every_frozen_aggregation_comes_back_and_scores_the_same()
    {
        Matrix baseline = Matrix.FromRows([70, 20, double.NaN], [50, 40, double.NaN], [90, 10, double.NaN]);
        double[] w = [0.5, 0.3, 0.2], x = [60, 30, double.NaN];
        foreach (Indicators.Aggregation rule in new[] { Indicators.Aggregation.Topsis(), Indicators.Aggregation.Vikor(), Indicators.Aggregation.GreyRelation(), Indicators.Aggregation.MazziottaPareto(), Indicators.Aggregation.BenefitOfTheDoubt() })
        {
            RowAggregation frozen = rule.Fit(baseline, w)!;
            Indicators.Aggregation? back = JsonSerializer.Deserialize(JsonSerializer.Serialize(frozen, AggregationJson.Default.Aggregation), AggregationJson.Default.Aggregation);
            Assert.Equal(frozen, back);
            Assert.Equal(frozen.Aggregate(x, w), ((RowAggregation)back!).Aggregate(x, w));
        }
    }

    [Fact]
    public void Every_grading_comes_back_as_it_was()
    {
        foreach (Grading rule in new[]
        {
            Grading.FourBands, new QuantileGrading { Definition = QuantileDefinition.R6 }, Grading.EqualIntervals(), Grading.NaturalBreaks(),
            new StandardDeviationGrading { Multiples = [-2, 0, 1], Denominator = VarianceDenominator.Population },
        })
            Assert.Equal(rule, JsonSerializer.Deserialize(JsonSerializer.Serialize(rule, AggregationJson.Default.Grading), AggregationJson.Default.Grading));
    }

    [Fact]
    public void Fitted_grades_come_back_as_they_were()
    {
        FittedGrading fitted = new QuantileGrading { Scale = GradeScale.Of(new("高", "high"), new("中", "middle"), new("低", "low")) }.Fit([1, 2, 3, 4, 5]);
        string json = JsonSerializer.Serialize(fitted, AggregationJson.Default.FittedGrading);
        Assert.Equal(fitted, JsonSerializer.Deserialize(json, AggregationJson.Default.FittedGrading));
    }

    [Fact]
    public void Grades_that_make_no_sense_are_not_read()
    {
        foreach (string scale in new[] { """[{"chinese":"优"}]""", "[]", "3", """[{"chinese":"优","english":"a"},{"chinese":"优","english":"b"}]""" })
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"scale":{{scale}},"cuts":[]}""", AggregationJson.Default.FittedGrading));
    }

    [Fact]
    public void Every_bottom_line_rule_comes_back_as_it_was()
    {
        foreach (BottomLineRule rule in new[] { BottomLineRule.ReportOnly, BottomLineRule.CapGrade("中"), BottomLineRule.Veto(), BottomLineRule.Veto(VetoOutcome.Undefined) })
            Assert.Equal(rule, JsonSerializer.Deserialize(JsonSerializer.Serialize(rule, AggregationJson.Default.BottomLineRule), AggregationJson.Default.BottomLineRule));
    }
}
