namespace UrbanHealth.Indicators;

public sealed partial class EvaluationResult
{
    /// <summary>Every area and year as JSON: composite and dimensions with score, rank and grade; indicators with figure, score and judgement. What is missing is null, and the same result always gives the same text.</summary>
    public string ToJson() => EvaluationResultDocument.Write(this);
}
