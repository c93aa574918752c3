using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

public class SatisfactionSpecification
{
    private static readonly Questionnaire Asked = new("c", "t",
    [
        Question.Likert("q1", "住房", LikertScores.FromZero(5)).For("H"),
        Question.Likert("q2", "停车", LikertScores.FromZero(5)).For("C", new QuestionLink("H", 3)),
        Question.MultipleChoice("q3", "改善", ("a", "停车"), ("b", "物业")),
        Question.Rating("q4", "推荐"),
    ], ["区域", "年龄"]);

    private static readonly SatisfactionSurvey Survey = SatisfactionSurvey.ReadCsv(
        """
        weight,区域,年龄,q1,q2,q3,q4
        1,东,老,5,1,a,10
        2,东,少,4,,a;b,6
        3,西,老,1,3,b,9
        4,西,少,,5,,8
        """, Asked).Survey.With(SuppressionRule.None);

    [Fact]
    public void A_question_has_a_weighted_mean_and_a_top_box_share()
    {
        SatisfactionRow q1 = Survey.Satisfaction(of: SatisfactionSubject.Questions)["q1"]; // 100, 75, 0 with weights 1, 2, 3
        Near.Relative(250 / 6.0, q1.Mean!.Value);
        Near.Relative(3 / 6.0, q1.TopBoxShare!.Value);
        Assert.Equal(3, q1.Mean.Respondents);
        // se of a ratio, each respondent a unit: 4/3·Σ(w(y − ȳ)/6)² over the four, the last of them 0
        double m = 250 / 6.0;
        Near.Relative(Math.Sqrt(4.0 / 3 * (Math.Pow(100 - m, 2) + Math.Pow(2 * (75 - m), 2) + Math.Pow(3 * m, 2)) / 36), q1.Mean.StandardError);
    }

    // H takes q1 once and q2 three times, among those answered: 25, 75, 37.5, 100
    [Fact]
    public void A_dimension_is_each_respondents_weighted_mean_over_the_questions_answered()
    {
        Near.Relative((1 * 25 + 2 * 75 + 3 * 37.5 + 4 * 100) / 10, Survey.Satisfaction()["H"].Mean!.Value);
        Near.Relative((1 * 0.25 + 2 * 1 + 3 * 0 + 4 * 1) / 10, Survey.Satisfaction()["H"].TopBoxShare!.Value);
    }

    [Fact]
    public void Groups_and_crossings_have_their_own_rows()
    {
        SatisfactionTable byArea = Survey.Satisfaction("区域");
        Near.Relative((3 * 50 + 4 * 100) / 7.0, byArea["C", "西"].Mean!.Value);
        SatisfactionTable crossed = Survey.Satisfaction("区域 × 年龄");
        Near.Relative(50, crossed["C", "西 × 老"].Mean!.Value);
        Assert.True(double.IsNaN(crossed["C", "东 × 少"].Mean!.Value)); // nobody there answered q2
        Assert.Throws<KeyNotFoundException>(() => Survey.Satisfaction("学历"));
    }

    [Fact]
    public void All_questions_together_are_one_subject() // q1, q2 and q4·10: (100 + 0 + 100)/3, (75 + 60)/2, (0 + 50 + 90)/3, (100 + 80)/2
    {
        Near.Relative((200 / 3.0 + 2 * 67.5 + 3 * 140 / 3.0 + 4 * 90) / 10, Survey.Satisfaction(of: SatisfactionSubject.Overall)[""].Mean!.Value);
    }

    [Fact]
    public void A_multiple_choice_has_the_share_that_chose_each_option()
    {
        IReadOnlyList<SurveyEstimate> shares = Survey.Distribution("q3")!; // a: 1 + 2, b: 2 + 3, of 6
        Assert.Equal(["停车", "物业"], shares.Select(s => s.Domain));
        Near.Relative([3 / 6.0, 5 / 6.0], [.. shares.Select(s => s.Value)]);
        Near.Relative([3 / 6.0, 0, 0, 2 / 6.0, 1 / 6.0], [.. Survey.Distribution("q1")!.Select(s => s.Value)]);
    }

    [Fact]
    public void A_net_promoter_score_carries_the_weights() => Near.Relative(100 * (1 + 3 - 2) / 10.0, Survey.NetPromoterScore("q4").Value);

    [Fact]
    public void Small_cells_are_hidden_and_one_more_where_a_single_one_could_be_computed()
    {
        Assert.Equal([true, false, true], new SuppressionRule { MinimumRespondents = 10 }.Hidden([9, 30, 20]));
        Assert.Equal([true, true, false], new SuppressionRule { MinimumRespondents = 10 }.Hidden([9, 3, 20]));
        Assert.Equal([true, false, false], new SuppressionRule { MinimumRespondents = 10, Complementary = false }.Hidden([9, 30, 20]));
        Assert.Equal([false, false], new SuppressionRule { MinimumRespondents = 10 }.Hidden([0, 30]));
        SatisfactionTable hidden = Survey.With(SuppressionRule.Default).Satisfaction("区域");
        Assert.All(hidden, r => Assert.True(r is { IsSuppressed: true, Mean: null, TopBoxShare: null }));
        Assert.DoesNotContain("100", hidden.ToString());
        Assert.Null(Survey.With(SuppressionRule.Default).Distribution("q1"));
        Assert.Equal(4, Survey.With(SuppressionRule.Default).Differences("区域", of: SatisfactionSubject.Linked).Hidden.Count);
    }

    [Fact]
    public void Differences_between_groups_are_tested_with_students_t_and_corrected()
    {
        // two groups of five, equal weights: the linearised variance of each mean is n/(n − 1) times Σ(y − ȳ)²/5² over all ten
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")], ["g"]);
        int[] a = [1, 2, 3, 4, 5], b = [6, 7, 7, 8, 7];
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("g,q\n" + string.Join('\n', a.Select(x => $"a,{x}").Concat(b.Select(x => $"b,{x}"))), asked).Survey.With(SuppressionRule.None);
        GroupDifference difference = survey.Differences("g").Single();
        Near.Relative(-40, difference.Estimate.Value);
        double variance = 100 * 10.0 / 9 * ((4 + 1 + 1 + 4) + (1 + 1)) / 25;
        Near.Relative(variance, difference.Estimate.Variance);
        Assert.Equal(8, difference.Estimate.DegreesOfFreedom);
        // P(|t| > 40/√(1600/30) ≈ 5.477) with 8 degrees of freedom, from its closed form for even degrees
        double t = 40 / Math.Sqrt(variance), cos2 = 8 / (8 + t * t), sin = Math.Sqrt(1 - cos2);
        Near.Relative(1 - sin * (1 + cos2 / 2 + cos2 * cos2 * 3 / 8 + cos2 * cos2 * cos2 * 15 / 48), difference.PValue, 1e-9);
        Assert.True(difference.IsSignificant());
    }

    [Fact]
    public void P_values_of_a_table_are_corrected_for_their_number_by_name()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")], ["g"]);
        string[] rows = [.. new[] { 1, 2, 3, 2, 3 }.Select(x => $"a,{x}"), .. new[] { 2, 4, 3, 4, 3 }.Select(x => $"b,{x}"), .. new[] { 8, 9, 7, 8, 9 }.Select(x => $"c,{x}")];
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("g,q\n" + string.Join('\n', rows), asked).Survey.With(SuppressionRule.None);
        DifferenceTable holm = survey.Differences("g"), bonferroni = survey.Differences("g", correction: MultiplicityCorrection.Bonferroni);
        double[] p = [.. holm.Select(d => d.PValue)], sorted = [.. p.Order()];
        Assert.Equal(3, p.Distinct().Count());
        // Holm by hand: 3p₁, then at least 2p₂, then at least p₃
        double first = 3 * sorted[0], second = Math.Max(first, 2 * sorted[1]), third = Math.Max(second, sorted[2]);
        foreach (GroupDifference d in holm) Near.Relative(d.PValue == sorted[0] ? first : d.PValue == sorted[1] ? second : third, d.AdjustedPValue, 1e-14);
        foreach (GroupDifference d in bonferroni) Near.Relative(Math.Min(1, 3 * d.PValue), d.AdjustedPValue, 1e-14);
        Assert.Equal(["a b", "a c", "b c"], holm.Select(d => $"{d.First} {d.Second}"));
        Assert.Equal([false, true, true], holm.Select(d => d.IsSignificant(0.01)));

        // years: three areas of two surveys, corrected over the whole table too
        DifferenceTable years = survey.ChangesSince(SatisfactionSurvey.ReadCsv("g,q\n" + string.Join('\n', rows.Select((r, i) => r[..2] + (5 + i % 3))), asked).Survey.With(SuppressionRule.None), "g");
        double[] q = [.. years.Select(d => d.PValue).Order()];
        Assert.Equal(3, years.Count);
        Near.Relative(3 * q[0], years.Min(d => d.AdjustedPValue), 1e-14);
        // Satterthwaite: (V₁ + V₂)²/(V₁²/ν₁ + V₂²/ν₂)
        SurveyEstimate now = survey.Satisfaction("g")["D", "a"].Mean!;
        double before = years.Single(d => d.First == "a now").Estimate.Variance - now.Variance, freedom = now.DegreesOfFreedom;
        Near.Relative(Math.Pow(now.Variance + before, 2) / (now.Variance * now.Variance / freedom + before * before / freedom), years.Single(d => d.First == "a now").Estimate.DegreesOfFreedom, 1e-9);
    }

    [Fact]
    public void Replicates_give_the_errors_of_a_table_in_another_way()
    {
        SatisfactionTable jackknife = Survey.Satisfaction(ReplicationMethod.Jackknife, "区域", SatisfactionSubject.Questions), linear = Survey.Satisfaction("区域", SatisfactionSubject.Questions);
        Assert.Equal(linear.Select(r => (r.Subject, r.Domain, r.Mean!.Respondents)), jackknife.Select(r => (r.Subject, r.Domain, r.Mean!.Respondents)));
        for (int i = 0; i < linear.Count; i++) Near.Relative(linear[i].Mean!.Value, jackknife[i].Mean!.Value);
        // q1 of all: 100, 75, 0 with weights 1, 2, 3 and one who did not answer; (n − 1)/n·Σ(leave-one-out mean − mean)²
        double m = 250 / 6.0;
        double[] without = [150 / 5.0, 100 / 4.0, 250 / 3.0, m];
        Near.Relative(Math.Sqrt(3.0 / 4 * without.Sum(x => (x - m) * (x - m))), Survey.Satisfaction(ReplicationMethod.Jackknife, of: SatisfactionSubject.Questions)["q1"].Mean!.StandardError);
        Assert.All(Survey.With(SuppressionRule.Default).Satisfaction(ReplicationMethod.Bootstrap, "区域", replicates: 20), r => Assert.True(r.IsSuppressed));
    }

    [Fact]
    public void Every_other_group_is_compared_with_a_reference()
    {
        var asked = new Questionnaire("c", "t", [Question.Rating("q", "").For("D")], ["g"]);
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("g,q\na,1\na,2\nb,4\nb,5\nc,8\nc,9\n", asked).Survey.With(SuppressionRule.None);
        Assert.Equal([("a", "b", -30.0), ("c", "b", 40.0)], survey.Differences("g", "b").Select(d => (d.First, d.Second, Math.Round(d.Estimate.Value, 9))));
        Assert.Equal(3, survey.Differences("g").Count);
        Assert.Throws<KeyNotFoundException>(() => survey.Differences("g", "z"));
    }

    [Fact]
    public void A_change_between_years_adds_the_errors_of_both()
    {
        SatisfactionSurvey before = SatisfactionSurvey.ReadCsv("weight,区域,年龄,q1,q2,q3,q4\n1,东,老,3,1,a,10\n1,东,老,2,1,a,10\n1,西,少,2,1,a,10\n", Asked).Survey.With(SuppressionRule.None);
        GroupDifference change = Survey.ChangesSince(before).Single(d => d.Subject == "H");
        SurveyEstimate now = Survey.Satisfaction()["H"].Mean!, old = before.Satisfaction()["H"].Mean!;
        Near.Relative(now.Value - old.Value, change.Estimate.Value);
        Near.Relative(now.Variance + old.Variance, change.Estimate.Variance);
    }

    [Fact]
    public void The_sample_is_held_against_the_population()
    {
        PopulationMargin[] margins = [PopulationMargin.Of("年龄", ("少", 60), ("老", 40))];
        RepresentativenessTable table = Survey.RepresentativenessOf(margins);
        RepresentativenessRow young = table["年龄", "少"];
        Assert.Equal((2, 0.5, 0.6, 0.6), (young.Respondents, young.SampleShare, young.WeightedShare, young.PopulationShare));
        Near.Relative(-0.1, young.Difference);
        Near.Relative(Math.Pow(2 - 2.4, 2) / 2.4 + Math.Pow(2 - 1.6, 2) / 1.6, table.Tests[0].ChiSquare);
        Near.Relative(4 * 30 / 100.0, table.DesignEffect); // 4·(1 + 4 + 9 + 16)/10²
        // P(χ²₁ > x) = 2·(1 − Φ(√x)): √(1/6) → 0.68309
        Near.Absolute(0.68309, table.Tests[0].PValue, 1e-5);

        SatisfactionSurvey raked = Survey.RakedTo(margins);
        Near.Relative(0, raked.Representativeness["年龄", "老"].WeightedDifference);
        Near.Relative(100, raked.Design.Population);
    }

    [Fact]
    public void A_margin_that_cannot_be_met_is_reported_or_thrown()
    {
        PopulationMargin[] margins = [PopulationMargin.Of("年龄", ("少", 60), ("中", 30), ("老", 40))];
        Assert.Equal("surveys.empty-cell", Survey.Calibrate(margins).Report.Single().Code);
        Assert.Contains("年龄 = 中", Assert.Throws<InvalidDocumentException>(() => Survey.RakedTo(margins)).Message);
    }
}
