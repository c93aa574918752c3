using System.Text.Json;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class QuestionnaireSpecification : IReferenceChecks
{
    internal const string Json = """
        {
          "format": "questionnaire/1",
          "code": "sat-2025",
          "title": "满意度调查",
          "refusedCodes": ["98"],
          "notApplicableCodes": ["99"],
          "attributes": [{ "code": "区域", "levels": ["东区", "西区"] }, { "code": "年龄" }],
          "questions": [
            { "code": "q1", "text": "住房", "links": ["H", { "code": "C", "weight": 2 }],
              "options": [{ "code": "1", "score": 0 }, { "code": "2", "score": 50 }, { "code": "3", "text": "满意", "score": 100, "isSatisfied": true }] },
            { "code": "q2", "text": "最需要改善", "kind": "multipleChoice", "options": [{ "code": "a", "text": "停车" }, { "code": "b", "text": "物业" }] }
          ],
          "impossible": [{ "text": "东区没有物业", "conditions": [{ "column": "区域", "value": "东区" }, { "column": "q2", "value": "b" }] }]
        }
        """;

    [Fact]
    public void Reads_from_a_file_and_writes_back_the_same()
    {
        Questionnaire q = Questionnaire.Parse(Json);
        Assert.Equal(["H", "C"], q.LinkedCodes);
        Assert.Equal(new QuestionLink("C", 2), q["q1"].Links[1]);
        Assert.Equal((100.0, true, "满意"), (q["q1"].Options[2].Score!.Value, q["q1"].Options[2].IsSatisfied, q["q1"].Options[2].Text));
        string once = q.ToJson();
        Assert.Equal(once, Questionnaire.Parse(once).ToJson());
    }

    [Fact]
    public void Every_mistake_of_a_file_is_found_at_once_with_its_path()
    {
        QuestionnaireReading reading = Questionnaire.Read("""
            { "code": "x", "title": "x", "refusedCodes": ["1"],
              "questions": [
                { "code": "q", "text": "", "options": [{ "code": "1", "score": 1 }, { "code": "1" }] },
                { "code": "q", "text": "", "kind": "multipleChoice", "options": [{ "code": "a" }], "links": ["H"] } ],
              "impossible": [{ "text": "?", "conditions": [{ "column": "q", "value": "7" }] }] }
            """);
        Assert.Null(reading.Questionnaire);
        Assert.Equal(
            ["surveys.code-twice $.questions[0].options", "surveys.code-twice $.questions[0].options", "surveys.code-twice $.questions[1].code", "surveys.option-count $.questions[1].options",
                "surveys.link-without-score $.questions[1].links", "surveys.unknown-condition $.impossible[0]"],
            reading.Report.Select(i => $"{i.Code} {i.Place.Path}"));
    }

    [Fact]
    public void What_is_no_questionnaire_says_what_is_missing() =>
        Assert.Contains(Questionnaire.Read("{}").Report, i => i.Code == "document.missing-property" && i.Place.Path == "$.code");

    [Fact]
    public void A_scale_takes_its_values_as_data()
    {
        Question five = Question.Likert("q", "", [100, 80, 60, 40, 20], 1);
        Assert.Equal([100.0, 80, 60, 40, 20], five.Options.Select(o => o.Score!.Value));
        Assert.Equal([false, false, false, false, true], five.Options.Select(o => o.IsSatisfied));
        Assert.Equal(7, Question.Likert("q", "", LikertScores.FromZero(7)).Options.Count);
        Assert.Equal([0.0, 100], Question.YesNo("q", "").Options.Select(o => o.Score!.Value));
        Assert.Equal(11, Question.Rating("q", "").Options.Count);
    }

    [ReferenceFact]
    public void Net_promoter_score_top_box_and_both_maps_of_a_scale() => Assert.True(NpsDeviation() <= 1e-12, $"{NpsDeviation():E2}");

    [Fact]
    public void A_net_promoter_score_is_of_0_to_10() => Assert.Throws<ArgumentOutOfRangeException>(() => NetPromoter.Score([11]));

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new ReferenceCheck("mcda/nps_likert", "NetPromoter, LikertScores, SurveyDesign.Mean", 1e-12, NpsDeviation);
    }

    private static double NpsDeviation()
    {
        JsonElement input = Reference.Json("mcda/nps_likert/input.json"), checks = Reference.Json("mcda/nps_likert/expected.json").GetProperty("checks");
        double[] scores = [.. Near.Flatten(input.GetProperty("scores"))], missing = [.. Near.Flatten(input.GetProperty("scores_na"))];
        double worst = 0;
        Hold("nps", NetPromoter.Score(scores));
        Hold("nps_na_removed", NetPromoter.Score(missing));
        Hold("top_box_9_10_percent", 100 * SurveyDesign.Of(scores.Select(_ => 1.0).ToArray()).Mean(scores.Select(s => s >= 9 ? 1.0 : 0).ToArray()).Value);
        Hold("likert5_to_100_(x-1)/(k-1)", [.. LikertScores.FromZero(5)]);
        Hold("likert5_to_100_x/k", [.. LikertScores.Proportional(5)]);
        return worst;

        void Hold(string name, params double[] actual)
        {
            double[] expected = [.. Near.Flatten(checks.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).GetProperty("value"))];
            for (int i = 0; i < expected.Length; i++) worst = Math.Max(worst, Near.Deviation(expected[i], actual[i]));
            Assert.Equal(expected.Length, actual.Length);
        }
    }
}
