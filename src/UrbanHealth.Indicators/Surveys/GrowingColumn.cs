namespace UrbanHealth.Indicators;

/// <summary>A column that grows while responses stream in, one column at a time copied when it is full.</summary>
internal sealed class GrowingColumn<T>(int capacity) where T : unmanaged
{
    private T[] values = new T[Math.Max(16, capacity)];

    public int Count { get; private set; }

    public void Add(T value)
    {
        if (Count == values.Length) Array.Resize(ref values, values.Length * 2);
        values[Count++] = value;
    }

    /// <summary>The values; the column must not grow afterwards.</summary>
    public T[] Close()
    {
        if (values.Length != Count) Array.Resize(ref values, Count);
        return values;
    }
}
