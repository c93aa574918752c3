using System.Globalization;
using System.Runtime.InteropServices;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Finds careless and contradicting responses.</summary>
internal static class SurveyQuality
{
    public static IEnumerable<ValidationIssue> Find(Questionnaire questionnaire, SurveyAnswers answers, int respondents, QualityRules rules)
    {
        var found = new List<ValidationIssue>();
        if (rules.StraightLineQuestions > 0) StraightLines(questionnaire, answers, respondents, rules, found);
        if (answers.Seconds is { } seconds) Speeding(seconds, answers, rules, found);
        if (rules.Duplicates) Duplicates(answers, respondents, rules, found);
        foreach (ImpossibleCombination impossible in questionnaire.ImpossibleCombinations) Contradictions(questionnaire, impossible, answers, respondents, found);
        return found;
    }

    private static void StraightLines(Questionnaire questionnaire, SurveyAnswers answers, int respondents, QualityRules rules, List<ValidationIssue> found)
    {
        int[] scales = [.. Enumerable.Range(0, questionnaire.Questions.Count).Where(q => questionnaire.Questions[q].Kind == QuestionKind.Likert)];
        for (int i = 0; i < respondents; i++)
        {
            int answered = 0, first = -1;
            bool same = true;
            foreach (int q in scales)
            {
                byte answer = answers.Options[q][i];
                if (answer >= SurveyAnswers.NotApplicable) continue;
                answered++;
                if (first < 0) first = answer;
                else if (answer != first) { same = false; break; }
            }
            if (same && answered >= rules.StraightLineQuestions)
                Add(found, "surveys.straight-lining", answers.LineOf(i), $"{answered} 道量表题答案位置完全相同", $"all {answered} scale questions have the same place on the scale");
        }
    }

    private static void Speeding(double[] seconds, SurveyAnswers answers, QualityRules rules, List<ValidationIssue> found)
    {
        double[] known = [.. seconds.Where(s => !double.IsNaN(s))];
        if (known.Length == 0) return;
        OrderStatistics.Place(known, [(known.Length - 1) / 2, known.Length / 2]);
        double median = (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2, least = Math.Max(rules.MinimumSeconds, rules.SpeedingFraction * median);
        for (int i = 0; i < seconds.Length; i++)
        {
            if (!(seconds[i] < least)) continue;
            string taken = seconds[i].ToString("F0", CultureInfo.InvariantCulture), limit = least.ToString("F0", CultureInfo.InvariantCulture);
            Add(found, "surveys.speeding", answers.LineOf(i), $"用时 {taken} 秒，少于 {limit} 秒", $"answered in {taken} seconds, under {limit}");
        }
    }

    private static void Duplicates(SurveyAnswers answers, int respondents, QualityRules rules, List<ValidationIssue> found)
    {
        var firsts = new Dictionary<UInt128, int>(respondents);
        Span<byte> digest = stackalloc byte[32];
        byte[] row = new byte[answers.Options.Length * 9 + answers.Attributes.Length * 4];
        for (int i = 0; i < respondents; i++)
        {
            int at = 0, answered = 0;
            for (int q = 0; q < answers.Options.Length; q++)
            {
                row[at++] = answers.Options[q][i];
                if (answers.Options[q][i] < SurveyAnswers.NotApplicable) answered++;
                if (answers.Sets[q] is not { } set) continue;
                MemoryMarshal.Write(row.AsSpan(at), set[i]);
                at += 8;
            }
            foreach (CategoricalColumn attribute in answers.Attributes)
            {
                MemoryMarshal.Write(row.AsSpan(at), attribute.Codes[i]);
                at += 4;
            }
            if (answered < rules.DuplicateQuestions) continue;
            System.Security.Cryptography.SHA256.HashData(row.AsSpan(0, at), digest);
            if (!firsts.TryAdd(MemoryMarshal.Read<UInt128>(digest), i))
            {
                long first = answers.LineOf(firsts[MemoryMarshal.Read<UInt128>(digest)]);
                Add(found, "surveys.duplicate-answers", answers.LineOf(i), $"全部答案和属性与第 {first} 行相同", $"all answers and attributes equal those of line {first}");
            }
        }
    }

    private static void Contradictions(Questionnaire questionnaire, ImpossibleCombination impossible, SurveyAnswers answers, int respondents, List<ValidationIssue> found)
    {
        Func<int, bool>[] conditions = [.. impossible.Conditions.Select(c => Condition(questionnaire, c, answers))];
        for (int i = 0; i < respondents; i++)
            if (Array.TrueForAll(conditions, c => c(i)))
                Add(found, "surveys.impossible-combination", answers.LineOf(i), $"逻辑矛盾：{impossible.Text}", $"contradiction: {impossible.Text}");
    }

    private static Func<int, bool> Condition(Questionnaire questionnaire, ColumnCondition condition, SurveyAnswers answers)
    {
        int q = questionnaire.FindQuestion(condition.Column);
        if (q < 0)
        {
            CategoricalColumn column = answers.Attributes[questionnaire.FindAttribute(condition.Column)];
            int level = column.IndexOf(condition.Value);
            return i => level >= 0 && column.Codes[i] == level;
        }
        int option = questionnaire.Questions[q].Options.Select((o, k) => (o.Code, k)).First(p => p.Code == condition.Value).k;
        byte[] given = answers.Options[q];
        return answers.Sets[q] is { } sets ? i => given[i] == 0 && (sets[i] >> option & 1) == 1 : i => given[i] == option;
    }

    private static void Add(List<ValidationIssue> found, string code, long line, string chinese, string english) =>
        found.Add(new ValidationIssue(code, Severity.Warning, new Place { Line = line }, new BilingualText(chinese, english)));
}
