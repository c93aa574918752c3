using System.Collections.Frozen;

namespace UrbanHealth.Indicators;

/// <summary>What residents are asked (调查问卷): questions, attributes, codes for answers that are not there, and what cannot be.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial class Questionnaire
{
    private readonly FrozenDictionary<string, int> questionIndex, attributeIndex;

    /// <summary>A questionnaire.</summary>
    /// <exception cref="InvalidDocumentException">It does not hold together; the exception has every finding.</exception>
    public Questionnaire(string code, string title, IEnumerable<Question> questions, IEnumerable<RespondentAttribute>? attributes = null)
        : this(code, title, [.. questions ?? throw new ArgumentNullException(nameof(questions))], [.. attributes ?? []], [], new SurveyColumns(), [], []) { }

    internal Questionnaire(string code, string title, IReadOnlyList<Question> questions, IReadOnlyList<RespondentAttribute> attributes, IReadOnlyList<ImpossibleCombination> impossible,
        SurveyColumns columns, IReadOnlyList<string> refused, IReadOnlyList<string> notApplicable)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(title);
        (Code, Title, Questions, Attributes, ImpossibleCombinations, Columns, RefusedCodes, NotApplicableCodes) = (code, title, questions, attributes, impossible, columns, refused, notApplicable);
        var report = new ValidationReport(QuestionnaireValidation.Find(this));
        if (!report.IsValid) throw new InvalidDocumentException(report);
        questionIndex = questions.Select((q, i) => (q.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        attributeIndex = attributes.Select((a, i) => (a.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        LinkedCodes = [.. questions.SelectMany(q => q.Links).Select(l => l.Code).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A stable code.</summary>
    public string Code { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The questions, in their order.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>What is known of respondents.</summary>
    public IReadOnlyList<RespondentAttribute> Attributes { get; }

    /// <summary>What cannot hold at once.</summary>
    public IReadOnlyList<ImpossibleCombination> ImpossibleCombinations { get; }

    /// <summary>The names of the other columns.</summary>
    public SurveyColumns Columns { get; }

    /// <summary>Codes that stand for a refused answer (拒答), such as 98; none by default.</summary>
    public IReadOnlyList<string> RefusedCodes { get; }

    /// <summary>Codes that stand for a question that does not apply (不适用), such as 99; none by default.</summary>
    public IReadOnlyList<string> NotApplicableCodes { get; }

    /// <summary>The codes of the indicators and dimensions that questions speak to, in the order met.</summary>
    public IReadOnlyList<string> LinkedCodes { get; }

    /// <summary>The questionnaire with codes for refused answers and for questions that do not apply.</summary>
    public Questionnaire WithCodes(IEnumerable<string> refused, IEnumerable<string> notApplicable) =>
        new(Code, Title, Questions, Attributes, ImpossibleCombinations, Columns, [.. refused ?? []], [.. notApplicable ?? []]);

    /// <summary>The questionnaire with other names of columns.</summary>
    public Questionnaire WithColumns(SurveyColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(Code, Title, Questions, Attributes, ImpossibleCombinations, columns, RefusedCodes, NotApplicableCodes);
    }

    /// <summary>The questionnaire with combinations that cannot hold at once.</summary>
    public Questionnaire WithImpossible(params ImpossibleCombination[] combinations) => new(Code, Title, Questions, Attributes, combinations, Columns, RefusedCodes, NotApplicableCodes);

    /// <summary>The question of a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Question this[string code] => Questions[IndexOfQuestion(code)];

    internal int FindQuestion(string code) => questionIndex.GetValueOrDefault(code, -1);

    internal int FindAttribute(string code) => attributeIndex.GetValueOrDefault(code, -1);

    internal int IndexOfQuestion(string code) => questionIndex.TryGetValue(code ?? throw new ArgumentNullException(nameof(code)), out int i) ? i : throw new KeyNotFoundException($"The questionnaire {Code} has no question {code}.");

    /// <summary>Such as <c>满意度调查 60 questions, 5 attributes</c>.</summary>
    public override string ToString() => $"{Title} {Questions.Count} questions, {Attributes.Count} attributes";
}
