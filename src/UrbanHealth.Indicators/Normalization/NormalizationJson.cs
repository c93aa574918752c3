using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>The JSON of the room, generated at build time so that it works trimmed and compiled ahead.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Normalization))]
[JsonSerializable(typeof(FittedNormalization))]
[JsonSerializable(typeof(Treatment))]
[JsonSerializable(typeof(FittedTreatment))]
[JsonSerializable(typeof(Transform))]
[JsonSerializable(typeof(MembershipFunction))]
internal sealed partial class NormalizationJson : JsonSerializerContext;
