using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A plan as it is written: the framework inside, so that a file stands alone.</summary>
internal sealed record PlanDocument
{
    public const string CurrentFormat = "plan/1";

    [JsonPropertyOrder(-1)]
    public required string Format { get; init; }

    public required JsonElement Framework { get; init; }
    public Imputation? Imputation { get; init; }
    public Treatment? Treatment { get; init; }
    public Dictionary<string, Treatment>? TreatmentOf { get; init; }
    public Normalization? Normalization { get; init; }
    public Dictionary<string, Normalization>? NormalizationOf { get; init; }
    public Weighting? Weighting { get; init; }
    public Dictionary<string, Weighting>? WeightingOf { get; init; }
    public Aggregation? Aggregation { get; init; }
    public Dictionary<string, Aggregation>? AggregationOf { get; init; }
    public double? FullScore { get; init; }
    public double? CoverageThreshold { get; init; }
    public Dictionary<string, double>? CoverageThresholdOf { get; init; }
    public Grading? Grading { get; init; }

    /// <summary>False for a plan without grades; a plan that names no grading has the default one.</summary>
    public bool? Graded { get; init; }

    public BottomLineRule? BottomLine { get; init; }
    public string? CityClass { get; init; }
    public UnfittableRule? Unfittable { get; init; }
    public TieRule? Ties { get; init; }
}

/// <summary>A model as it is written: the plan inside.</summary>
internal sealed record ModelDocument
{
    public const string CurrentFormat = "model/1";

    [JsonPropertyOrder(-1)]
    public required string Format { get; init; }

    public required PlanDocument Plan { get; init; }
    public required int BaselineFirst { get; init; }
    public required int BaselineLast { get; init; }
    public Imputation? Imputation { get; init; }
    public Dictionary<string, FittedTreatment>? Treatments { get; init; }
    public required Dictionary<string, FittedNormalization> Normalizations { get; init; }
    public required Dictionary<string, WeightSet> Weights { get; init; }
    public required Dictionary<string, Aggregation> Aggregations { get; init; }
    public required Dictionary<string, FittedGrading> Gradings { get; init; }
    public required IReadOnlyList<ValidationIssue> Findings { get; init; }
}

/// <summary>The JSON of plans and models, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    UseStringEnumConverter = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(ModelDocument))]
[JsonSerializable(typeof(PartialFitDocument))]
internal sealed partial class EvaluationJson : JsonSerializerContext
{
    /// <summary>Chinese is written as it is, not as escapes.</summary>
    public static EvaluationJson Readable => Holder.Context;

    /// <summary>Made on first use, when the generated default is there for sure.</summary>
    private static class Holder
    {
        public static readonly EvaluationJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
