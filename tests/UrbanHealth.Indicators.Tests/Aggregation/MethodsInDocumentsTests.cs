using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Aggregating;

/// <summary>What a hand-written plan says of an aggregation, a grading or a bottom line, and what it may leave out.</summary>
public class MethodsInDocumentsTests
{
    public static TheoryData<string, Aggregation> Aggregations => new()
    {
        { """{ "type": "arithmetic" }""", Aggregation.Arithmetic() },
        { """{ "type": "geometric" }""", Aggregation.Geometric() },
        { """{ "type": "geometric", "zeros": "RaiseToFloor" }""", new GeometricAggregation { Zeros = NonPositiveRule.RaiseToFloor, Negatives = NonPositiveRule.Throw, Floor = 1e-6 } },
        { """{ "type": "harmonic", "negatives": "Undefined" }""", new HarmonicAggregation { Negatives = NonPositiveRule.Undefined } },
        { """{ "type": "harmonic" }""", Aggregation.Harmonic() },
        { """{ "type": "powerMean" }""", Aggregation.PowerMean(1) },
        { """{ "type": "powerMean", "exponent": 2 }""", Aggregation.PowerMean(2) },
        { """{ "type": "median" }""", Aggregation.Median() },
        { """{ "type": "minimum" }""", Aggregation.Minimum() },
        { """{ "type": "owa" }""", new OwaAggregation { Quantifier = new Quantifier { Low = 0, High = 1, Exponent = 1 } } },
        { """{ "type": "owa", "quantifier": { "low": 0.3, "high": 0.8 } }""", Aggregation.Owa(Quantifier.Most) },
        { """{ "type": "owa", "quantifier": { "low": 0.5 } }""", Aggregation.Owa(Quantifier.AsManyAsPossible) },
        { """{ "type": "choquet" }""", Aggregation.Choquet() },
        { """{ "type": "choquet", "interactions": [{ "first": 0, "second": 1, "index": 0.2 }] }""", Aggregation.Choquet(new Interaction(0, 1, 0.2)) },
        { """{ "type": "imbalancePenalty" }""", new ImbalancePenaltyAggregation { Strength = 1, Sign = ImbalanceSign.Penalty, Denominator = VarianceDenominator.Population } },
        { """{ "type": "fuzzy", "typicalScores": [0, 60, 100] }""", new FuzzyAggregation { TypicalScores = [0, 60, 100], Operator = FuzzyOperator.ProductSum, Defuzzification = Defuzzification.WeightedAverage } },
        { """{ "type": "mazziottaPareto" }""", Aggregation.MazziottaPareto() },
        { """{ "type": "mazziottaPareto", "scale": "Range" }""", new MazziottaParetoAggregation { Scale = MazziottaParetoScale.Range, Denominator = VarianceDenominator.Population, References = [] } },
        { """{ "type": "topsis" }""", Aggregation.Topsis(TopsisScaling.VectorNorm) },
        { """{ "type": "vikor" }""", Aggregation.Vikor(0.5) },
        { """{ "type": "greyRelation" }""", new GreyRelationAggregation { Resolution = 0.5, Extremes = GreyExtremes.Global } },
        { """{ "type": "benefitOfTheDoubt" }""", Aggregation.BenefitOfTheDoubt(0, 1) },
        { """{ "type": "benefitOfTheDoubt", "leastShare": 0.1 }""", Aggregation.BenefitOfTheDoubt(0.1) },
        { """{ "type": "rankSumRatio" }""", new RankSumRatioAggregation { Ranks = RsrRanks.Integral } },
        { """{ "type": "borda" }""", new BordaAggregation { Ties = TieRule.Average } },
        { """{ "type": "copeland" }""", Aggregation.Copeland() },
    };

    [Theory]
    [MemberData(nameof(Aggregations))]
    public void Name_an_aggregation_and_leave_out_what_has_a_default(string json, Aggregation expected) =>
        Assert.Equal(expected, Read($"\"aggregation\": {json}").Aggregation);

    public static TheoryData<string, Grading> Gradings => new()
    {
        { """{ "type": "fixed", "cuts": [90, 80, 60] }""", Grading.FourBands },
        { """{ "type": "quantiles" }""", new QuantileGrading { Definition = QuantileDefinition.R7, Closure = IntervalClosure.UpperIncluded } },
        { """{ "type": "equalIntervals" }""", new EqualIntervalGrading { Closure = IntervalClosure.UpperIncluded } },
        { """{ "type": "equalIntervals", "closure": "LowerIncluded" }""", new EqualIntervalGrading { Closure = IntervalClosure.LowerIncluded } },
        { """{ "type": "naturalBreaks" }""", Grading.NaturalBreaks() },
        { """{ "type": "naturalBreaks", "scale": [{ "chinese": "高", "english": "high" }, { "chinese": "低", "english": "low" }] }""", Grading.NaturalBreaks() with { Scale = GradeScale.Of(new("高", "high"), new("低", "low")) } },
        { """{ "type": "standardDeviations" }""", new StandardDeviationGrading { Multiples = [], Denominator = VarianceDenominator.Sample, Closure = IntervalClosure.LowerIncluded } },
    };

    [Theory]
    [MemberData(nameof(Gradings))]
    public void Name_a_grading_and_leave_out_what_has_a_default(string json, Grading expected) => Assert.Equal(expected, Read($"\"grading\": {json}").Grading);

    public static TheoryData<string, BottomLineRule> BottomLines => new()
    {
        { """{ "type": "reportOnly" }""", BottomLineRule.ReportOnly },
        { """{ "type": "capGrade", "grade": "中" }""", BottomLineRule.CapGrade("中") },
        { """{ "type": "veto" }""", BottomLineRule.Veto() },
        { """{ "type": "veto", "outcome": "Undefined" }""", BottomLineRule.Veto(VetoOutcome.Undefined) },
    };

    [Theory]
    [MemberData(nameof(BottomLines))]
    public void Name_a_bottom_line_rule_and_leave_out_what_has_a_default(string json, BottomLineRule expected) => Assert.Equal(expected, Read($"\"bottomLine\": {json}").BottomLine);

    /// <summary>A value that a method refuses in code it refuses in a document, in the same words.</summary>
    [Theory]
    [InlineData("\"aggregation\": { \"type\": \"powerMean\", \"exponent\": \"Infinity\" }", "finite number")]
    [InlineData("\"aggregation\": { \"type\": \"geometric\", \"negatives\": \"Limit\" }", "no limit")]
    [InlineData("\"aggregation\": { \"type\": \"harmonic\", \"floor\": 0 }", "positive number")]
    [InlineData("\"aggregation\": { \"type\": \"vikor\", \"strategy\": 2 }", "0…1")]
    [InlineData("\"aggregation\": { \"type\": \"greyRelation\", \"resolution\": 0 }", "(0, 1]")]
    [InlineData("\"aggregation\": { \"type\": \"fuzzy\", \"typicalScores\": [] }", "at least one grade")]
    [InlineData("\"aggregation\": { \"type\": \"fuzzy\" }", "typicalScores")]
    [InlineData("\"aggregation\": { \"type\": \"choquet\", \"interactions\": [{ \"first\": 0, \"second\": 0, \"index\": 0.2 }] }", "two different columns")]
    [InlineData("\"aggregation\": { \"type\": \"choquet\", \"interactions\": null }", "")]
    [InlineData("\"aggregation\": { \"type\": \"mazziottaPareto\", \"references\": null }", "")]
    [InlineData("\"aggregation\": { \"type\": \"topsys\" }", "topsys")]
    [InlineData("\"grading\": { \"type\": \"fixed\", \"cuts\": [60, 80, 90] }", "each below the one before")]
    [InlineData("\"grading\": { \"type\": \"fixed\", \"cuts\": null }", "")]
    [InlineData("\"grading\": { \"type\": \"standardDeviations\", \"multiples\": [1, 0, -1] }", "each above the one before")]
    [InlineData("\"bottomLine\": { \"type\": \"capGrade\", \"grade\": \"\" }", "named by its word")]
    public void Are_refused_with_a_report_where_a_value_makes_no_sense(string parts, string words)
    {
        EvaluationPlanReading reading = EvaluationPlan.Read(Document(parts));
        Assert.Null(reading.Plan);
        Assert.Contains(words, reading.Report.ToString(Language.English), StringComparison.Ordinal);
    }

    private static EvaluationPlan Read(string parts) => EvaluationPlan.Parse(Document(parts));

    private static string Document(string parts) => $$"""{ "format": "plan/1", "framework": {{Small.Framework.ToJson()}}, {{parts}} }""";
}
