using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What objective weightings learn from the scores of siblings, or a part of their rows; parts merge to the bits of the whole.</summary>
internal sealed class SiblingStatistics
{
    private const int Few = 64;

    private readonly ScoresNeeded needs;
    private readonly ExactMoments[] moments;
    private readonly long[] atMinimum;
    private readonly long[] atMaximum;
    private readonly ExactPair[] pairs; // (1, 0), (2, 0), (2, 1) …; empty when nobody asks for them

    public SiblingStatistics(int columns, ScoresNeeded needs)
        : this(needs, new ExactMoments[columns], new long[columns], new long[columns], new ExactPair[needs is ScoresNeeded.Pairs or ScoresNeeded.CompletePairs ? columns * (columns - 1) / 2 : 0])
    {
        for (int j = 0; j < columns; j++) moments[j] = new ExactMoments();
        for (int p = 0; p < pairs.Length; p++) pairs[p] = new ExactPair();
    }

    private SiblingStatistics(ScoresNeeded needs, ExactMoments[] moments, long[] atMinimum, long[] atMaximum, ExactPair[] pairs) =>
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
        for (int j = 0; j < Columns; j++)
        {
            ReadOnlySpan<double> column = scores.Column(j);
            if (column.Length >= Few) AddColumn(j, ExactMoments.Of(column), column);
            else foreach (double x in column) AddOne(j, x);
        }
        if (pairs.Length == 0) return;
        if (needs == ScoresNeeded.CompletePairs) scores = scores.CompleteRows();
        var columns = new ReadOnlyMemory<double>[Columns];
        for (int j = 0; j < Columns; j++) columns[j] = scores.ColumnMemory(j);
        ExactPairBlocks.Add(columns, pairs);
    }

    /// <summary>Adds other rows.</summary>
    public void Add(SiblingStatistics other)
    {
        for (int j = 0; j < Columns; j++) Merge(j, other.moments[j], other.atMinimum[j], other.atMaximum[j]);
        for (int p = 0; p < pairs.Length; p++) pairs[p].Add(other.pairs[p]);
    }

    /// <summary>The statistics of some columns.</summary>
    public SiblingStatistics At(IReadOnlyList<int> columns)
    {
        var some = new SiblingStatistics(needs, [.. columns.Select(j => moments[j])], [.. columns.Select(j => atMinimum[j])], [.. columns.Select(j => atMaximum[j])], new ExactPair[pairs.Length == 0 ? 0 : columns.Count * (columns.Count - 1) / 2]);
        for (int j = 1, p = 0; j < columns.Count && pairs.Length > 0; j++)
            for (int k = 0; k < j; k++, p++) some.pairs[p] = pairs[columns[j] * (columns[j] - 1) / 2 + columns[k]];
        return some;
    }

    /// <summary>Pearson's correlations of all columns; NaN where one is undefined.</summary>
    public Matrix Correlations()
    {
        var result = new double[Columns][];
        for (int j = 0; j < Columns; j++) result[j] = new double[Columns];
        for (int j = 0, p = 0; j < Columns; j++)
        {
            result[j][j] = 1;
            for (int k = 0; k < j; k++, p++) result[j][k] = result[k][j] = pairs[p].Correlation();
        }
        return Matrix.FromColumns(result);
    }

    public void Write(List<string> text)
    {
        for (int j = 0; j < Columns; j++)
        {
            text.Add(moments[j].ToString());
            text.Add(string.Create(CultureInfo.InvariantCulture, $"{atMinimum[j]} {atMaximum[j]}"));
        }
        foreach (ExactPair pair in pairs) text.Add(pair.ToString());
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
        for (int p = 0; p < pairs.Length; p++) pairs[p] = ExactPair.Parse(text.Dequeue());
    }

    private void AddColumn(int j, ExactMoments block, ReadOnlySpan<double> column)
    {
        long low = 0, high = 0;
        double minimum = block.Minimum, maximum = block.Maximum;
        foreach (double x in column)
        {
            if (x == minimum) low++;
            if (x == maximum) high++;
        }
        Merge(j, block, low, high);
    }

    private void AddOne(int j, double x)
    {
        if (double.IsNaN(x)) return;
        Count(j, x, x, 1, 1);
        moments[j].Add(x);
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
