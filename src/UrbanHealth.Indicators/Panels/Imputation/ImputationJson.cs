using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Imputations in JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Imputation))]
internal sealed partial class ImputationJson : JsonSerializerContext;
