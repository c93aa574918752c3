using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class SurveyReadingSpecification
{
    private static readonly Questionnaire Asked = Questionnaire.Parse(QuestionnaireSpecification.Json);

    [Fact]
    public void Missing_refused_and_not_applicable_are_kept_apart()
    {
        SurveyReading reading = SatisfactionSurvey.ReadCsv("q1,q2,区域,年龄\n1,a;b,东区,30\n98,,西区,40\n99,b,西区,\n,98,东区,50\n3,a,东区,60\n", Asked);
        Assert.True(reading.Report.IsValid, reading.Report.ToString());
        IReadOnlyDictionary<AnswerState, int> q1 = reading.Survey.AnswerStates("q1"), q2 = reading.Survey.AnswerStates("q2");
        Assert.Equal((2, 1, 1, 1), (q1[AnswerState.Answered], q1[AnswerState.Missing], q1[AnswerState.Refused], q1[AnswerState.NotApplicable]));
        Assert.Equal((3, 1, 1, 0), (q2[AnswerState.Answered], q2[AnswerState.Missing], q2[AnswerState.Refused], q2[AnswerState.NotApplicable]));
    }

    [Fact]
    public void Every_bad_input_is_reported_at_once_with_code_line_column_and_both_languages()
    {
        PopulationMargin strata = PopulationMargin.Of("stratum", ("s1", 100), ("s2", 200));
        SurveyReading reading = SatisfactionSurvey.ReadCsv(
            """
            respondent,weight,stratum,q1,q2,区域,年龄,q9
            r1,2,s1,1,a,东区,30,x
            r2,2,s1,7,a;z,东区,30,x
            r1,2,s2,1,a,东区,30,x
            r4,0,s2,1,a,东区,30,x
            r5,-1,s3,1,a,东区,30,x
            r6,2,,1,a,东区,30,x
            r7,2,s2,1,a,北区,30,x
            r8,2,s2,1
            r9,2,s2,"3","b",西区,"31",x
            """, Asked, strata);
        Assert.Equal(
            ["surveys.unknown-column 1 q9", "surveys.answer-outside-scale 3 q1", "surveys.answer-outside-scale 3 q2", "surveys.respondent-twice 4 respondent", "surveys.weight-not-positive 5 weight",
                "surveys.weight-not-positive 6 weight", "surveys.unknown-stratum 6 stratum", "surveys.stratum-missing 7 stratum", "surveys.unknown-level 8 区域", "surveys.malformed-row 9 ", "surveys.weights-off-stratum  weight", "surveys.weights-off-stratum  weight"],
            reading.Report.Select(i => $"{i.Code} {i.Place.Line} {i.Place.Column}"));
        Assert.All(reading.Report, i => Assert.True(i.Message.Chinese.Length > 0 && i.Message.English.Length > 0 && i.Severity == (i.Code is "surveys.unknown-column" or "surveys.weights-off-stratum" ? Severity.Warning : Severity.Error)));
        Assert.Equal(4, reading.Survey.Respondents); // lines 2, 3, 8 and 10
    }

    [Fact]
    public void Absent_columns_are_named_and_nothing_at_all_has_no_survey()
    {
        SurveyReading reading = SatisfactionSurvey.ReadCsv("q1\n", Asked);
        Assert.Equal(["surveys.column-absent", "surveys.column-absent", "surveys.column-absent", "surveys.no-respondents"], reading.Report.Select(i => i.Code));
        Assert.False(reading.HasSurvey);
        Assert.Throws<InvalidDocumentException>(() => reading.Survey);
    }

    [Fact]
    public void Strata_with_their_population_give_each_respondent_its_weight_and_the_finite_population()
    {
        SurveyDesign design = SatisfactionSurvey.ReadCsv("stratum,q1,q2,区域,年龄\ns1,1,a,东区,1\ns1,2,a,东区,1\ns2,3,a,东区,1\ns2,1,a,东区,1\ns2,1,a,东区,1\n", Asked, PopulationMargin.Of("stratum", ("s1", 100), ("s2", 600))).Survey.Design;
        Assert.Equal([50, 50, 200, 200, 200], design.Weights.ToArray());
        // s1: 100²·(1 − 2/100)/2·(0.5) of 1, 2; s2: none of its variance when all values are equal
        Near.Relative(100 * 100 * 0.98 / 2 * 0.5, design.Total([1, 2, 5, 5, 5]).Variance);
    }

    [Fact]
    public void Typed_responses_and_text_give_the_same_survey()
    {
        SurveyResponse[] typed =
        [
            new() { Respondent = "a", Weight = 1.5, Answers = new Dictionary<string, string> { ["q1"] = "2", ["q2"] = "a;b" }, Attributes = new Dictionary<string, string> { ["区域"] = "东区", ["年龄"] = "老" } },
            new() { Respondent = "b", Weight = 2.5, Answers = new Dictionary<string, string> { ["q1"] = "3" }, Attributes = new Dictionary<string, string> { ["区域"] = "西区", ["年龄"] = "少" } },
        ];
        SatisfactionSurvey fromTyped = SatisfactionSurvey.Of(Asked, typed).Survey.With(SuppressionRule.None);
        SatisfactionSurvey fromText = SatisfactionSurvey.ReadCsv("respondent,年龄,weight,q1,q2,区域\na,老,1.5,2,a;b,东区\nb,少,2.5,3,,西区\n", Asked).Survey.With(SuppressionRule.None);
        Assert.Equal(fromText.Satisfaction().ToString(), fromTyped.Satisfaction().ToString());
        Assert.Equal(fromText.Satisfaction("年龄").ToString(), fromTyped.Satisfaction("年龄").ToString());
        Near.Relative((1.5 * 50 + 2.5 * 100) / 4, fromTyped.Satisfaction()["H"].Mean!.Value);
    }

    [Fact]
    public void A_typed_response_with_an_unknown_question_is_reported() => Assert.Equal("surveys.unknown-column",
        SatisfactionSurvey.Of(Asked, [new() { Answers = new Dictionary<string, string> { ["q1"] = "1", ["nope"] = "1" } }]).Report.Single().Code);

    [Fact]
    public void A_weight_or_stratum_that_only_some_responses_have_is_reported_and_not_made_up()
    {
        SurveyReading reading = SatisfactionSurvey.Of(Asked, [new() { Weight = 2, Stratum = "s" }, new() { Weight = 2 }, new() { Stratum = "s" }, new() { Weight = 3, Stratum = "s" }]);
        Assert.Equal(["surveys.column-in-part 2 stratum", "surveys.column-in-part 3 weight"], reading.Report.Select(i => $"{i.Code} {i.Place.Line} {i.Place.Column}"));
        Assert.Equal([2, 3], reading.Survey.Design.Weights.ToArray());
    }

    [Fact]
    public void A_stratum_of_one_fails_as_the_design_says_and_another_rule_can_be_chosen()
    {
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("stratum,q1,q2,区域,年龄\na,1,,东区,1\na,3,,东区,1\nb,3,,东区,1\n", Asked).Survey.With(SuppressionRule.None);
        Assert.Throws<InvalidOperationException>(() => survey.Satisfaction());
        SurveyEstimate mean = survey.With(survey.Design.With(LonelyStratum.Certainty)).Satisfaction()["H"].Mean!;
        Near.Relative(Math.Sqrt(2 * (50 * 50 + 50 * 50) / 9.0), mean.StandardError); // 2/(2 − 1)·Σ(u − ū)², u = y/3 less its mean
    }

    [Fact]
    public void What_the_whole_sample_shows_is_reported_by_the_line_of_the_text() // line 3 is not used, so rows and lines part
    {
        SurveyReading reading = SatisfactionSurvey.ReadCsv("respondent,stratum,cluster,q1,q2,区域,年龄\nr1,a,x,1,,东区,1\nr1,a,x,1,,东区,1\nr3,b,y,1,,东区,1\nr4,b,x,1,,东区,1\n", Asked);
        Assert.Equal(["surveys.respondent-twice 3", "surveys.cluster-in-two-strata 5"], reading.Report.Select(i => $"{i.Code} {i.Place.Line}"));
        Assert.False(reading.HasSurvey);
    }

    [Fact]
    public void Columns_already_coded_are_taken_without_a_copy_and_checked()
    {
        var asked = new Questionnaire("c", "t", [Question.Likert("q", "", [0, 100], 1).For("D")], ["g"]);
        CategoricalColumn g = CategoricalColumn.Of(["a", "b", "a"]);
        SatisfactionSurvey Survey(params byte[] codes) => SatisfactionSurvey.FromColumns(asked, new Dictionary<string, byte[]> { ["q"] = codes }, new Dictionary<string, CategoricalColumn> { ["g"] = g }, SurveyDesign.Of([1, 1, 1]));
        Near.Relative(50, Survey(0, 1, 255).With(SuppressionRule.None).Satisfaction()["D"].Mean!.Value);
        Assert.Throws<ArgumentException>(() => Survey(0, 1, 2));
        Assert.Throws<ArgumentException>(() => Survey(0, 1));
    }

    [Fact]
    public void Columns_of_multiple_choice_have_a_bit_an_option()
    {
        var asked = new Questionnaire("c", "t", [Question.MultipleChoice("m", "", ("a", "停车"), ("b", "物业"), ("c", "绿化"))]);
        SatisfactionSurvey Survey(ulong[] chosen, byte[]? states = null) => SatisfactionSurvey.FromColumns(asked, states is null ? new Dictionary<string, byte[]>() : new Dictionary<string, byte[]> { ["m"] = states },
            new Dictionary<string, CategoricalColumn>(), SurveyDesign.Of([1, 1, 1, 1]), new Dictionary<string, ulong[]> { ["m"] = chosen }).With(SuppressionRule.None);
        Near.Relative([0.5, 0.5, 0.25], [.. Survey([0b001, 0b011, 0b110, 0]).Distribution("m")!.Select(s => s.Value)]);
        Near.Relative([2 / 3.0, 2 / 3.0, 1 / 3.0], [.. Survey([0b001, 0b011, 0b110, 0], [0, 0, 0, 254]).Distribution("m")!.Select(s => s.Value)]); // the last one refused
        Assert.Equal(1, Survey([1, 1, 1, 0], [0, 0, 0, 254]).AnswerStates("m")[AnswerState.Refused]);
        Assert.Throws<ArgumentException>(() => Survey([0b1000, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => Survey([1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Survey([1, 1, 1, 1], [1, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => SatisfactionSurvey.FromColumns(asked, new Dictionary<string, byte[]>(), new Dictionary<string, CategoricalColumn>(), SurveyDesign.Of([1])));
    }

    [Fact]
    public void Two_stages_of_unequal_size_are_read_from_columns_of_the_text()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")]).WithColumns(new SurveyColumns { Cluster = "社区", PopulationUnits = "社区总数", SecondStage = "户", SecondStageUnits = "户总数" });
        // three communities of 20; 2 of 30, 3 of 40 and 2 of 25 households; household numbers start again in each community
        SurveyReading reading = SatisfactionSurvey.ReadCsv("weight,社区,社区总数,户,户总数,q\n2,A,20,1,30,5\n2,A,20,1,30,6\n2,A,20,2,30,8\n3,B,20,1,40,2\n3,B,20,2,40,4\n3,B,20,3,40,9\n1,C,20,1,25,7\n1,C,20,2,25,10\n", asked);
        Assert.True(reading.Report.IsValid, reading.Report.ToString());
        double[] w = [2, 2, 2, 3, 3, 3, 1, 1], y = [50, 60, 80, 20, 40, 90, 70, 100];
        string[] community = ["A", "A", "A", "B", "B", "B", "C", "C"], home = ["1", "1", "2", "1", "2", "3", "1", "2"];
        SurveyDesign same = SurveyDesign.Of(w, new SampleColumns
        {
            Clusters = CategoricalColumn.Of(community),
            PopulationUnits = [20, 20, 20, 20, 20, 20, 20, 20],
            SecondStage = CategoricalColumn.Of(home),
            SecondStageUnits = [30, 30, 30, 40, 40, 40, 25, 25],
        });
        SurveyEstimate mean = reading.Survey.With(SuppressionRule.None).Satisfaction()["D"].Mean!;
        Near.Relative(same.Mean(y).Variance, mean.Variance);
        // by hand: 20·17·s²₁/3/W² of the communities' sums plus, with 3/20, M(M − m)·s²/m·… of the households' sums u = w(y − ȳ)/W
        double all = w.Sum(), centre = w.Zip(y, (a, b) => a * b).Sum() / all;
        double[] u = [.. w.Zip(y, (a, b) => a * (b - centre) / all)], first = [u[0] + u[1] + u[2], u[3] + u[4] + u[5], u[6] + u[7]];
        double variance = (1 - 3 / 20.0) * 3 * Spread(first)
            + 3 / 20.0 * ((1 - 2 / 30.0) * 2 * Spread([u[0] + u[1], u[2]]) + (1 - 3 / 40.0) * 3 * Spread([u[3], u[4], u[5]]) + (1 - 2 / 25.0) * 2 * Spread([u[6], u[7]]));
        Near.Relative(variance, mean.Variance);

        static double Spread(double[] x) => x.Sum(v => (v - x.Average()) * (v - x.Average())) / (x.Length - 1);
    }

    [Fact]
    public void A_second_stage_without_the_first_is_reported_and_not_guessed()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")]);
        SurveyReading reading = SatisfactionSurvey.ReadCsv("second_stage,q\n1,5\n2,6\n", asked), units = SatisfactionSurvey.ReadCsv("cluster,second_population,q\n1,9,5\n2,9,6\n", asked);
        Assert.Equal("surveys.second-stage-incomplete", reading.Report.Single().Code);
        Assert.Equal("surveys.second-stage-incomplete", units.Report.Single().Code);
        Assert.False(reading.HasSurvey);
        Assert.Equal(["surveys.cluster-missing 3 second_stage", "surveys.population-not-positive 4 second_population", "surveys.column-absent 1 "], SatisfactionSurvey.ReadCsv(
            "cluster,population,second_stage,second_population,x\n1,9,1,9,5\n1,9,,9,6\n2,9,1,0,6\n2,9,1,9,6\n", asked).Report.Where(i => i.Code != "surveys.unknown-column")
            .Select(i => $"{i.Code} {i.Place.Line} {(i.Code == "surveys.column-absent" ? "" : i.Place.Column)}").OrderBy(t => t.Contains("absent", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_respondent_that_cannot_be_weighted_is_named_by_its_line() // line 3 is not used, so the third respondent stands in line 5
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")], ["g"]);
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("respondent,g,q\nr1,a,1\nr1,a,1\nr2,b,2\nr3,,3\n", asked).Survey;
        Assert.Equal(["surveys.margin-value-missing 5 g"], survey.Calibrate([PopulationMargin.Of("g", ("a", 1), ("b", 2))]).Report.Select(i => $"{i.Code} {i.Place.Line} {i.Place.Column}"));
    }

    [Fact]
    public void Those_who_do_not_say_can_keep_their_share_of_the_weights()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")], ["g", "h"]);
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("g,h,q\na,x,1\na,y,2\na,x,3\nb,y,4\n,x,5\nb,y,6\nb,x,7\nb,,8\n", asked).Survey.With(SuppressionRule.None);
        PopulationMargin[] margins = [PopulationMargin.Of("g", ("a", 200), ("b", 600)), PopulationMargin.Of("h", ("x", 400), ("y", 400))];
        Assert.False(survey.Calibrate(margins).Converged);
        SurveyDesign design = survey.Calibrate(margins, new CalibrationOptions { Missing = MissingAttribute.KeepShare }).Design;
        // one of eight does not say g and keeps 100 of 800; a and b share 700 as 1 : 3; one of eight does not say h, and x and y share 700 evenly
        double[] w = design.Weights.ToArray();
        Near.Relative([175, 525, 100], [w[0] + w[1] + w[2], w[3] + w[5] + w[6] + w[7], w[4]], 1e-9);
        Near.Relative([350, 350, 100], [w[0] + w[2] + w[4] + w[6], w[1] + w[3] + w[5], w[7]], 1e-9);
        RepresentativenessTable table = survey.With(design, margins).Representativeness;
        Near.Relative(0, table["g", "a"].WeightedDifference, 1e-9); // of those who say
        // complete columns are as they were
        SatisfactionSurvey complete = SatisfactionSurvey.ReadCsv("g,h,q\na,x,1\nb,y,2\na,y,3\nb,x,4\n", asked).Survey;
        Assert.Equal(complete.Calibrate(margins).Design.Weights.ToArray(), complete.Calibrate(margins, new CalibrationOptions { Missing = MissingAttribute.KeepShare }).Design.Weights.ToArray());
    }

    [Fact]
    public void Weights_that_make_another_population_of_a_stratum_stand_and_are_named()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")]);
        PopulationMargin strata = PopulationMargin.Of("stratum", ("a", 100), ("b", 60));
        SurveyReading reading = SatisfactionSurvey.ReadCsv("weight,stratum,q\n50,a,1\n50.5,a,2\n1,b,3\n1,b,4\n", asked, strata);
        ValidationIssue issue = Assert.Single(reading.Report);
        Assert.Equal(("surveys.weights-off-stratum", Severity.Warning), (issue.Code, issue.Severity));
        Assert.Contains("'b' sum to 2 and its population is 60", issue.Message.English, StringComparison.Ordinal);
        Assert.Equal(102.5, reading.Survey.Design.Population);
    }

    [Fact]
    public void Careless_and_contradicting_responses_are_flagged_with_their_line_and_none_is_removed()
    {
        var asked = new Questionnaire("c", "t", [.. Enumerable.Range(1, 10).Select(i => Question.Likert($"q{i}", "", LikertScores.FromZero(5)))], ["age", "job"])
            .WithImpossible(new ImpossibleCombination("未成年而退休", [new("age", "15"), new("job", "retired")]));
        string head = "seconds,age,job," + string.Join(',', Enumerable.Range(1, 10).Select(i => $"q{i}"));
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv(string.Join('\n', head,
            "300,40,work,1,2,3,4,5,1,2,3,4,5",     // 2
            "310,41,work,3,3,3,3,3,3,3,3,3,",      // 3 straight line
            "20,42,work,1,2,3,4,5,1,2,3,4,4",      // 4 speeding: under a third of the median 300
            "300,40,work,1,2,3,4,5,1,2,3,4,5",     // 5 equals line 2
            "305,15,retired,2,2,3,4,5,1,2,3,4,5"), // 6 contradiction
            asked).Survey;
        Assert.Equal(
            ["surveys.straight-lining 3", "surveys.speeding 4", "surveys.duplicate-answers 5", "surveys.impossible-combination 6"],
            survey.Quality().Select(i => $"{i.Code} {i.Place.Line}"));
        Assert.True(survey.Quality().IsValid); // warnings only
        Assert.Equal(5, survey.Respondents);
        Assert.All(survey.Quality(new QualityRules { StraightLineQuestions = 0, SpeedingFraction = 0, Duplicates = false }), i => Assert.Equal("surveys.impossible-combination", i.Code));
    }

    [Fact]
    public void No_public_member_gives_a_single_respondents_answers()
    {
        // what could hold a row: arrays, spans, memory, lists and dictionaries of answers
        Type[] open = [typeof(SatisfactionSurvey), typeof(SurveyReading), typeof(SatisfactionTable), typeof(RepresentativenessTable), typeof(DifferenceTable)];
        string[] allowed = ["Margins", "AnswerStates", "Distribution", "get_Margins", "get_Rows", "get_Tests", "Smallest", "get_Hidden"];
        string[] found = [.. open.SelectMany(t => t.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(m => (m.ReturnType.IsArray || m.ReturnType.IsByRefLike || (m.ReturnType.IsGenericType && m.ReturnType.Name != "IEnumerator`1")) && !allowed.Contains(m.Name)).Select(m => $"{m.DeclaringType!.Name}.{m.Name}")];
        Assert.Empty(found);
    }
}
