namespace UrbanHealth.Indicators;

/// <summary>What is remembered of a column of figures that comes in parts, for a method that has to see the whole; the order of the parts does not show.</summary>
internal abstract class ColumnMemory
{
    public static ColumnMemory Of(WholeColumnRule rule) => rule == WholeColumnRule.Sketch ? new SketchedColumn() : new KeptColumn();

    /// <summary>Adds figures; NaN is missing.</summary>
    public abstract void Add(ReadOnlySpan<double> values);

    /// <summary>Adds what another part remembers, by the same rule.</summary>
    public abstract void Add(ColumnMemory other);

    /// <summary>The figures, rising.</summary>
    public abstract double[] Sorted();

    public abstract void Write(List<string> text);

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public abstract void Read(Queue<string> text);
}
