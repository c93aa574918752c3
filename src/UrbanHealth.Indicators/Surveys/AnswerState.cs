namespace UrbanHealth.Indicators;

/// <summary>Why an answer is or is not there (回答状态).</summary>
public enum AnswerState
{
    /// <summary>已答.</summary>
    Answered,

    /// <summary>未答: nothing was entered.</summary>
    Missing,

    /// <summary>拒答: the respondent would not say.</summary>
    Refused,

    /// <summary>不适用: the question does not concern the respondent.</summary>
    NotApplicable,
}
