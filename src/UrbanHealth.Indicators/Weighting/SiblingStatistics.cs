using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What objective weightings learn from the scores of siblings, or a part of their rows; parts merge to the bits of the whole.</summary>
internal sealed class SiblingStatistics
{
    private readonly ExactMoments[] moments; // those of the pairs where there are pairs
    private readonly ExactPairs? pairs;
    private readonly EndCounts[]? ends;

    public SiblingStatistics(int columns, ScoresNeeded needs)
    {
        pairs = needs == ScoresNeeded.Pairs ? new ExactPairs(columns) : null;
        moments = new ExactMoments[columns];
        for (int j = 0; j < columns; j++) moments[j] = pairs?[j] ?? new ExactMoments();
        ends = needs == ScoresNeeded.Ends ? [.. moments.Select(_ => new EndCounts())] : null;
    }

    private SiblingStatistics(ExactMoments[] moments, ExactPairs? pairs, EndCounts[]? ends) => (this.moments, this.pairs, this.ends) = (moments, pairs, ends);

    public int Columns => moments.Length;

    /// <summary>The moments of a column.</summary>
    public ExactMoments this[int column] => moments[column];

    /// <summary>How many figures lie at the ends of a column.</summary>
    public EndCounts Ends(int column) => ends![column];

    public static SiblingStatistics Of(Matrix scores, ScoresNeeded needs)
    {
        var statistics = new SiblingStatistics(scores.Columns, needs);
        statistics.Add(scores);
        return statistics;
    }

    /// <summary>Adds rows.</summary>
    public void Add(Matrix scores)
    {
        var columns = new ReadOnlyMemory<double>[Columns];
        for (int j = 0; j < Columns; j++) columns[j] = scores.ColumnMemory(j);
        pairs?.Add(columns);
        for (int j = 0; j < Columns; j++)
        {
            if (pairs is null) moments[j].Add(columns[j].Span);
            ends?[j].Add(columns[j].Span);
        }
    }

    /// <summary>Adds other rows.</summary>
    public void Add(SiblingStatistics other)
    {
        pairs?.Add(other.pairs!);
        for (int j = 0; j < Columns; j++)
        {
            if (pairs is null) moments[j].Add(other.moments[j]);
            ends?[j].Add(other.ends![j]);
        }
    }

    /// <summary>The statistics of some columns.</summary>
    public SiblingStatistics At(IReadOnlyList<int> columns) =>
        new([.. columns.Select(j => moments[j])], pairs?.At(columns), ends is null ? null : [.. columns.Select(j => ends[j])]);

    /// <summary>Pearson's correlations of all columns; NaN where one is undefined.</summary>
    public Matrix Correlations() => Matrix.FromColumns(pairs!.Correlations());

    public void Write(List<string> text)
    {
        pairs?.Write(text);
        for (int j = 0; j < Columns; j++)
        {
            if (pairs is null) text.Add(moments[j].ToString());
            if (ends is not null) text.Add(ends[j].ToString());
        }
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text)
    {
        pairs?.Read(text);
        for (int j = 0; j < Columns; j++)
        {
            moments[j] = pairs?[j] ?? ExactMoments.Parse(text.Dequeue());
            if (ends is not null) ends[j] = EndCounts.Parse(text.Dequeue());
        }
    }
}
