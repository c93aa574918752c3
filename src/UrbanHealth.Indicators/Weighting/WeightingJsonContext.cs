using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Weightings and weights in JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Weighting))]
[JsonSerializable(typeof(WeightSet))]
internal sealed partial class WeightingJsonContext : JsonSerializerContext;
