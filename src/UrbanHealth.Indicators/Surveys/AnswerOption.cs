namespace UrbanHealth.Indicators;

/// <summary>One answer a question allows (选项).</summary>
/// <param name="Code">What stands in the data, such as 4.</param>
/// <param name="Text">What the respondent reads, such as 比较满意.</param>
/// <param name="Score">What it is worth in satisfaction (赋值), such as 75; null for an option that has no worth.</param>
/// <param name="IsSatisfied">Whether it counts into the top-box share (满意率).</param>
public sealed record AnswerOption(string Code, string Text, double? Score = null, bool IsSatisfied = false);
