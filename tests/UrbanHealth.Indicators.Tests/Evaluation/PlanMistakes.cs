using UrbanHealth.Indicators.Tests.Panels;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

/// <summary>What is wrong with a plan or a model comes back in a report, all at once, each at its path and in both languages.</summary>
public class PlanMistakes
{
    private static string[] Findings(string parts, bool framework = true)
    {
        EvaluationPlanReading reading = EvaluationPlan.Read($$"""{ "format": "plan/1"{{(framework ? $", \"framework\": {Small.Framework.ToJson()}" : "")}}{{(parts.Length > 0 ? ", " : "")}}{{parts}} }""");
        Assert.Equal(reading.Report.IsValid, reading.Plan is not null);
        Assert.All(reading.Report, BadInput.AssertBothLanguages);
        return [.. reading.Report.Select(i => $"{i.Code} {i.Place.Path}")];
    }

    [Fact]
    public void Everything_comes_at_once() => Assert.Equal(
        new[]
        {
"document.unknown-property $.weighting.zero", "document.unknown-property $.weigthing", "document.unknown-word $.normalization.type",
            "document.unknown-word $.normalizationOf.a.cost", "document.unknown-word $.ties", "document.wrong-type $.fullScore",
        },
        Findings("""
            "normalization": { "type": "maxMin" }, "normalizationOf": { "a": { "type": "proportion", "cost": "free" } }, "weighting": { "type": "entropy", "zero": 1 },
            "fullScore": "hundred", "ties": "biggest", "weigthing": 1
            """).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{ "type": "minMax", "low": 100, "high": 1 }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "minMax", "low": "NaN" }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "minMax", "constant": 7 }""", "document.wrong-type $.normalization.constant")]
    [InlineData("""{ "type": "zScore", "deviation": -1 }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "logistic", "steepness": 0 }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "goalposts", "worst": 5, "best": 5 }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "category", "percentiles": [0.5, 0.2], "scores": [1, 2, 3] }""", "plan.invalid-method $.normalization")]
    [InlineData("""{ "type": "transformed", "transform": { "type": "power", "exponent": -1 }, "then": { "type": "minMax" } }""", "document.invalid-value $.normalization")]
    [InlineData("""{ "type": "transformed", "transform": { "type": "power", "exponant": 2 }, "then": { "type": "minMax" } }""", "document.unknown-property $.normalization.transform.exponant")]
    [InlineData("""{ "low": 0 }""", "document.missing-property $.normalization.type")]
    [InlineData("""{ "low": 0, "type": "minMax" }""", "document.type-not-first $.normalization.type")]
    [InlineData("""{ "type": "minMax", "low": 1, "low": 2 }""", "document.duplicate-property $.normalization.low")]
    [InlineData("[]", "document.wrong-type $.normalization")]
    public void Numbers_of_a_normalisation_that_cannot_be(string json, string finding) => Assert.Equal(finding, Findings($"\"normalization\": {json}")[0]);

    [Theory]
    [InlineData("\"aggregation\": { \"type\": \"powerMean\", \"exponent\": \"NaN\" }", "document.invalid-value $.aggregation")]
    [InlineData("\"aggregation\": { \"type\": \"greyRelation\", \"resolution\": 2 }", "document.invalid-value $.aggregation")]
    [InlineData("\"grading\": { \"type\": \"fixed\", \"cuts\": [60, 80, 90] }", "document.invalid-value $.grading")]
    [InlineData("\"grading\": { \"type\": \"fixed\", \"cuts\": [90, 80] }", "plan.invalid-method $.grading")]
    [InlineData("\"treatment\": { \"type\": \"winsorize\", \"atMost\": -3 }", "plan.invalid-method $.treatment")]
    [InlineData("\"imputation\": { \"type\": \"linearInTime\", \"maxGap\": 0 }", "document.invalid-value $.imputation")]
    [InlineData("\"fullScore\": -1", "plan.full-score-not-positive $.fullScore")]
    [InlineData("\"coverageThreshold\": 7", "plan.threshold-out-of-range $.coverageThreshold")]
    [InlineData("\"bottomLine\": { \"type\": \"capGrade\", \"grade\": \"甲等\" }", "plan.unknown-grade $.bottomLine.grade")]
    [InlineData("\"bottomLine\": { \"type\": \"capGrade\", \"grade\": \"中\" }, \"graded\": false", "plan.cap-without-grades $.bottomLine", true)]
    [InlineData("\"aggregationOf\": { \"nowhere\": { \"type\": \"geometric\" } }", "plan.unknown-code $.aggregationOf")]
    [InlineData("\"aggregationOf\": { \"A\": null }", "document.wrong-type $.aggregationOf.A")]
    public void Numbers_of_other_steps_that_cannot_be(string parts, string finding, bool warning = false)
    {
        if (!warning) Assert.Equal(finding, Findings(parts)[0]);
        else Assert.Contains(finding, EvaluationPlan.Parse($$"""{ "format": "plan/1", "framework": {{Small.Framework.ToJson()}}, {{parts}} }""").Fit(Small.Easy).Report.Select(i => $"{i.Code} {i.Place.Path}"));
    }

    [Fact]
    public void A_mistake_in_the_framework_has_its_path_in_the_plan() =>
        Assert.Equal(["document.missing-property $.framework.name", "document.wrong-type $.framework.code"], Findings("\"framework\": { \"code\": 3 }", framework: false).Order(StringComparer.Ordinal));

    [Fact]
    public void Text_that_is_no_JSON_says_in_which_line() =>
        Assert.Equal(("document.not-json", 2L), EvaluationPlan.Read("{ \"format\": \"plan/1\",\n oops }").Report.Select(i => (i.Code, i.Place.Line!.Value)).Single());

    [Fact]
    public void A_method_whose_numbers_cannot_be_is_an_error_even_where_unfittable_indicators_are_left_out()
    {
        EvaluationPlan plan = new(Small.Framework) { Normalization = Normalization.MinMax(100, 0), Unfittable = UnfittableRule.LeaveOut };
        Assert.Contains(Assert.Throws<InvalidDocumentException>(() => plan.Fit(Small.Easy)).Report, i => i.Code == "plan.invalid-method" && i.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("\"worst\": 0,", "\"worst\": 10,", "model.invalid-normalization $.normalizations")]
    [InlineData("\"baselineLast\": 2023", "\"baselineLast\": 1999", "model.baseline-upside-down $.baselineLast")]
    [InlineData("\"values\": [\n        1\n      ]", "\"values\": [\n        \"NaN\"\n      ]", "model.weight-not-finite $.weights")]
    [InlineData("\"values\": [\n        1\n      ],", "", "model.weights-missing $.weights")]
    [InlineData("\"format\": \"model/1\"", "\"format\": \"plan/1\"", "document.unknown-format $.format")]
    [InlineData("\"findings\": []", "\"findings\": 3", "document.wrong-type $.findings")]
    public void A_model_that_was_changed_by_hand_is_refused_with_a_report(string text, string by, string finding)
    {
        string json = new EvaluationPlan(Small.Framework).Fit(Small.Easy).ToJson();
        Assert.Contains(text, json, StringComparison.Ordinal);
        EvaluationModelReading reading = EvaluationModel.Read(json.Replace(text, by, StringComparison.Ordinal));
        Assert.Null(reading.Model);
        Assert.Contains(finding, reading.Report.Select(i => $"{i.Code} {i.Place.Path}"));
        Assert.All(reading.Report, BadInput.AssertBothLanguages);
        Assert.NotNull(EvaluationModel.Read(json).Model);
    }

    [Fact]
    public void Why_an_indicator_cannot_be_fitted_is_said_in_plain_Chinese()
    {
        ValidationReport report = Assert.Throws<InvalidDocumentException>(() => new EvaluationPlan(Small.Framework).Fit(Small.Panel([1, 1], [double.NaN, double.NaN], [1, 2]))).Report;
        Assert.Equal("指标“指标a”在基准期内无法标准化：所有数值都相同，分不出高低；可去掉该指标、改用阈值法，或选择 ConstantRule.Midpoint", report[0].Message.Chinese);
        Assert.Equal("指标“指标b”在基准期内无法标准化：没有一个数值", report[1].Message.Chinese);
        Assert.DoesNotContain("Parameter", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    public void The_culture_of_the_machine_changes_no_message(string culture)
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        static string Report() => Assert.Throws<InvalidDocumentException>(() => (new EvaluationPlan(Small.Framework) { CoverageThreshold = 1.5, FullScore = -0.5, Normalization = Normalization.MinMax(1.5, 0.5) }).Fit(Small.Easy)).Message;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            string invariant = Report();
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.Equal(invariant, Report());
        }
        finally { System.Globalization.CultureInfo.CurrentCulture = before; }
    }
}
