namespace UrbanHealth.Indicators;

/// <summary>The form of a question (题型).</summary>
public enum QuestionKind
{
    /// <summary>量表题: ordered answers of any number.</summary>
    Likert,

    /// <summary>是非题.</summary>
    YesNo,

    /// <summary>打分题, such as 0 to 10.</summary>
    Rating,

    /// <summary>多选题: any number of at most 64 options; has no satisfaction.</summary>
    MultipleChoice,
}
