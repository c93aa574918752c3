using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UrbanHealth.Indicators;

/// <summary>Holds a JSON text against the type it is to become, and notes everything that does not fit, each with its path.</summary>
/// <remarks>The serializer stops at the first mistake and says it in words for programmers; this finds them all and says them for people.</remarks>
internal static class DocumentShape
{
    private static readonly string[] NamedNumbers = ["NaN", "Infinity", "-Infinity"];

    /// <summary>Notes properties that are not known, missing or of another kind, and words and methods that do not exist.</summary>
    public static void Check(DocumentReading reading, JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind == JsonValueKind.Null && (!type.Type.IsValueType || Nullable.GetUnderlyingType(type.Type) is not null)) return;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object: CheckObject(reading, element, type, path); break;
            case JsonTypeInfoKind.Enumerable: CheckItems(reading, element, type, path); break;
            case JsonTypeInfoKind.Dictionary: CheckEntries(reading, element, type, path); break;
            default: CheckValue(reading, element, Nullable.GetUnderlyingType(type.Type) ?? type.Type, path); break;
        }
    }

    /// <summary>Notes the values that a type refuses when it is made, each at the part it stands in.</summary>
    public static void CheckValues(DocumentReading reading, JsonElement element, JsonTypeInfo type, string path)
    {
        bool made = type is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null };
        if (element.ValueKind == JsonValueKind.Object && (made || type.Kind == JsonTypeInfoKind.Dictionary))
        {
            foreach (JsonProperty part in element.EnumerateObject())
                if (PartOf(type, part.Name) is { } inner) CheckValues(reading, part.Value, inner, $"{path}.{part.Name}");
            if (made && reading.HasErrorsAt(path)) return; // they are its parts'
        }
        try
        {
            element.Deserialize(type);
        }
        catch (JsonException e) when (e.InnerException is InvalidDocumentException inner)
        {
            string at = path + (e.Path is { Length: > 1 } below ? below[1..] : "");
            foreach (ValidationIssue issue in inner.Report)
                reading.Error(issue.Code, at + (issue.Place.Path is { Length: > 1 } p ? p[1..] : ""), issue.Message, issue.Place.Indicator);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            string at = path + (e is JsonException { Path: { Length: > 1 } below } ? below[1..] : "");
            BilingualText why = Reasons.Of(e.Message);
            reading.Error("document.invalid-value", at, new($"值无效：{why.Chinese}", $"the value is not valid: {why.English}"));
        }
    }

    /// <summary>Reports every name and text with half of a surrogate pair; the serializer throws at the first.</summary>
    public static void CheckText(DocumentReading reading, JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty part in element.EnumerateObject())
                    if (Decodes(() => part.Name)) CheckText(reading, part.Value, $"{path}.{part.Name}");
                    else reading.InvalidText(path);
                break;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement item in element.EnumerateArray()) CheckText(reading, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"));
                break;
            case JsonValueKind.String when !Decodes(element.GetString):
                reading.InvalidText(path);
                break;
        }
    }

    private static bool Decodes(Func<string?> text)
    {
        try
        {
            text();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void CheckObject(DocumentReading reading, JsonElement element, JsonTypeInfo type, string path)
    {
        if (reading.Object(element, path) is null) return;
        string? discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null)
        {
            if (Chosen(reading, element, type, discriminator, path) is not { } chosen) return;
            type = chosen;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty part in element.EnumerateObject())
        {
            string at = $"{path}.{part.Name}";
            if (!seen.Add(part.Name)) reading.Error("document.duplicate-property", at, new($"“{part.Name}”写了两次", $"'{part.Name}' stands twice"));
            else if (part.Name == discriminator || part.Name == "$schema") continue;
            else if (PartOf(type, part.Name) is { } inner) Check(reading, part.Value, inner, at);
            else
            {
                string[] known = [.. type.Properties.Select(p => p.Name)];
                string? near = known.Where(k => Words.Distance(k, part.Name) <= 2).MinBy(k => Words.Distance(k, part.Name));
                string words = string.Join(", ", known);
                reading.Error("document.unknown-property", at, near is not null
                    ? new($"不认识的属性“{part.Name}”，是否想写“{near}”？", $"'{part.Name}' is not known; did you mean '{near}'?")
                    : known.Length > 0 ? new($"不认识的属性“{part.Name}”；可用：{words}", $"'{part.Name}' is not known; known are {words}")
                    : new($"不认识的属性“{part.Name}”，这里没有可设的属性", $"'{part.Name}' is not known; nothing can be set here"));
            }
        }
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.IsRequired && !seen.Contains(property.Name))
                reading.Error("document.missing-property", $"{path}.{property.Name}", new($"缺少“{property.Name}”", $"'{property.Name}' is missing"));
    }

    /// <summary>The type that the discriminator names; null, with the reason in the report, when it names none.</summary>
    private static JsonTypeInfo? Chosen(DocumentReading reading, JsonElement element, JsonTypeInfo type, string discriminator, string path)
    {
        string at = $"{path}.{discriminator}", known = string.Join(", ", type.PolymorphismOptions!.DerivedTypes.Select(d => d.TypeDiscriminator as string));
        if (!element.TryGetProperty(discriminator, out JsonElement named))
        {
            reading.Error("document.missing-property", at, new($"缺少“{discriminator}”，可用：{known}", $"'{discriminator}' is missing; use one of {known}"));
            return null;
        }
        if (reading.Text(named, at) is not { } word) return null;
        foreach (var derived in type.PolymorphismOptions.DerivedTypes)
        {
            if (derived.TypeDiscriminator as string != word) continue;
            JsonElement.ObjectEnumerator parts = element.EnumerateObject();
            if (parts.MoveNext() && parts.Current.Name != discriminator)
                reading.Error("document.type-not-first", at, new($"“{discriminator}”应写在最前面", $"'{discriminator}' must come first"));
            return type.Options.GetTypeInfo(derived.DerivedType);
        }
        reading.Error("document.unknown-word", at, new($"不认识“{word}”，可用：{known}", $"'{word}' is not known; use one of {known}"));
        return null;
    }

    private static void CheckItems(DocumentReading reading, JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            reading.WrongType(path, element, new("数组 […]", "an array […]"));
            return;
        }
        if (ItemOf(type) is not { } item) return;
        int i = 0;
        foreach (JsonElement one in element.EnumerateArray()) Check(reading, one, item, FormattableString.Invariant($"{path}[{i++}]"));
    }

    private static void CheckEntries(DocumentReading reading, JsonElement element, JsonTypeInfo type, string path)
    {
        if (reading.Object(element, path) is null || ItemOf(type) is not { } item) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty part in element.EnumerateObject())
        {
            if (!seen.Add(part.Name)) reading.Error("document.duplicate-property", $"{path}.{part.Name}", new($"“{part.Name}”写了两次", $"'{part.Name}' stands twice"));
            else if (part.Value.ValueKind == JsonValueKind.Null) reading.WrongType($"{path}.{part.Name}", part.Value, new("对象 {…}", "an object {…}"));
            else Check(reading, part.Value, item, $"{path}.{part.Name}");
        }
    }

    private static void CheckValue(DocumentReading reading, JsonElement element, Type type, string path)
    {
        if (type.IsEnum)
        {
            if (reading.Text(element, path) is not { } word || Array.Exists(Enum.GetNames(type), n => string.Equals(n, word, StringComparison.OrdinalIgnoreCase))) return;
            string known = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
            reading.Error("document.unknown-word", path, new($"不认识“{word}”，可用：{known}", $"'{word}' is not known; use one of {known}"));
        }
        else if (type == typeof(double))
        {
            if (element.ValueKind == JsonValueKind.String && NamedNumbers.Contains(element.GetString())) return;
            if (element.ValueKind != JsonValueKind.Number) reading.WrongType(path, element, new("数字", "a number"));
            else if (!element.TryGetDouble(out double x) || !double.IsFinite(x)) reading.Error("document.number-out-of-range", path, new("数字超出双精度范围", "the number does not fit a double"));
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            if (element.ValueKind != JsonValueKind.Number || !(type == typeof(int) ? element.TryGetInt32(out _) : element.TryGetInt64(out _))) reading.WrongType(path, element, new("整数", "a whole number"));
        }
        else if (type == typeof(bool))
        {
            if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) reading.WrongType(path, element, new("true 或 false", "true or false"));
        }
        else if (type == typeof(string)) reading.Text(element, path);
    }

    private static JsonTypeInfo? PartOf(JsonTypeInfo type, string name)
    {
        if (type.Kind == JsonTypeInfoKind.Dictionary) return ItemOf(type);
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.Name == name) return InfoOf(type.Options, property.PropertyType);
        return null;
    }

    /// <summary>Items are those of an array, or the last type argument of a list or dictionary.</summary>
    internal static JsonTypeInfo? ItemOf(JsonTypeInfo type) =>
        (type.Type.IsArray ? type.Type.GetElementType() : type.Type.GenericTypeArguments is [.., { } last] ? last : null) is { } item ? InfoOf(type.Options, item) : null;

    internal static JsonTypeInfo? InfoOf(JsonSerializerOptions options, Type type) => options.TryGetTypeInfo(type, out JsonTypeInfo? info) ? info : null;
}
