namespace UrbanHealth.Indicators;

/// <summary>Finds every mistake of a questionnaire at once.</summary>
internal static class QuestionnaireValidation
{
    public static List<ValidationIssue> Find(Questionnaire questionnaire)
    {
        var found = new List<ValidationIssue>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        if (questionnaire.Questions.Count == 0) Add("surveys.no-questions", "$.questions", "问卷没有题目", "the questionnaire has no questions");
        string[] special = [.. questionnaire.RefusedCodes, .. questionnaire.NotApplicableCodes];
        if (special.Distinct(StringComparer.Ordinal).Count() != special.Length) Add("surveys.code-twice", "$.refusedCodes", "拒答与不适用的代码重复", "a code stands twice among refused and not applicable");
        for (int q = 0; q < questionnaire.Questions.Count; q++) CheckQuestion(questionnaire.Questions[q], $"$.questions[{q}]");
        for (int a = 0; a < questionnaire.Attributes.Count; a++)
        {
            RespondentAttribute attribute = questionnaire.Attributes[a];
            CheckCode(attribute.Code, $"$.attributes[{a}].code");
            if (attribute.Levels.Distinct(StringComparer.Ordinal).Count() != attribute.Levels.Count) Add("surveys.code-twice", $"$.attributes[{a}].levels", $"属性“{attribute.Code}”的取值重复", $"a level of '{attribute.Code}' stands twice");
        }
        foreach (string column in questionnaire.Columns.All)
            if (!codes.Add(column)) Add("surveys.code-twice", "$.columns", $"列名“{column}”与题目或属性重名", $"the column '{column}' has the name of a question or an attribute");
        for (int i = 0; i < questionnaire.ImpossibleCombinations.Count; i++)
            foreach (ColumnCondition condition in questionnaire.ImpossibleCombinations[i].Conditions)
                CheckCondition(condition, $"$.impossible[{i}]");
        return found;

        void CheckCode(string code, string path)
        {
            if (string.IsNullOrWhiteSpace(code)) Add("surveys.code-missing", path, "缺少代码", "the code is missing");
            else if (!codes.Add(code)) Add("surveys.code-twice", path, $"代码“{code}”出现两次", $"the code '{code}' stands twice");
        }

        void CheckQuestion(Question question, string path)
        {
            CheckCode(question.Code, path + ".code");
            int most = question.Kind == QuestionKind.MultipleChoice ? 64 : 250;
            if (question.Options.Count < 2 || question.Options.Count > most)
                Add("surveys.option-count", path + ".options", $"题目“{question.Code}”有 {question.Options.Count} 个选项，应为 2 至 {most} 个", $"the question '{question.Code}' has {question.Options.Count} options; it takes 2 to {most}");
            var options = new HashSet<string>(StringComparer.Ordinal);
            foreach (AnswerOption option in question.Options)
            {
                if (string.IsNullOrWhiteSpace(option.Code)) Add("surveys.code-missing", path + ".options", "选项缺少代码", "an option has no code");
                else if (!options.Add(option.Code)) Add("surveys.code-twice", path + ".options", $"题目“{question.Code}”的选项“{option.Code}”出现两次", $"the option '{option.Code}' of '{question.Code}' stands twice");
                else if (special.Contains(option.Code, StringComparer.Ordinal)) Add("surveys.code-twice", path + ".options", $"选项“{option.Code}”同时是拒答或不适用的代码", $"the option '{option.Code}' is also a code for refused or not applicable");
                if (option.Score is { } score && !double.IsFinite(score)) Add("surveys.score-not-finite", path + ".options", $"选项“{option.Code}”的赋值无效", $"the score of the option '{option.Code}' is not a finite number");
            }
            foreach (QuestionLink link in question.Links)
            {
                if (!question.HasScore) Add("surveys.link-without-score", path + ".links", $"题目“{question.Code}”没有赋值，不能对应指标", $"the question '{question.Code}' has no scores and cannot speak to '{link.Code}'");
                if (!(link.Weight > 0) || double.IsInfinity(link.Weight)) Add("surveys.link-weight", path + ".links", $"对应“{link.Code}”的权重不是正数", $"the weight of the link to '{link.Code}' is not positive");
            }
            if (question.Links.Select(l => l.Code).Distinct(StringComparer.Ordinal).Count() != question.Links.Count) Add("surveys.code-twice", path + ".links", $"题目“{question.Code}”重复对应同一指标", $"the question '{question.Code}' is linked to one code twice");
        }

        void CheckCondition(ColumnCondition condition, string path)
        {
            Question? question = questionnaire.Questions.FirstOrDefault(q => q.Code == condition.Column);
            RespondentAttribute? attribute = questionnaire.Attributes.FirstOrDefault(a => a.Code == condition.Column);
            bool known = question is not null ? question.Options.Any(o => o.Code == condition.Value) : attribute is not null && (attribute.Levels.Count == 0 || attribute.Levels.Contains(condition.Value));
            if (!known) Add("surveys.unknown-condition", path, $"不存在“{condition.Column} = {condition.Value}”", $"there is no '{condition.Column} = {condition.Value}'");
        }

        void Add(string code, string path, string chinese, string english) => found.Add(new ValidationIssue(code, Severity.Error, new Place { Path = path }, new BilingualText(chinese, english)));
    }
}
