using CsCheck;
using UrbanHealth.Indicators.Tests.Support;
using Fuse = UrbanHealth.Indicators.Fusion;

namespace UrbanHealth.Indicators.Tests.Fusion;

public class FusionSpecification
{
    private static readonly string[] Areas = ["甲", "乙", "丙"];
    private static readonly double[] Objective = [80, 60, 70], Subjective = [50, 90, 70], Errors = [2, 4, 0];
    private static Grade Of(int level) => GradeScale.OfDimension[level - 1];

    [Fact]
    public void The_matrix_counts_areas_by_both_grades_and_names_mismatches_both_ways()
    {
        MatchMatrix matrix = MatchMatrix.Of(GradeScale.OfDimension, [("甲", Of(1), Of(3)), ("乙", Of(4), Of(2)), ("丙", Of(2), Of(2)), ("丁", Of(1), Of(2)), ("戊", null, Of(1))]);
        Assert.Equal((1, 1, 1, 1, 0), (matrix[1, 3], matrix[4, 2], matrix[2, 2], matrix[1, 2], matrix[1, 1]));
        Assert.Equal(["甲", "丁"], matrix.Of(MatchKind.ObjectiveBetter).Select(a => a.Area)); // the widest gap first
        Assert.Equal(["乙"], matrix.Of(MatchKind.SubjectiveBetter).Select(a => a.Area));
        Assert.Equal(-2, matrix.Of(MatchKind.SubjectiveBetter)[0].Gap);
        Assert.Equal(["戊"], matrix.Ungraded);
        Assert.Contains("客观好而居民不满: 甲 优 / 中, 丁 优 / 良", matrix.ToString());
        // agreement: p₀ by linear weights of gaps 2, 2, 0, 1 of 3: (1/3 + 1/3 + 1 + 2/3)/4
        Near.Relative((1 / 3.0 + 1 / 3.0 + 1 + 2 / 3.0) / 4, matrix.Agreement().Observed);
    }

    [Fact]
    public void A_grade_of_another_scale_is_refused() => Assert.Throws<ArgumentException>(() => MatchMatrix.Of(GradeScale.OfDimension, [("甲", GradeScale.OfIndicator[0], Of(1))]));

    [Fact]
    public void A_fixed_share_adds_the_scores_and_carries_the_error()
    {
        FusedResult fused = Fuse.Blend(Areas, Objective, Subjective, Errors, SubjectiveShare.Fixed(0.4));
        Near.Relative([68, 72, 70], [.. fused.Areas.Select(a => a.Score)]);
        Near.Relative([0.8, 1.6, 0], [.. fused.Areas.Select(a => a.StandardError)]);
        Near.Relative(68 + 1.959963984540054 * 0.8, fused["甲"].Interval.High);
        Assert.Equal([3, 1, 2], fused.Areas.Select(a => a.Rank));
        // 乙 leads 丙 by 2 with error 1.6 and 甲 by 4 with √(0.8² + 1.6²): second with probability Φ(−1.25) = 0.106, third with less than 0.02
        Assert.Equal((1.0, 2.0), (fused["乙"].RankInterval.Low, fused["乙"].RankInterval.High));
        Assert.Equal(0.4, fused.Share);
    }

    [Fact]
    public void A_blend_is_written_as_JSON_with_the_intervals_of_score_and_rank()
    {
        FusedResult fused = Fuse.Blend(Areas, [80, 60, double.NaN], Subjective, Errors, SubjectiveShare.Fixed(0.4));
        System.Text.Json.JsonElement json = System.Text.Json.JsonDocument.Parse(fused.ToJson()).RootElement, area = json.GetProperty("areas")[1];
        Assert.Equal(("fused-result/1", 0.4, "丙"), (json.GetProperty("format").GetString(), json.GetProperty("share").GetDouble(), json.GetProperty("unblended")[0].GetString()));
        Assert.False(json.TryGetProperty("year", out _)); // given as numbers
        Assert.Equal(("乙", 60.0, 90.0, 72.0, fused["乙"].StandardError), (area.GetProperty("area").GetString(), area.GetProperty("objective").GetDouble(), area.GetProperty("subjective").GetDouble(), area.GetProperty("score").GetDouble(), area.GetProperty("standardError").GetDouble()));
        Assert.Equal((fused["乙"].Interval.Low, 1, fused["乙"].RankInterval.High), (area.GetProperty("interval").GetProperty("low").GetDouble(), area.GetProperty("rank").GetInt32(), area.GetProperty("rankInterval").GetProperty("high").GetDouble()));
    }

    [Fact]
    public void Without_survey_error_ranks_are_certain()
    {
        FusedResult fused = Fuse.Blend(Areas, Objective, Subjective, [0, 0, 0], SubjectiveShare.Fixed(0.4));
        Assert.All(fused.Areas, a => Assert.Equal(((double)a.Rank, (double)a.Rank), (a.RankInterval.Low, a.RankInterval.High)));
    }

    // mean se² = (4 + 16 + 0)/3 = 20/3, variance of 50, 90, 70 = 400: ρ = 1 − 1/60; against 1
    [Fact]
    public void By_reliability_an_uncertain_survey_counts_less()
    {
        double rho = 1 - 1 / 60.0;
        Near.Relative(rho / (rho + 1), Fuse.Blend(Areas, Objective, Subjective, Errors, SubjectiveShare.ByReliability()).Share);
        Near.Relative(0, Fuse.Blend(Areas, Objective, Subjective, [30, 30, 30], SubjectiveShare.ByReliability()).Share); // all noise
        Assert.Throws<ArgumentException>(() => Fuse.Blend(Areas, Objective, [5, 5, 5], Errors, SubjectiveShare.ByReliability()));
    }

    // v = (8, 6, 7)/21 and (5, 9, 7)/21: oo = 149, ss = 155, os = 143 (over 441); det = 149·155 − 143² = 2646
    // a₁ = 155·(149 − 143) = 930, a₂ = 149·(155 − 143) = 1788: share 1788/2718
    [Fact]
    public void Game_theory_solves_for_both() => Near.Relative(1788 / 2718.0, Fuse.Blend(Areas, Objective, Subjective, Errors, SubjectiveShare.GameTheory()).Share);

    [Fact]
    public void Minimum_relative_entropy_is_the_geometric_mean_and_its_error_by_the_delta_method()
    {
        FusedArea a = Fuse.Blend(Areas, Objective, Subjective, Errors, SubjectiveShare.MinimumRelativeEntropy())["甲"];
        Near.Relative(Math.Sqrt(80 * 50), a.Score);
        Near.Relative(Math.Sqrt(80 / 50.0) / 2 * 2, a.StandardError); // d√(os)/ds = √(o/s)/2
        Assert.Throws<ArgumentException>(() => Fuse.Blend(Areas, [0, 1, 2], Subjective, Errors, SubjectiveShare.MinimumRelativeEntropy()));
    }

    [Fact]
    public void A_blend_lies_between_its_two_scores() => Gen.Select(Gen.Double[1, 100].Array[5], Gen.Double[1, 100].Array[5]).Sample((o, s) =>
    {
        foreach (SubjectiveShare share in new[] { SubjectiveShare.Fixed(0.3), SubjectiveShare.ByReliability(0.8), SubjectiveShare.GameTheory(), SubjectiveShare.MinimumRelativeEntropy() })
            foreach (FusedArea a in Fuse.Blend(["1", "2", "3", "4", "5"], o, s, [1, 1, 1, 1, 1], share, draws: 10).Areas)
                Assert.InRange(a.Score, Math.Min(a.Objective, a.Subjective) - 1e-9, Math.Max(a.Objective, a.Subjective) + 1e-9);
    }, iter: 50);

    [Fact]
    public void Areas_that_lack_a_score_are_named()
    {
        FusedResult fused = Fuse.Blend(Areas, [80, double.NaN, 70], Subjective, Errors, SubjectiveShare.Fixed(0.5));
        Assert.Equal(["乙"], fused.Unblended);
        Assert.Equal(["甲", "丙"], fused.Areas.Select(a => a.Area));
        Assert.Throws<ArgumentException>(() => Fuse.Blend(Areas, [double.NaN, double.NaN, double.NaN], Subjective, Errors, SubjectiveShare.Fixed(0.5)));
    }

    [Fact]
    public void Opposite_orders_do_not_agree()
    {
        ScoreAgreement opposite = Fuse.Agreement([1, 2, 3, 4], [9, 7, 5, 3]), same = Fuse.Agreement([1, 2, 3, double.NaN, 4], [10, 20, 30, 5, 40]);
        Near.Relative(-1, opposite.Spearman.Coefficient);
        Near.Relative(0, opposite.Concordance.W);
        Near.Relative(1, same.Spearman.Coefficient);
        Near.Relative(1, same.Concordance.W);
        Assert.Equal(4, same.Kendall.Count);
    }

    // min-max of 10, 0, 5 scores 100, 0, 50: 优, 差, 差; residents of 甲 and 乙 all give the best answer, those of 丙 the worst
    [Fact]
    public void An_evaluation_and_a_survey_meet_by_the_names_of_areas()
    {
        var framework = new IndicatorFramework(new Dimension { Code = "root", Name = "总", Indicators = [new Indicator { Code = "x", Name = "x" }] });
        Panel panel = Panel.ReadCsv("area,year,indicator,value\n甲,2025,x,10\n乙,2025,x,0\n丙,2025,x,5\n丁,2025,x,8\n", framework).Panel;
        EvaluationResult result = new EvaluationPlan(framework) { Normalization = Normalization.MinMax(), Grading = Grading.FourBands }.Fit(panel).Evaluate(panel);
        var asked = new Questionnaire("s", "s", [Question.Likert("q", "", LikertScores.FromZero(5)).For("x")], ["区域"]);
        string answers = "区域,q\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"甲,5\n乙,5\n丙,{1 + i % 2}\n"));
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv(answers, asked).Survey;

        MatchMatrix matrix = Fuse.Match(result.Year(2025), survey);
        Assert.Equal((1, 1, 1), (matrix[1, 1], matrix[4, 1], matrix[4, 4]));
        Assert.Equal("乙", matrix.Of(MatchKind.SubjectiveBetter).Single().Area);
        Assert.Equal(["丁"], matrix.Ungraded);

        FusedResult fused = Fuse.Blend(result.Year(2025), survey, SubjectiveShare.Fixed(0.4));
        Near.Relative([100, 40, 0.6 * 50 + 0.4 * 12.5], [.. fused.Areas.Select(a => a.Score)]);
        // half 0, half 25 of 12 among 36: u = ±12.5/12, their squares sum to 12·(12.5/12)²
        Near.Relative(0.4 * Math.Sqrt(36 / 35.0 * 12 * Math.Pow(12.5 / 12, 2)), fused["丙"].StandardError);
        Assert.Equal(["丁"], fused.Unblended);

        // the whole result: its last year unless another is named, and the year is shown
        FusedResult whole = Fuse.Blend(result, survey, SubjectiveShare.Fixed(0.4));
        Assert.Equal((2025, fused.ToString()), (whole.Year, whole.ToString()));
        Assert.StartsWith("2025, residents' share 40.0%", whole.ToString(), StringComparison.Ordinal);
        Assert.Equal(matrix.ToString(), Fuse.Match(result, survey).ToString());
        Assert.Throws<KeyNotFoundException>(() => Fuse.Blend(result, survey, SubjectiveShare.Fixed(0.4), 1999));
    }

    [Fact]
    public void The_year_of_the_survey_chooses_the_scores()
    {
        var framework = new IndicatorFramework(new Dimension { Code = "root", Name = "总", Indicators = [new Indicator { Code = "x", Name = "x" }] });
        Panel panel = Panel.ReadCsv("area,year,indicator,value\n甲,2024,x,10\n乙,2024,x,0\n甲,2025,x,5\n乙,2025,x,10\n", framework).Panel;
        EvaluationResult result = new EvaluationPlan(framework) { Normalization = Normalization.MinMax() }.Fit(panel).Evaluate(panel);
        var asked = new Questionnaire("s", "s", [Question.Likert("q", "", LikertScores.FromZero(5)).For("x")], ["区域"]);
        SatisfactionSurvey survey = SatisfactionSurvey.ReadCsv("区域,q\n" + string.Concat(Enumerable.Repeat("甲,5\n乙,1\n", 12)), asked).Survey;
        Near.Relative([50, 100], [.. Fuse.Blend(result, survey, SubjectiveShare.Fixed(0)).Areas.Select(a => a.Score)]);
        Near.Relative([100, 0], [.. Fuse.Blend(result, survey, SubjectiveShare.Fixed(0), 2024).Areas.Select(a => a.Score)]);
    }
}
