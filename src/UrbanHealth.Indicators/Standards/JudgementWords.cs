namespace UrbanHealth.Indicators;

/// <summary>The words of judgements (评价结论用词).</summary>
public static class JudgementWords
{
    /// <summary>The judgement in words: 达标, 不达标, 无标准, 不评价, 不适用, 缺失.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such judgement.</exception>
    public static string In(this Judgement judgement, Language language) => (judgement, language) switch
    {
        (Judgement.Met, Language.Chinese) => "达标",
        (Judgement.Met, _) => "met",
        (Judgement.NotMet, Language.Chinese) => "不达标",
        (Judgement.NotMet, _) => "not met",
        (Judgement.NoStandard, Language.Chinese) => "无标准",
        (Judgement.NoStandard, _) => "no standard",
        (Judgement.NotEvaluated, Language.Chinese) => "不评价",
        (Judgement.NotEvaluated, _) => "not evaluated",
        (Judgement.NotApplicable, Language.Chinese) => "不适用",
        (Judgement.NotApplicable, _) => "not applicable",
        (Judgement.Missing, Language.Chinese) => "缺失",
        (Judgement.Missing, _) => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement)),
    };
}
