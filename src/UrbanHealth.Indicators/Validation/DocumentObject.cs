using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>One object of a JSON document being read; <see cref="Close"/> notes the properties nobody asked for.</summary>
internal sealed class DocumentObject
{
    private readonly DocumentReading reading;
    private readonly Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];

    public DocumentObject(DocumentReading reading, JsonElement element, string path)
    {
        this.reading = reading;
        Path = path;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name;
            try
            {
                name = property.Name;
            }
            catch (InvalidOperationException)
            {
                reading.InvalidText(path);
                continue;
            }
            if (!properties.TryAdd(name, property.Value))
                reading.Error("document.duplicate-property", PathOf(name), new($"“{name}”写了两次", $"'{name}' stands twice"));
        }
    }

    public string Path { get; }

    public string PathOf(string name) => $"{Path}.{name}";

    /// <summary>True when the property stands there and is not null.</summary>
    public bool Has(string name) => properties.TryGetValue(name, out JsonElement e) && e.ValueKind != JsonValueKind.Null;

    public JsonElement? Find(string name)
    {
        asked.Add(name);
        return Has(name) ? properties[name] : null;
    }

    public string? Text(string name) => Find(name) is { } e ? reading.Text(e, PathOf(name)) : null;

    /// <summary>A text that must be there; empty, with the reason in the report, when it is not.</summary>
    public string RequiredText(string name)
    {
        if (!Has(name)) Missing(name);
        return Text(name) ?? "";
    }

    public double? Number(string name)
    {
        if (Find(name) is not { } e) return null;
        if (e.ValueKind != JsonValueKind.Number)
        {
            reading.WrongType(PathOf(name), e, new("数字", "a number"));
            return double.NaN;
        }
        if (e.TryGetDouble(out double value) && double.IsFinite(value)) return value;
        reading.Error("document.number-out-of-range", PathOf(name), new("数字超出双精度范围", "the number does not fit a double"));
        return double.NaN;
    }

    /// <summary>A number that must be there; NaN, with the reason in the report, when it is not.</summary>
    public double RequiredNumber(string name)
    {
        if (!Has(name)) Missing(name);
        return Number(name) ?? double.NaN;
    }

    public int? Integer(string name)
    {
        if (Find(name) is not { } e) return null;
        if (e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out int value)) return value;
        reading.WrongType(PathOf(name), e, new("整数", "a whole number"));
        return null;
    }

    public bool Flag(string name, bool absent)
    {
        if (Find(name) is not { } e) return absent;
        if (e.ValueKind is JsonValueKind.True or JsonValueKind.False) return e.GetBoolean();
        reading.WrongType(PathOf(name), e, new("true 或 false", "true or false"));
        return absent;
    }

    /// <summary>A word of an enumeration in camelCase.</summary>
    public T Word<T>(string name, T absent) where T : struct, Enum
    {
        if (Text(name) is not { } text) return absent;
        foreach (T value in Enum.GetValues<T>())
            if (string.Equals(Words.Of(value), text, StringComparison.Ordinal)) return value;
        UnknownWord(name, text, Enum.GetValues<T>().Select(v => Words.Of(v)));
        return absent;
    }

    public void UnknownWord(string name, string found, IEnumerable<string> known)
    {
        string words = string.Join(", ", known);
        reading.Error("document.unknown-word", PathOf(name), new($"不认识“{found}”，可用：{words}", $"'{found}' is not known; use one of {words}"));
    }

    /// <summary>The items of an array, none when it is absent; an item that cannot be read has its stand-in, so that places keep their numbers.</summary>
    public List<T> List<T>(string name, Func<DocumentReading, JsonElement, string, T> read)
    {
        if (Find(name) is not { } e) return [];
        if (e.ValueKind != JsonValueKind.Array)
        {
            reading.WrongType(PathOf(name), e, new("数组 […]", "an array […]"));
            return [];
        }
        var items = new List<T>(e.GetArrayLength());
        foreach (JsonElement item in e.EnumerateArray()) items.Add(read(reading, item, $"{PathOf(name)}[{items.Count}]"));
        return items;
    }

    public void Missing(string name) => reading.Error("document.missing-property", PathOf(name), new($"缺少“{name}”", $"'{name}' is missing"));

    /// <summary>Warns of every property that was not asked for.</summary>
    public void Close()
    {
        foreach (string name in properties.Keys.Where(p => !asked.Contains(p)))
        {
            string? near = asked.Where(a => Words.Distance(a, name) <= 2).MinBy(a => Words.Distance(a, name));
            reading.Warning("document.unknown-property", PathOf(name), near is null
                ? new($"不认识的属性“{name}”，已忽略；可用：{string.Join(", ", asked)}", $"'{name}' is not known and was ignored; known are {string.Join(", ", asked)}")
                : new($"不认识的属性“{name}”，已忽略；是否想写“{near}”？", $"'{name}' is not known and was ignored; did you mean '{near}'?"));
        }
    }
}
