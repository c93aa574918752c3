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
    private readonly double[] weights; // weight by weight, its value in each of the draws
    private readonly double[] composites; // draw by draw
    private readonly DrawRanks ranker;

    public AcceptabilityWorker(DrawKernel kernel, WeightDistribution[] distributions, int[] counts, Philox random, AcceptabilityTally tally)
    {
        (this.kernel, this.distributions, this.counts, this.random, this.tally) = (kernel, distributions, counts, random, tally);
        workspace = kernel.Workspace();
        weights = new double[kernel.Weights * DrawKernel.Draws];
        composites = new double[kernel.Stride * DrawKernel.Draws];
        ranker = new DrawRanks(kernel.Rows);
        Wins = tally.CountsPairs ? new int[kernel.Rows * kernel.Rows] : null;
    }

    public int[]? Wins { get; }

    public void Run(int firstDraw, int endDraw)
    {
        int areas = kernel.Rows;
        for (int d = firstDraw; d < endDraw; d += DrawKernel.Draws)
        {
            uint succeeded = Draw(d);
            if (succeeded == 0) continue;
            kernel.Score(weights, composites, workspace);
            for (int g = 0; g < Math.Min(DrawKernel.Draws, endDraw - d); g++)
            {
                if ((succeeded >> g & 1) == 0) continue;
                tally.Succeeded[d + g] = true;
                Span<double> drawn = tally.Drawn.AsSpan((d + g) * kernel.Weights, kernel.Weights), scores = composites.AsSpan(g * kernel.Stride, kernel.Stride);
                for (int i = 0; i < drawn.Length; i++) drawn[i] = weights[i * DrawKernel.Draws + g];
                scores[..areas].CopyTo(tally.Scores.AsSpan((d + g) * areas, areas));
                Span<int> ranks = tally.Ranks.AsSpan((d + g) * areas, areas);
                ranker.Rank(scores, ranks);
                if (Wins is not null) CountWins(ranks);
            }
        }
    }

    /// <summary>A draw fails when the weights of any node do.</summary>
    private uint Draw(int firstDraw)
    {
        uint succeeded = uint.MaxValue;
        for (int k = 0, first = 0; k < distributions.Length; first += counts[k], k++)
            succeeded &= distributions[k].SampleEight(random, firstDraw, first, weights.AsSpan(first * DrawKernel.Draws, counts[k] * DrawKernel.Draws));
        return succeeded;
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
