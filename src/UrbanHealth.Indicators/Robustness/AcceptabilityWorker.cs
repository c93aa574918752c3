using System.Numerics;
using System.Runtime.InteropServices;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The working memory of one thread of an acceptability analysis.</summary>
internal sealed class AcceptabilityWorker
{
    private readonly DrawKernel kernel;
    private readonly TreeWeights distributions;
    private readonly Philox random;
    private readonly AcceptabilityTally tally;
    private readonly double[] workspace;
    private readonly double[] weights; // weight by weight, its value in each of the draws
    private readonly double[] composites; // draw by draw
    private readonly DrawRanks ranker;

    public AcceptabilityWorker(DrawKernel kernel, TreeWeights distributions, Philox random, AcceptabilityTally tally)
    {
        (this.kernel, this.distributions, this.random, this.tally) = (kernel, distributions, random, tally);
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
        Span<long> draws = stackalloc long[DrawKernel.Draws];
        for (int d = firstDraw; d < endDraw; d += DrawKernel.Draws)
        {
            for (int g = 0; g < draws.Length; g++) draws[g] = d + g;
            uint succeeded = distributions.DrawEight(random, draws, weights);
            if (succeeded == 0) continue;
            kernel.Score(weights, composites, workspace);
            for (int g = 0; g < Math.Min(DrawKernel.Draws, endDraw - d); g++)
            {
                if ((succeeded >> g & 1) == 0) continue;
                tally.Succeeded[d + g] = true;
                Span<double> scores = composites.AsSpan(g * kernel.Stride, kernel.Stride);
                scores[..areas].CopyTo(tally.Scores.AsSpan((d + g) * areas, areas));
                Span<int> ranks = tally.Ranks.AsSpan((d + g) * areas, areas);
                ranker.Rank(scores, ranks);
                if (Wins is not null) CountWins(ranks);
            }
        }
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
