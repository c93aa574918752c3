namespace UrbanHealth.Indicators;

/// <summary>A plan and everything found while its JSON was read (读取结果).</summary>
/// <param name="Plan">The plan; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path in the text.</param>
public sealed record EvaluationPlanReading(EvaluationPlan? Plan, ValidationReport Report);
