using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>Reconciliations in JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reconciliation))]
internal sealed partial class ReconciliationJson : JsonSerializerContext;
