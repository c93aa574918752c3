using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

public class EvaluationJsonTests
{
    private static readonly EvaluationPlan Plan = new(Small.Framework)
    {
        Normalization = Normalization.MinMax(1, 99),
        NormalizationOf = new Dictionary<string, Normalization> { ["c"] = new ZScoreNormalization() },
        Weighting = Weighting.Entropy(),
        WeightingOf = new Dictionary<string, Weighting> { ["all"] = Weighting.Given() },
        AggregationOf = new Dictionary<string, Aggregation> { ["A"] = Aggregation.Geometric() },
        CoverageThresholdOf = new Dictionary<string, double> { ["all"] = 0.75 },
        Grading = Grading.Quantiles(),
        Ties = TieRule.Average,
    };

    [Fact]
    public void A_plan_reads_back_as_it_was_written()
    {
        string json = Plan.ToJson();
        EvaluationPlan back = EvaluationPlan.Parse(json);
        Assert.Equal(json, back.ToJson());
        Assert.Equal(Plan.Normalization, back.Normalization);
        Assert.Equal(Plan.Weighting, back.Weighting);
        Assert.Equal(Plan.Grading, back.Grading);
        Assert.Equal(Plan.Framework, back.Framework);
        Assert.Equal(TieRule.Average, back.Ties);
        Assert.Equal(0.75, back.CoverageThresholdOf["all"]);
    }

    [Fact]
    public void A_plan_may_leave_out_what_is_default()
    {
        EvaluationPlan plan = EvaluationPlan.Parse($$"""{ "format": "plan/1", "framework": {{Small.Framework.ToJson()}} }""");
        Assert.Equal(new EvaluationPlan(Small.Framework).ToJson(), plan.ToJson());
    }

    [Fact]
    public void A_plan_without_grades_stays_without() => Assert.Null(EvaluationPlan.Parse((Plan with { Grading = null }).ToJson()).Grading);

    [Fact]
    public void A_model_read_back_gives_the_same_bits()
    {
        Panel later = Small.Panel([1.1, 7.3, double.NaN], [2.7, 1 / 3.0, 9], [33.3, double.NaN, 77], 2024);
        EvaluationModel model = Plan.Fit(Small.Easy);
        EvaluationModel back = EvaluationModel.Parse(model.ToJson());
        Assert.Equal(model.ToJson(), back.ToJson());
        EvaluationResult one = model.Evaluate(later), two = back.Evaluate(later);
        foreach (string code in new[] { "all", "A", "B", "a", "b", "c" })
            Assert.Equal([.. one.Scores(code, 2024).ToArray().Select(BitConverter.DoubleToInt64Bits)], two.Scores(code, 2024).ToArray().Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(one["x1", 2024].Grade, two["x1", 2024].Grade);
    }

    [Theory]
    [InlineData("", "document.empty")]
    [InlineData("[]", "document.wrong-type")]
    [InlineData("{ \"format\": \"plan/1\" }", "document.missing-property")]
    [InlineData("{ \"format\": \"plan/9\", \"framework\": {} }", "document.unknown-format")]
    [InlineData("{ \"format\": \"plan/1\", \"framework\": {}, \"nonsense\": 1 }", "document.unknown-property")]
    public void A_bad_document_is_refused_with_a_report(string json, string code) =>
        Assert.Contains(Assert.Throws<InvalidDocumentException>(() => EvaluationPlan.Parse(json)).Report, i => i.Code == code);

    [Fact]
    public void A_model_with_too_few_weights_is_refused()
    {
        string json = new EvaluationPlan(Small.Framework).Fit(Small.Easy).ToJson().Replace("\"A\": {\n      \"values\": [\n        0.75,\n        0.25\n      ]", "\"A\": {\n      \"values\": [\n        0.75\n      ]", StringComparison.Ordinal);
        Assert.Contains(Assert.Throws<InvalidDocumentException>(() => EvaluationModel.Parse(json)).Report, i => i.Code == "model.weights-missing" && i.Place.Indicator == "A");
    }
}
