namespace UrbanHealth.Indicators;

/// <summary>A model and everything found while its JSON was read (读取结果).</summary>
/// <param name="Model">The model; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path in the text.</param>
public sealed record EvaluationModelReading(EvaluationModel? Model, ValidationReport Report);
