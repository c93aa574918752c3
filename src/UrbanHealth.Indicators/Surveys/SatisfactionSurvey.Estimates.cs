using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

public sealed partial class SatisfactionSurvey
{
    /// <summary>Mean satisfaction and top-box share with their errors (满意度得分与满意率).</summary>
    /// <param name="by">An attribute, or a crossing such as <c>区域 × 年龄</c>, whose cells too small to publish are counted and not listed; everybody together when empty.</param>
    /// <param name="of">Indicators and dimensions, questions, or all together.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    public SatisfactionTable Satisfaction(string by = "", SatisfactionSubject of = SatisfactionSubject.Linked, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        CategoricalColumn? groups = by.Length == 0 ? null : Column(by);
        (string Code, (int Question, double Weight)[] Parts)[] subjects = Subjects(of);
        int domains = groups?.Levels.Count ?? 1;
        var rows = new SatisfactionRow[subjects.Length * domains];
        // one job a subject: its scores are made once, its groups follow each other
        ParallelJobs.For(subjects.Length, () => (Scores: new double[Respondents], Satisfied: new double[Respondents]), (s, own) =>
        {
            (double[] scores, double[] satisfied) = own;
            Array.Clear(scores);
            Array.Clear(satisfied);
            Score(subjects[s].Parts, scores, satisfied);
            IReadOnlyList<SurveyEstimate> means = groups is null ? [Design.Mean(scores)] : Design.Mean(scores, groups);
            IReadOnlyList<SurveyEstimate> shares = groups is null ? [Design.Mean(satisfied)] : Design.Mean(satisfied, groups);
            Place(rows.AsSpan(s * domains, domains), subjects[s].Code, groups, means, shares);
        }, cancellation);
        return Open(by, rows);
    }

    /// <summary>As <see cref="Satisfaction(string, SatisfactionSubject, CancellationToken)"/>, with the errors of replicates in place of linearisation (重复抽样误差).</summary>
    /// <param name="method">How replicates are made.</param>
    /// <param name="by">An attribute, or a crossing such as <c>区域 × 年龄</c>; everybody together when empty.</param>
    /// <param name="of">Indicators and dimensions, questions, or all together.</param>
    /// <param name="replicates">The number of bootstrap replicates; the jackknife has one a primary unit.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    /// <exception cref="InvalidOperationException">A stratum has a single primary unit and the rule is not <see cref="LonelyStratum.Certainty"/>.</exception>
    public SatisfactionTable Satisfaction(ReplicationMethod method, string by = "", SatisfactionSubject of = SatisfactionSubject.Linked, int replicates = 500, long seed = 20260101)
    {
        ArgumentNullException.ThrowIfNull(by);
        CategoricalColumn? groups = by.Length == 0 ? null : Column(by);
        SurveyReplicates drawn = Design.Replicated(method, replicates, seed);
        (string Code, (int Question, double Weight)[] Parts)[] subjects = Subjects(of);
        int domains = groups?.Levels.Count ?? 1;
        var rows = new SatisfactionRow[subjects.Length * domains];
        for (int s = 0; s < subjects.Length; s++)
        {
            double[] scores = new double[Respondents], satisfied = new double[Respondents];
            Score(subjects[s].Parts, scores, satisfied);
            Place(rows.AsSpan(s * domains, domains), subjects[s].Code, groups, groups is null ? [drawn.Mean(scores)] : drawn.Mean(scores, groups), groups is null ? [drawn.Mean(satisfied)] : drawn.Mean(satisfied, groups));
        }
        return Open(by, rows);
    }

    private void Place(Span<SatisfactionRow> rows, string subject, CategoricalColumn? groups, IReadOnlyList<SurveyEstimate> means, IReadOnlyList<SurveyEstimate> shares)
    {
        bool[] hidden = Suppression.Hidden([.. means.Select(m => m.Respondents)]);
        for (int d = 0; d < rows.Length; d++)
            rows[d] = new SatisfactionRow { Subject = subject, Domain = groups?.Levels[d] ?? "", Mean = hidden[d] ? null : means[d], TopBoxShare = hidden[d] ? null : Share(shares[d]) };
    }

    private SatisfactionTable Open(string by, SatisfactionRow[] rows)
    {
        // a crossing lists the combinations that occur: a row for a small one would say that such a respondent exists
        if (!Suppression.HidesCombinations || !by.Contains(Crossing, StringComparison.Ordinal)) return new SatisfactionTable(by, rows);
        SatisfactionRow[] open = [.. rows.Where(r => r.Mean is { } m && m.Respondents >= Suppression.MinimumRespondents)];
        return new SatisfactionTable(by, open, rows.Length - open.Length);
    }

    /// <summary>The share of each answer among those who gave one (回答分布); of a multiple choice, the share that chose each option.</summary>
    /// <param name="question">The code of a question.</param>
    /// <returns>An estimate an option, named by its text; hidden (null) where fewer respondents answered than may be published.</returns>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    public IReadOnlyList<SurveyEstimate>? Distribution(string question)
    {
        int q = Questionnaire.IndexOfQuestion(question);
        byte[] given = answers.Options[q];
        ulong[]? sets = answers.Sets[q];
        int answered = given.Count(a => a < SurveyAnswers.NotApplicable);
        if (answered > 0 && answered < Suppression.MinimumRespondents) return null;
        var chosen = new double[Respondents];
        IReadOnlyList<AnswerOption> options = Questionnaire.Questions[q].Options;
        var shares = new SurveyEstimate[options.Count];
        for (int o = 0; o < shares.Length; o++)
        {
            for (int i = 0; i < chosen.Length; i++)
                chosen[i] = given[i] >= SurveyAnswers.NotApplicable ? double.NaN : sets is null ? given[i] == o ? 1 : 0 : sets[i] >> o & 1;
            shares[o] = Design.Mean(chosen) with { Domain = options[o].Text };
        }
        return shares;
    }

    /// <summary>The subjects in their order, with the questions of each and their weights.</summary>
    internal (string Code, (int Question, double Weight)[] Parts)[] Subjects(SatisfactionSubject of)
    {
        IReadOnlyList<Question> questions = Questionnaire.Questions;
        int[] scored = [.. Enumerable.Range(0, questions.Count).Where(q => questions[q].HasScore)];
        return of switch
        {
            SatisfactionSubject.Questions => [.. scored.Select(q => (questions[q].Code, new[] { (q, 1.0) }))],
            SatisfactionSubject.Overall => [("", [.. scored.Select(q => (q, 1.0))])],
            _ => [.. Questionnaire.LinkedCodes.Select(code => (code, scored.Where(q => questions[q].Links.Any(l => l.Code == code)).Select(q => (q, questions[q].Links.First(l => l.Code == code).Weight)).ToArray()))],
        };
    }

    /// <summary>Each respondent's weighted mean over the questions answered: of the scores, and of being satisfied; NaN when none is.</summary>
    internal void Score((int Question, double Weight)[] parts, double[] scores, double[] satisfied)
    {
        var sums = new double[Respondents];
        foreach ((int q, double weight) in parts)
        {
            double[] worth = new double[256], happy = new double[256], counts = new double[256];
            IReadOnlyList<AnswerOption> options = Questionnaire.Questions[q].Options;
            for (int o = 0; o < options.Count; o++)
            {
                if (options[o].Score is not { } score) continue;
                (worth[o], happy[o], counts[o]) = (weight * score, options[o].IsSatisfied ? weight : 0, weight);
            }
            byte[] given = answers.Options[q];
            for (int i = 0; i < given.Length; i++)
            {
                scores[i] += worth[given[i]];
                satisfied[i] += happy[given[i]];
                sums[i] += counts[given[i]];
            }
        }
        for (int i = 0; i < sums.Length; i++)
        {
            scores[i] = sums[i] == 0 ? double.NaN : scores[i] / sums[i];
            satisfied[i] = sums[i] == 0 ? double.NaN : Math.Min(1, satisfied[i] / sums[i]);
        }
    }

    /// <summary>A share of ones can leave 0…1 by a last bit.</summary>
    private static SurveyEstimate Share(SurveyEstimate share) => share.Value is > 1 or < 0 ? share with { Value = Math.Clamp(share.Value, 0, 1) } : share;
}
