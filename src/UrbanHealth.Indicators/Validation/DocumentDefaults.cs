using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace UrbanHealth.Indicators;

/// <summary>Writes the documented defaults into a JSON text where it leaves them out.</summary>
/// <remarks>
/// Generated serializers hand over every init-only property, 0 or null for one that the text does not have: the initializer in the type is lost.
/// So each type with a default other than that has an example here, made in code, whose written form supplies what is absent. What is required is never taken from it.
/// </remarks>
internal sealed class DocumentDefaults
{
    private readonly FrozenDictionary<Type, object> examples;

    public DocumentDefaults(IEnumerable<object> examples) => this.examples = examples.ToFrozenDictionary(e => e.GetType());

    /// <summary>The examples, for tests.</summary>
    public IEnumerable<object> Examples => examples.Values;

    /// <summary>These and those of a later room.</summary>
    public DocumentDefaults And(DocumentDefaults other) => new(examples.Values.Concat(other.examples.Values));

    /// <summary>What a text says of a type, with its defaults.</summary>
    /// <exception cref="JsonException">The text is no JSON of the type.</exception>
    public T? Read<T>(string json, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonNode? node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            Complete(node, type);
        }
        catch (ArgumentException e)
        {
            throw new JsonException("A property stands twice.", e);
        }
        return node.Deserialize(type);
    }

    /// <summary>Completes a text in place; what does not fit the type is left for the reader to find.</summary>
    public void Complete(JsonNode? node, JsonTypeInfo type)
    {
        if (node is JsonArray items && type.Kind == JsonTypeInfoKind.Enumerable && DocumentShape.ItemOf(type) is { } item)
            foreach (JsonNode? one in items) Complete(one, item);
        if (node is not JsonObject made) return;
        if (type.Kind == JsonTypeInfoKind.Dictionary && DocumentShape.ItemOf(type) is { } value)
            foreach ((_, JsonNode? one) in made) Complete(one, value);
        if (type.Kind != JsonTypeInfoKind.Object) return;
        if (type.PolymorphismOptions is { } choice)
        {
            string? word = made[choice.TypeDiscriminatorPropertyName] is JsonValue named && named.TryGetValue(out string? w) ? w : null;
            Type? chosen = null;
            foreach (JsonDerivedType derived in choice.DerivedTypes) if (derived.TypeDiscriminator as string == word) chosen = derived.DerivedType;
            if (word is null || chosen is null) return;
            type = type.Options.GetTypeInfo(chosen);
        }
        if (examples.TryGetValue(type.Type, out object? example) && JsonSerializer.SerializeToNode(example, type) is JsonObject defaults)
            foreach (JsonPropertyInfo property in type.Properties)
                if (!property.IsRequired && !made.ContainsKey(property.Name) && defaults[property.Name] is { } absent) made[property.Name] = absent.DeepClone();
        foreach (JsonPropertyInfo property in type.Properties)
            if (made[property.Name] is { } part && DocumentShape.InfoOf(type.Options, property.PropertyType) is { } inner) Complete(part, inner);
    }
}
