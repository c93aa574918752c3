namespace UrbanHealth.Indicators;

/// <summary>A questionnaire and everything found while it was read (问卷读取结果).</summary>
/// <param name="Questionnaire">The questionnaire; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path.</param>
public sealed record QuestionnaireReading(Questionnaire? Questionnaire, ValidationReport Report);
