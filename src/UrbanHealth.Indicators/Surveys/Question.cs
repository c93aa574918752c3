using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>One question (题目): its answers, what they are worth, and the indicators or dimensions it speaks to.</summary>
public sealed record Question
{
    /// <summary>The code: the name of its column.</summary>
    public required string Code { get; init; }

    /// <summary>The words of the question.</summary>
    public required string Text { get; init; }

    /// <summary>The form.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>The answers it allows; of a scale, from the least to the most satisfied.</summary>
    public required IReadOnlyList<AnswerOption> Options { get; init; }

    /// <summary>The indicators and dimensions it speaks to; many questions may share one.</summary>
    public IReadOnlyList<QuestionLink> Links { get; init; } = [];

    /// <summary>True when its answers have a worth in satisfaction.</summary>
    public bool HasScore => Kind != QuestionKind.MultipleChoice && Options.Any(o => o.Score is not null);

    /// <summary>A scale (量表题) of as many answers as scores, coded 1, 2, …; from the least to the most satisfied.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">The words.</param>
    /// <param name="scores">The worth of each answer, such as <see cref="LikertScores.FromZero"/>(5).</param>
    /// <param name="topBoxes">How many of the best answers count as satisfied; 2 by default.</param>
    /// <param name="labels">What respondents read; the codes when not given.</param>
    /// <exception cref="ArgumentException">The labels differ in number, or the top boxes are more than the answers.</exception>
    public static Question Likert(string code, string text, IReadOnlyList<double> scores, int topBoxes = 2, IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (labels is not null && labels.Count != scores.Count) throw new ArgumentException("There must be one label a score.", nameof(labels));
        if (topBoxes < 0 || topBoxes > scores.Count) throw new ArgumentException("The top boxes are among the answers.", nameof(topBoxes));
        return new Question
        {
            Code = code,
            Text = text,
            Kind = QuestionKind.Likert,
            Options = [.. scores.Select((s, i) => new AnswerOption((i + 1).ToString(CultureInfo.InvariantCulture), labels?[i] ?? (i + 1).ToString(CultureInfo.InvariantCulture), s, i >= scores.Count - topBoxes))],
        };
    }

    /// <summary>A question for yes, worth 100, or no, worth 0 (是非题); coded 1 and 0.</summary>
    public static Question YesNo(string code, string text) => new()
    {
        Code = code,
        Text = text,
        Kind = QuestionKind.YesNo,
        Options = [new("0", "否", 0), new("1", "是", 100, true)],
    };

    /// <summary>A rating from 0 to <paramref name="most"/> (打分题), worth x/most·100.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">The words.</param>
    /// <param name="most">The best rating; 10 by default.</param>
    /// <param name="satisfiedFrom">The least rating that counts as satisfied; 8 by default.</param>
    public static Question Rating(string code, string text, int most = 10, int satisfiedFrom = 8) => new()
    {
        Code = code,
        Text = text,
        Kind = QuestionKind.Rating,
        Options = [.. Enumerable.Range(0, most + 1).Select(x => new AnswerOption(x.ToString(CultureInfo.InvariantCulture), x.ToString(CultureInfo.InvariantCulture), 100.0 * x / most, x >= satisfiedFrom))],
    };

    /// <summary>A question with any number of answers (多选题), coded as given.</summary>
    public static Question MultipleChoice(string code, string text, params (string Code, string Text)[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Question { Code = code, Text = text, Kind = QuestionKind.MultipleChoice, Options = [.. options.Select(o => new AnswerOption(o.Code, o.Text))] };
    }

    /// <summary>The question with links to indicators or dimensions.</summary>
    public Question For(params QuestionLink[] links) => this with { Links = links };

    /// <summary>The code and the words.</summary>
    public override string ToString() => $"{Code} {Text}";
}
