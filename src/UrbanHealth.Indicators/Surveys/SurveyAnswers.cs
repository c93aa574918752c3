namespace UrbanHealth.Indicators;

/// <summary>The answers, a byte each, by column: the place of the option, or why there is none.</summary>
internal sealed class SurveyAnswers
{
    public const byte Missing = 255, Refused = 254, NotApplicable = 253;

    /// <summary>[question][respondent]; of a multiple choice 0 where the set in <see cref="Sets"/> holds.</summary>
    public required byte[][] Options { get; init; }

    /// <summary>[question][respondent] the options chosen, a bit each; null for other questions.</summary>
    public required ulong[]?[] Sets { get; init; }

    public required CategoricalColumn[] Attributes { get; init; }

    public double[]? Seconds { get; init; }

    /// <summary>The line each respondent was read from; null when they were not read from text.</summary>
    public int[]? Lines { get; init; }

    public long LineOf(int row) => Lines is null ? row + 1 : Lines[row];

    public static AnswerState StateOf(byte answer) => answer switch
    {
        Missing => AnswerState.Missing,
        Refused => AnswerState.Refused,
        NotApplicable => AnswerState.NotApplicable,
        _ => AnswerState.Answered,
    };
}
