namespace UrbanHealth.Indicators;

/// <summary>What one respondent answered (一份答卷), to be added to a <see cref="SurveyBuilder"/>; it is not kept.</summary>
public sealed record SurveyResponse
{
    /// <summary>Who answered; null when not known, and then not checked for answering twice.</summary>
    public string? Respondent { get; init; }

    /// <summary>The code of the answer of each question; what is left out is missing. Several codes are separated as in a file.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The level of each attribute.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The design weight; null when the sample has none.</summary>
    public double? Weight { get; init; }

    /// <summary>The stratum; null when the sample has none.</summary>
    public string? Stratum { get; init; }

    /// <summary>The primary sampling unit; null when respondents were drawn alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>How many primary units the stratum has; null when not known.</summary>
    public double? PopulationUnits { get; init; }

    /// <summary>The unit of the second stage; null when each respondent was drawn alone within its cluster.</summary>
    public string? SecondStage { get; init; }

    /// <summary>How many second-stage units the cluster has; null when not known.</summary>
    public double? SecondStageUnits { get; init; }

    /// <summary>How many seconds the answering took.</summary>
    public double? Seconds { get; init; }
}
