using System.Numerics;
using System.Runtime.InteropServices;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The working memory of one thread of an acceptability analysis.</summary>
internal sealed class AcceptabilityWorker
{
    private readonly DrawKernel kernel;
    private readonly WeightDistribution[] distributions;
    private readonly int[] counts;
    private readonly Philox random;
    private readonly AcceptabilityTally tally;
    private readonly double[] workspace;
    private readonly DrawOrder sorter;
    private readonly int[] order;

    public AcceptabilityWorker(DrawKernel kernel, WeightDistribution[] distributions, int[] counts, Philox random, AcceptabilityTally tally)
    {
        (this.kernel, this.distributions, this.counts, this.random, this.tally) = (kernel, distributions, counts, random, tally);
        workspace = kernel.Workspace();
        sorter = new DrawOrder(kernel.Rows);
        order = new int[kernel.Rows];
        Wins = tally.CountsPairs ? new int[kernel.Rows * kernel.Rows] : null;
    }

    public int[]? Wins { get; }

    public void Run(int firstDraw, int endDraw)
    {
        int areas = kernel.Rows;
        for (int d = firstDraw; d < endDraw; d++)
        {
            Span<double> weights = tally.Drawn.AsSpan(d * kernel.Weights, kernel.Weights), scores = tally.Scores.AsSpan(d * areas, areas);
            if (!Draw(d, weights)) continue;
            tally.Succeeded[d] = true;
            kernel.Score(weights, scores, workspace);
            int ranked = sorter.Descending(scores, order);
            Span<int> ranks = tally.Ranks.AsSpan(d * areas, areas);
            for (int start = 0; start < ranked;)
            {
                int end = start;
                double score = scores[order[start]];
                while (end < ranked && scores[order[end]] == score) ranks[order[end++]] = start + 1;
                start = end;
            }
            if (Wins is not null) CountWins(ranks);
        }
    }

    private bool Draw(int draw, Span<double> weights)
    {
        for (int k = 0, first = 0; k < distributions.Length; first += counts[k], k++)
            if (!distributions[k].Sample(random, draw, first, weights.Slice(first, counts[k]))) return false;
        return true;
    }

    /// <summary>A smaller rank is a larger score; 0 is unranked.</summary>
    private void CountWins(ReadOnlySpan<int> ranks)
    {
        ReadOnlySpan<Vector<int>> wide = MemoryMarshal.Cast<int, Vector<int>>(ranks);
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == 0) continue;
            Span<int> row = Wins.AsSpan(i * ranks.Length, ranks.Length);
            Span<Vector<int>> wideRow = MemoryMarshal.Cast<int, Vector<int>>(row);
            var own = new Vector<int>(ranks[i]);
            for (int k = 0; k < wide.Length; k++) wideRow[k] -= Vector.GreaterThan(wide[k], own);
            for (int j = wide.Length * Vector<int>.Count; j < ranks.Length; j++) if (ranks[j] > ranks[i]) row[j]++;
        }
    }
}
