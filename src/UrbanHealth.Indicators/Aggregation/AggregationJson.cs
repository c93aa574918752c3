using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>The JSON form of this room's rules, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Aggregation))]
[JsonSerializable(typeof(Grading))]
[JsonSerializable(typeof(FittedGrading))]
[JsonSerializable(typeof(BottomLineRule))]
internal sealed partial class AggregationJson : JsonSerializerContext;
