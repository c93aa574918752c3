using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A partial fit as it is written: the plan inside, what earlier passes settled, and the statistics of this one.</summary>
internal sealed record PartialFitDocument
{
    public const string CurrentFormat = "partialFit/1";

    [JsonPropertyOrder(-1)]
    public required string Format { get; init; }

    public required PlanDocument Plan { get; init; }
    public int? BaselineFirst { get; init; }
    public int? BaselineLast { get; init; }
    public required WholeColumnRule WholeColumns { get; init; }
    public required int Pass { get; init; }
    public required bool NeedsBlocks { get; init; }
    public required long Rows { get; init; }
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }
    public required Dictionary<string, FittedTreatment> Treatments { get; init; }
    public required Dictionary<string, FittedNormalization> Normalizations { get; init; }
    public required Dictionary<string, WeightSet> Weights { get; init; }
    public required Dictionary<string, Aggregation> Aggregations { get; init; }
    public required Dictionary<string, FittedGrading> Gradings { get; init; }
    public required IReadOnlyList<ValidationIssue> Findings { get; init; }
    public required IReadOnlyList<string> Statistics { get; init; }
}
