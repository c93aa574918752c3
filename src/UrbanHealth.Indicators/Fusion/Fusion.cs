using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Joins what was measured with what residents say (主客观融合): where they differ first, one number second.</summary>
public static class Fusion
{
    /// <summary>The match matrix of a year and a survey (匹配矩阵).</summary>
    /// <param name="year">The evaluation; its areas' grades are of the whole.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="by">The attribute that names each respondent's area by code or name.</param>
    /// <param name="grading">How mean satisfaction is graded; fixed cuts 90, 80, 60 by default.</param>
    /// <exception cref="KeyNotFoundException">The survey has no such attribute.</exception>
    public static MatchMatrix Match(YearEvaluation year, SatisfactionSurvey survey, string by = "区域", Grading? grading = null)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(survey);
        grading ??= Grading.FourBands;
        SatisfactionTable satisfaction = survey.Satisfaction(by, SatisfactionSubject.Overall);
        FittedGrading fitted = grading.Fit([.. satisfaction.Select(r => r.Mean?.Value ?? double.NaN)]);
        return MatchMatrix.Of(grading.Scale, year.Areas.Select(a => (a.Area.Code, a.Grade, Find(satisfaction, a.Area) is { } e && !double.IsNaN(e.Value) ? fitted.GradeOf(e.Value) : null)));
    }

    /// <summary>Measured and residents' scores of a year as one (主客观融合).</summary>
    /// <inheritdoc cref="Match(YearEvaluation, SatisfactionSurvey, string, Grading)"/>
    /// <param name="year">The evaluation; its areas' composite scores, on the same scale as satisfaction.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="share">How much residents count.</param>
    /// <param name="by">The attribute that names each respondent's area by code or name.</param>
    /// <param name="level">The probability that an interval covers the truth.</param>
    public static FusedResult Blend(YearEvaluation year, SatisfactionSurvey survey, SubjectiveShare share, string by = "区域", double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(survey);
        SatisfactionTable satisfaction = survey.Satisfaction(by, SatisfactionSubject.Overall);
        SurveyEstimate?[] found = [.. year.Areas.Select(a => Find(satisfaction, a.Area))];
        return Blend([.. year.Areas.Select(a => a.Area.Code)], [.. year.Areas.Select(a => a.Score)], [.. found.Select(e => e?.Value ?? double.NaN)], [.. found.Select(e => e?.StandardError ?? double.NaN)], share, level) with { Year = year.Year };
    }

    /// <summary>The match matrix of a result and a survey of one of its years.</summary>
    /// <inheritdoc cref="Match(YearEvaluation, SatisfactionSurvey, string, Grading)"/>
    /// <param name="result">The evaluation.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="year">The year of the survey; the last of the result when not given.</param>
    /// <param name="by">The attribute that names each respondent's area by code or name.</param>
    /// <param name="grading">How mean satisfaction is graded; fixed cuts 90, 80, 60 by default.</param>
    public static MatchMatrix Match(EvaluationResult result, SatisfactionSurvey survey, int? year = null, string by = "区域", Grading? grading = null) => Match(YearOf(result, year), survey, by, grading);

    /// <summary>Measured and residents' scores of one year of a result as one; the year stands in what is returned.</summary>
    /// <inheritdoc cref="Blend(YearEvaluation, SatisfactionSurvey, SubjectiveShare, string, double)"/>
    /// <param name="result">The evaluation.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="share">How much residents count.</param>
    /// <param name="year">The year of the survey; the last of the result when not given.</param>
    /// <param name="by">The attribute that names each respondent's area by code or name.</param>
    /// <param name="level">The probability that an interval covers the truth.</param>
    public static FusedResult Blend(EvaluationResult result, SatisfactionSurvey survey, SubjectiveShare share, int? year = null, string by = "区域", double level = 0.95) => Blend(YearOf(result, year), survey, share, by, level);


    /// <summary>Two scores of areas as one, the survey's error carried to an interval of the score and of the rank.</summary>
    /// <param name="areas">The codes.</param>
    /// <param name="objective">Measured scores; NaN is not blended.</param>
    /// <param name="subjective">Residents' scores on the same scale; NaN is not blended.</param>
    /// <param name="errors">The standard errors of the residents' scores.</param>
    /// <param name="share">How much residents count.</param>
    /// <param name="level">The probability that an interval covers the truth.</param>
    /// <param name="draws">The draws behind the intervals of ranks.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="ArgumentException">The lengths differ, no area has both scores, or the rule is not defined for them.</exception>
    public static FusedResult Blend(IReadOnlyList<string> areas, ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective, ReadOnlySpan<double> errors, SubjectiveShare share, double level = 0.95, int draws = 2000, long seed = 20260101)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(share);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        if (objective.Length != areas.Count || subjective.Length != areas.Count || errors.Length != areas.Count) throw new ArgumentException("There must be one score and error an area.", nameof(areas));
        var kept = new List<int>();
        for (int i = 0; i < areas.Count; i++) if (!double.IsNaN(objective[i] + subjective[i] + errors[i])) kept.Add(i);
        if (kept.Count == 0) throw new ArgumentException("No area has both scores.", nameof(areas));
        int n = kept.Count;
        double[] o = new double[n], s = new double[n], e = new double[n], blended = new double[n], error = new double[n];
        for (int k = 0; k < n; k++) (o[k], s[k], e[k]) = (objective[kept[k]], subjective[kept[k]], errors[kept[k]]);
        double a = share.Of(o, s, e), z = ProportionInterval.Normal(level);
        for (int k = 0; k < n; k++)
        {
            blended[k] = share.IsGeometric ? ElementaryFunctions.Exp((1 - a) * ElementaryFunctions.Log(o[k]) + a * ElementaryFunctions.Log(s[k])) : (1 - a) * o[k] + a * s[k];
            error[k] = share.IsGeometric ? blended[k] * a * e[k] / s[k] : a * e[k]; // the slope of the blend in the residents' score
        }
        double[] ranks = Ranking.Of(blended);
        (double Low, double High)[] places = Places(blended, error, level, draws, seed);
        var result = new FusedArea[n];
        for (int k = 0; k < n; k++)
        {
            result[k] = new FusedArea
            {
                Area = areas[kept[k]],
                Objective = o[k],
                Subjective = s[k],
                Score = blended[k],
                StandardError = error[k],
                Interval = new ConfidenceInterval(blended[k] - z * error[k], blended[k] + z * error[k], level),
                Rank = (int)ranks[k],
                RankInterval = new ConfidenceInterval(places[k].Low, places[k].High, level),
            };
        }
        return new FusedResult { Rule = share, Share = a, Areas = result, Unblended = [.. areas.Where((_, i) => !kept.Contains(i))] };
    }

    /// <summary>How far two scores order areas alike; areas that lack one are left out.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or fewer than three areas have both.</exception>
    public static ScoreAgreement Agreement(ReadOnlySpan<double> objective, ReadOnlySpan<double> subjective)
    {
        if (objective.Length != subjective.Length) throw new ArgumentException("There must be one score of each kind an area.", nameof(subjective));
        var x = new List<double>();
        var y = new List<double>();
        for (int i = 0; i < objective.Length; i++)
        {
            if (double.IsNaN(objective[i] + subjective[i])) continue;
            x.Add(objective[i]);
            y.Add(subjective[i]);
        }
        if (x.Count < 3) throw new ArgumentException("Agreement needs three areas with both scores.", nameof(objective));
        double[] first = [.. x], second = [.. y];
        return new ScoreAgreement(Correlation.Test(first, second, CorrelationMethod.Spearman), Correlation.Test(first, second, CorrelationMethod.KendallB), KendallConcordance.Of(Matrix.FromRows(first, second)));
    }

    private static (double Low, double High)[] Places(double[] scores, double[] errors, double level, int draws, long seed)
    {
        int n = scores.Length;
        var seen = new int[n, n + 1];
        var drawn = new double[n];
        var random = new Philox(seed);
        for (int d = 0; d < draws; d++)
        {
            for (int k = 0; k < n; k++) drawn[k] = scores[k] + errors[k] * random.Normal(d, k);
            double[] ranks = Ranking.Of(drawn);
            for (int k = 0; k < n; k++) seen[k, (int)ranks[k]]++;
        }
        var places = new (double, double)[n];
        double tail = (1 - level) / 2 * draws;
        for (int k = 0; k < n; k++)
        {
            int low = 1, high = n, below = seen[k, 1], above = seen[k, n];
            while (below <= tail) below += seen[k, ++low];
            while (above <= tail) above += seen[k, --high];
            places[k] = (low, high);
        }
        return places;
    }

    private static YearEvaluation YearOf(EvaluationResult result, int? year)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Year(year ?? result.Years[^1]);
    }

    private static SurveyEstimate? Find(SatisfactionTable satisfaction, Area area) => satisfaction.FirstOrDefault(r => r.Domain == area.Code || r.Domain == area.Name)?.Mean;
}
