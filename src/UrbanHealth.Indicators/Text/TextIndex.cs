namespace UrbanHealth.Indicators.Text;

/// <summary>Numbers for texts, in the order they were added; looked up by a span, so that no string is made for one that is known.</summary>
internal sealed class TextIndex
{
    private readonly List<string> keys = [];
    private readonly List<int> values = [];
    private int[] buckets = new int[64]; // 1-based places in keys; 0 is empty

    public int Count => keys.Count;

    public string this[int place] => keys[place];

    /// <summary>The value stored with a text, or −1.</summary>
    public int Find(ReadOnlySpan<char> text) => buckets[BucketOf(text)] is > 0 and int place ? values[place - 1] : -1;

    /// <summary>True when the text is there, with its value.</summary>
    public bool TryGet(ReadOnlySpan<char> text, out int value)
    {
        int place = buckets[BucketOf(text)];
        value = place > 0 ? values[place - 1] : -1;
        return place > 0;
    }

    /// <summary>Stores a value with a text that is not there yet; false, and nothing changed, when it is.</summary>
    public bool TryAdd(ReadOnlySpan<char> text, int value)
    {
        int bucket = BucketOf(text);
        if (buckets[bucket] > 0) return false;
        keys.Add(text.ToString());
        values.Add(value);
        buckets[bucket] = keys.Count;
        if (2 * keys.Count > buckets.Length) Grow();
        return true;
    }

    /// <summary>The number of a text, which is added when it is new.</summary>
    public int GetOrAdd(ReadOnlySpan<char> text)
    {
        if (TryGet(text, out int value)) return value;
        TryAdd(text, keys.Count);
        return keys.Count - 1;
    }

    private int BucketOf(ReadOnlySpan<char> text)
    {
        int mask = buckets.Length - 1;
        int at = string.GetHashCode(text) & mask;
        while (buckets[at] > 0 && !text.SequenceEqual(keys[buckets[at] - 1])) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        buckets = new int[2 * buckets.Length];
        for (int i = 0; i < keys.Count; i++) buckets[BucketOf(keys[i])] = i + 1;
    }
}
