namespace UrbanHealth.Indicators;

/// <summary>A weighting while it learns from rows that come in parts, in as many passes as it needs.</summary>
internal abstract class PartialWeighting
{
    /// <summary>True while it waits for rows: a first pass, or another one.</summary>
    public abstract bool NeedsRows { get; }

    /// <summary>Adds rows to the pass.</summary>
    /// <param name="scores">Rows are areas, columns the siblings.</param>
    /// <param name="rowYears">The year of each row.</param>
    public abstract void Add(Matrix scores, int[] rowYears);

    /// <summary>Adds what other rows came to in the same pass.</summary>
    public abstract void Add(PartialWeighting other);

    /// <summary>Ends the pass.</summary>
    public abstract void EndPass();

    /// <summary>The weights, when no more rows are needed.</summary>
    /// <param name="siblings">What is known of the siblings; the rows are not looked at.</param>
    /// <exception cref="ArgumentException">The siblings leave the method undefined.</exception>
    public abstract WeightSet Finish(Siblings siblings);

    public abstract void Write(List<string> text);

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public abstract void Read(Queue<string> text);
}
