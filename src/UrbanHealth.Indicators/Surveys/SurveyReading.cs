namespace UrbanHealth.Indicators;

/// <summary>A survey and everything found while it was read (问卷数据读取结果).</summary>
/// <param name="Survey">What could be read: a wrong answer is missing, a respondent that cannot be used is left out, and the report says so. Throws when nothing could be.</param>
/// <param name="Report">Every finding, with its line and column.</param>
public sealed record SurveyReading(SatisfactionSurvey Survey, ValidationReport Report)
{
    private readonly SatisfactionSurvey? survey = Survey;

    /// <summary>What could be read: a wrong answer is missing, a respondent that cannot be used is left out, and the report says so.</summary>
    /// <exception cref="InvalidDocumentException">Nothing could be read; the report says why.</exception>
    public SatisfactionSurvey Survey { get => survey ?? throw new InvalidDocumentException(Report); init => survey = value; }

    /// <summary>True when something could be read.</summary>
    public bool HasSurvey => survey is not null;

    /// <summary>The size of the survey and the report.</summary>
    public override string ToString() => $"{(survey is null ? "no survey" : survey.Design)}\n{Report}";
}
