using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What normalisations learn from a column, or a part of one; parts merge to the bits of the whole.</summary>
internal sealed class ColumnStatistics
{
    /// <summary>The figures as the method sees them: as they are, or minus their distance to a target or range.</summary>
    public ExactMoments Figures { get; private set; } = new();

    /// <summary>One over each figure, for methods that ask for it; a part has as many as it has figures.</summary>
    public ExactMoments Reciprocals { get; private set; } = new();

    public void Add(ColumnStatistics other)
    {
        Figures.Add(other.Figures);
        Reciprocals.Add(other.Reciprocals);
    }

    public void Write(List<string> text)
    {
        text.Add(Figures.ToString());
        text.Add(Reciprocals.ToString());
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text)
    {
        Figures = ExactMoments.Parse(text.Dequeue());
        Reciprocals = ExactMoments.Parse(text.Dequeue());
    }
}
