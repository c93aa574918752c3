using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What objective weightings learn from the scores of siblings, or a part of their rows; parts merge to the bits of the whole.</summary>
internal sealed class SiblingStatistics
{
    private readonly ScoresNeeded needs;
    private readonly ExactMoments[] moments;
    private readonly long[] atMinimum;
    private readonly long[] atMaximum;
    private readonly ExactPairs? pairs; // null when nobody asks for them

    public SiblingStatistics(int columns, ScoresNeeded needs)
        : this(needs, new ExactMoments[columns], new long[columns], new long[columns], needs is ScoresNeeded.Pairs or ScoresNeeded.CompletePairs ? new ExactPairs(columns) : null)
    {
        for (int j = 0; j < columns; j++) moments[j] = new ExactMoments();
    }

    private SiblingStatistics(ScoresNeeded needs, ExactMoments[] moments, long[] atMinimum, long[] atMaximum, ExactPairs? pairs) =>
        (this.needs, this.moments, this.atMinimum, this.atMaximum, this.pairs) = (needs, moments, atMinimum, atMaximum, pairs);

    public int Columns => moments.Length;

    /// <summary>The moments of a column.</summary>
    public ExactMoments this[int column] => moments[column];

    /// <summary>How many figures are the smallest of their column.</summary>
    public long AtMinimum(int column) => atMinimum[column];

    /// <summary>How many are the largest.</summary>
    public long AtMaximum(int column) => atMaximum[column];

    public static SiblingStatistics Of(Matrix scores, ScoresNeeded needs)
    {
        var statistics = new SiblingStatistics(scores.Columns, needs);
        statistics.Add(scores);
        return statistics;
    }

    /// <summary>Adds rows.</summary>
    public void Add(Matrix scores)
    {
        for (int j = 0; j < Columns; j++) AddColumn(j, scores.Column(j));
        if (pairs is null) return;
        if (needs == ScoresNeeded.CompletePairs) scores = scores.CompleteRows();
        var columns = new ReadOnlyMemory<double>[Columns];
        for (int j = 0; j < Columns; j++) columns[j] = scores.ColumnMemory(j);
        pairs.Add(columns);
    }

    /// <summary>Adds other rows.</summary>
    public void Add(SiblingStatistics other)
    {
        for (int j = 0; j < Columns; j++) Merge(j, other.moments[j], other.atMinimum[j], other.atMaximum[j]);
        pairs?.Add(other.pairs!);
    }

    /// <summary>The statistics of some columns.</summary>
    public SiblingStatistics At(IReadOnlyList<int> columns) =>
        new(needs, [.. columns.Select(j => moments[j])], [.. columns.Select(j => atMinimum[j])], [.. columns.Select(j => atMaximum[j])], pairs?.At(columns));

    /// <summary>Pearson's correlations of all columns; NaN where one is undefined.</summary>
    public Matrix Correlations() => Matrix.FromColumns(pairs!.Correlations());

    public void Write(List<string> text)
    {
        for (int j = 0; j < Columns; j++)
        {
            text.Add(moments[j].ToString());
            text.Add(string.Create(CultureInfo.InvariantCulture, $"{atMinimum[j]} {atMaximum[j]}"));
        }
        pairs?.Write(text);
    }

    /// <exception cref="FormatException">It is not what <see cref="Write"/> wrote.</exception>
    public void Read(Queue<string> text)
    {
        for (int j = 0; j < Columns; j++)
        {
            moments[j] = ExactMoments.Parse(text.Dequeue());
            string[] counts = text.Dequeue().Split(' ');
            if (counts.Length != 2) throw new FormatException("Two counts were expected.");
            (atMinimum[j], atMaximum[j]) = (long.Parse(counts[0], CultureInfo.InvariantCulture), long.Parse(counts[1], CultureInfo.InvariantCulture));
        }
        pairs?.Read(text);
    }

    private void AddColumn(int j, ReadOnlySpan<double> column)
    {
        ExactMoments block = ExactMoments.Of(column);
        long low = 0, high = 0;
        double minimum = block.Minimum, maximum = block.Maximum;
        foreach (double x in column)
        {
            if (x == minimum) low++;
            if (x == maximum) high++;
        }
        Merge(j, block, low, high);
    }

    private void Merge(int j, ExactMoments block, long low, long high)
    {
        if (block.Count == 0) return;
        Count(j, block.Minimum, block.Maximum, low, high);
        moments[j].Add(block);
    }

    /// <summary>Counts figures at the ends, before the moments move the ends.</summary>
    private void Count(int j, double minimum, double maximum, long low, long high)
    {
        if (minimum < moments[j].Minimum) atMinimum[j] = low;
        else if (minimum == moments[j].Minimum) atMinimum[j] += low;
        if (maximum > moments[j].Maximum) atMaximum[j] = high;
        else if (maximum == moments[j].Maximum) atMaximum[j] += high;
    }
}
