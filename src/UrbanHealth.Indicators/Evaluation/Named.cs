using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace UrbanHealth.Indicators;

/// <summary>Frameworks, plans or models by name, as registered (具名注册表): <c>Named&lt;EvaluationModel&gt;</c> in a constructor, <c>models["2023"]</c> in the code.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <typeparam name="T">What is named.</typeparam>
public sealed class Named<T> : IReadOnlyDictionary<string, T>
    where T : class
{
    private readonly FrozenDictionary<string, T> items;

    internal Named(IEnumerable<KeyValuePair<string, T>> items)
    {
        var unique = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((string name, T item) in items)
            if (!unique.TryAdd(name, item)) throw new ArgumentException($"Two of {typeof(T).Name} are registered as \"{name}\".", nameof(items));
        this.items = unique.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public T this[string key] => items.TryGetValue(key ?? throw new ArgumentNullException(nameof(key)), out T? item)
        ? item
        : throw new KeyNotFoundException($"No {typeof(T).Name} is registered as \"{key}\"; there are: {string.Join(", ", items.Keys.Order(StringComparer.Ordinal))}.");

    /// <inheritdoc/>
    public IEnumerable<string> Keys => items.Keys;

    /// <inheritdoc/>
    public IEnumerable<T> Values => items.Values;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
