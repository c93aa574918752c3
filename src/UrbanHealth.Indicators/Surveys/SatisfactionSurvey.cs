using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What residents answered, whom they stand for, and what may be published of it (社会满意度调查).</summary>
/// <remarks>Immutable and thread-safe. Nothing here returns what a single respondent answered: only estimates for groups, small groups hidden.</remarks>
public sealed partial class SatisfactionSurvey
{
    /// <summary>Stands between the names of crossed attributes and of their levels.</summary>
    public const string Crossing = " × ";

    private readonly SurveyAnswers answers;

    internal SatisfactionSurvey(Questionnaire questionnaire, SurveyAnswers answers, SurveyDesign design, IReadOnlyList<PopulationMargin>? margins = null, SuppressionRule? suppression = null) =>
        (Questionnaire, this.answers, Design, Margins, Suppression) = (questionnaire, answers, design, margins ?? [], suppression ?? SuppressionRule.Default);

    /// <summary>What was asked.</summary>
    public Questionnaire Questionnaire { get; }

    /// <summary>How the sample was drawn, and its weights.</summary>
    public SurveyDesign Design { get; }

    /// <summary>The population margins the weights were calibrated to; empty when they were not.</summary>
    public IReadOnlyList<PopulationMargin> Margins { get; }

    /// <summary>Which cells are hidden.</summary>
    public SuppressionRule Suppression { get; }

    /// <summary>The number of respondents.</summary>
    public int Respondents => Design.Count;

    /// <summary>Reads responses from comma-separated text with a header: a row a respondent, a column a question or an attribute.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="strata">The strata of the sample with their population, when it is stratified.</param>
    public static SurveyReading ReadCsv(string csv, Questionnaire questionnaire, PopulationMargin? strata = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return ReadCsv(new StringReader(csv), questionnaire, strata);
    }

    /// <summary>As <see cref="ReadCsv(string, Questionnaire, PopulationMargin?)"/>, from a stream of text: only the codes are held, never the text.</summary>
    public static SurveyReading ReadCsv(TextReader csv, Questionnaire questionnaire, PopulationMargin? strata = null, int expected = 1024)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(questionnaire);
        return SurveyFile.Read(csv, questionnaire, strata, expected);
    }

    /// <summary>A survey of typed responses.</summary>
    public static SurveyReading Of(Questionnaire questionnaire, IEnumerable<SurveyResponse> responses, PopulationMargin? strata = null)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var builder = new SurveyBuilder(questionnaire, strata);
        foreach (SurveyResponse response in responses) builder.Add(response);
        return builder.Build();
    }

    /// <summary>A survey over columns already coded, without a copy: they must not change afterwards.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="answers">For each question the place of each respondent's answer among its options; 255 missing, 254 refused, 253 not applicable. Of a question of multiple choice 0 where an answer was given; it may be left out when everybody gave one.</param>
    /// <param name="attributes">A column for each attribute.</param>
    /// <param name="design">How the sample was drawn.</param>
    /// <param name="choices">For each question of multiple choice what each respondent chose, a bit an option, the first option the lowest; not needed without such questions.</param>
    /// <exception cref="ArgumentException">A column is absent, of another length, or has a code outside the options.</exception>
    public static SatisfactionSurvey FromColumns(Questionnaire questionnaire, IReadOnlyDictionary<string, byte[]> answers, IReadOnlyDictionary<string, CategoricalColumn> attributes, SurveyDesign design,
        IReadOnlyDictionary<string, ulong[]>? choices = null)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(design);
        var options = new byte[questionnaire.Questions.Count][];
        var sets = new ulong[]?[options.Length];
        for (int q = 0; q < options.Length; q++)
        {
            Question question = questionnaire.Questions[q];
            bool several = question.Kind == QuestionKind.MultipleChoice;
            if (several)
            {
                sets[q] = choices is not null && choices.TryGetValue(question.Code, out ulong[]? chosen) && chosen.Length == design.Count ? chosen
                    : throw new ArgumentException($"The question {question.Code} of multiple choice has no column of {design.Count} choices.", nameof(choices));
                foreach (ulong set in chosen)
                    if (question.Options.Count < 64 && set >> question.Options.Count != 0) throw new ArgumentException($"The column {question.Code} has a choice outside its options.", nameof(choices));
                if (!answers.ContainsKey(question.Code)) { options[q] = new byte[design.Count]; continue; }
            }
            options[q] = answers.TryGetValue(question.Code, out byte[]? column) && column.Length == design.Count ? column
                : throw new ArgumentException($"The question {question.Code} has no column of {design.Count} answers.", nameof(answers));
            foreach (byte answer in column)
                if (answer >= (several ? 1 : question.Options.Count) && answer < SurveyAnswers.NotApplicable) throw new ArgumentException($"The column {question.Code} has the code {answer}, outside its options.", nameof(answers));
        }
        CategoricalColumn[] columns = [.. questionnaire.Attributes.Select(a => attributes.TryGetValue(a.Code, out CategoricalColumn? c) && c.Count == design.Count ? c
            : throw new ArgumentException($"The attribute {a.Code} has no column of {design.Count} entries.", nameof(attributes)))];
        return new SatisfactionSurvey(questionnaire, new SurveyAnswers { Options = options, Sets = sets, Attributes = columns }, design);
    }

    /// <summary>The survey with weights raked to population margins (迭代比例加权); a margin of crossed attributes is named such as <c>年龄 × 性别</c>.</summary>
    /// <exception cref="InvalidDocumentException">The margins cannot be met; the report names each cell. <see cref="Calibrate"/> returns it instead.</exception>
    /// <exception cref="KeyNotFoundException">A margin is of no attribute of the questionnaire.</exception>
    public SatisfactionSurvey RakedTo(params IReadOnlyList<PopulationMargin> margins) => With(Calibrate(margins).Design, margins);

    /// <summary>Calibrates the weights to population margins and says how well that went; findings name the line a respondent was read from.</summary>
    /// <exception cref="KeyNotFoundException">A margin is of no attribute of the questionnaire.</exception>
    public CalibrationResult Calibrate(IReadOnlyList<PopulationMargin> margins, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(margins);
        return Design.Raked([.. margins.Select(m => options?.Missing == MissingAttribute.KeepShare ? WithUnknown(Column(m.Variable), m) : (Column(m.Variable), m))], options).WithLines(answers.LineOf);
    }

    /// <summary>The column with those who do not say as a level of their own, and the margin with their share of the weights taken off the others.</summary>
    private (CategoricalColumn Column, PopulationMargin Margin) WithUnknown(CategoricalColumn column, PopulationMargin margin)
    {
        double unknown = 0, lost = 0, unknownLost = 0, all = 0;
        for (int i = 0; i < column.Count; i++)
        {
            Sums.Add(ref all, ref lost, Design.Weights[i]);
            if (column.Codes[i] < 0) Sums.Add(ref unknown, ref unknownLost, Design.Weights[i]);
        }
        if (unknown == 0) return (column, margin);
        string level = "未填";
        while (column.IndexOf(level) >= 0 || margin.Cells.Any(c => c.Level == level)) level += "*";
        int[] codes = column.Codes.ToArray();
        for (int i = 0; i < codes.Length; i++) if (codes[i] < 0) codes[i] = column.Levels.Count;
        double share = (unknown + unknownLost) / (all + lost);
        return (new CategoricalColumn(codes, [.. column.Levels, level]), margin with { Cells = [.. margin.Cells.Select(c => c with { Population = c.Population * (1 - share) }), new PopulationCell(level, margin.Total * share)] });
    }

    /// <summary>The survey with another design, such as a calibrated one, and the margins it meets.</summary>
    /// <exception cref="ArgumentException">The design is of another number of respondents.</exception>
    public SatisfactionSurvey With(SurveyDesign design, IReadOnlyList<PopulationMargin>? margins = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Count != Respondents) throw new ArgumentException("The design is of another number of respondents.", nameof(design));
        return new SatisfactionSurvey(Questionnaire, answers, design, margins ?? Margins, Suppression);
    }

    /// <summary>The survey with another rule for cells too small to publish.</summary>
    public SatisfactionSurvey With(SuppressionRule suppression)
    {
        ArgumentNullException.ThrowIfNull(suppression);
        return new SatisfactionSurvey(Questionnaire, answers, Design, Margins, suppression);
    }

    /// <summary>How many answers of a question are there, missing, refused and not applicable.</summary>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    public IReadOnlyDictionary<AnswerState, int> AnswerStates(string question)
    {
        var counts = new Dictionary<AnswerState, int> { [AnswerState.Answered] = 0, [AnswerState.Missing] = 0, [AnswerState.Refused] = 0, [AnswerState.NotApplicable] = 0 };
        foreach (byte answer in answers.Options[Questionnaire.IndexOfQuestion(question)]) counts[SurveyAnswers.StateOf(answer)]++;
        return counts;
    }

    internal CategoricalColumn Column(string attribute)
    {
        string[] names = attribute.Split(Crossing);
        CategoricalColumn? column = null;
        foreach (string name in names)
        {
            int a = Questionnaire.FindAttribute(name);
            if (a < 0) throw new KeyNotFoundException($"The questionnaire has no attribute {name}.");
            column = column is null ? answers.Attributes[a] : column.Cross(answers.Attributes[a]);
        }
        return column!;
    }

    /// <summary>The questionnaire and the sample.</summary>
    public override string ToString() => $"{Questionnaire.Title}: {Design}";
}
