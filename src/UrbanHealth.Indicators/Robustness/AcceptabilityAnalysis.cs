using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Ranks under many sets of weights (随机多准则可接受性分析): SMAA-2 (Lahdelma and Salminen 2001).</summary>
/// <remarks>The scores are normalised once; each draw costs one weighted mean and one ranking. The result has the same bits for any number of threads.</remarks>
public sealed record AcceptabilityAnalysis
{
    private const int Block = 64; // draws a thread takes at a time

    /// <summary>The number of draws; 10,000 by default (a share then has a standard error of at most half a percent).</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>The seed; 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Whether to count pairwise wins, which takes memory in the square of the areas; true by default.</summary>
    public bool CountsPairs { get; init; } = true;

    /// <summary>The most threads to use; all by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Ranks areas by the weighted arithmetic mean of their scores under each draw of weights.</summary>
    /// <param name="scores">Rows are areas, columns criteria; scores point upwards; NaN is missing and its weight goes to the rest.</param>
    /// <param name="weights">What the weights can be.</param>
    /// <param name="progress">Is told the share done.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    /// <exception cref="ArgumentException">The weights do not suit the scores, or no draw satisfied their constraints.</exception>
    public RankAcceptability Run(Matrix scores, WeightDistribution weights, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        var columns = new ReadOnlyMemory<double>[scores.Columns];
        for (int j = 0; j < columns.Length; j++) columns[j] = scores.Column(j).ToArray();
        int[] children = new int[columns.Length];
        for (int j = 0; j < children.Length; j++) children[j] = j;
        return Run(new DrawKernel([new ScoringNode(children, new double[children.Length])], columns), [weights], [children.Length], progress, cancellation);
    }

    /// <summary>As above for a tree: one distribution a node, in the order of the kernel's nodes.</summary>
    internal RankAcceptability Run(DrawKernel kernel, WeightDistribution[] weights, int[] counts, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 1);
        var distributions = TreeWeights.Of(weights, counts);
        int areas = kernel.Rows, blocks = (Draws - 1) / Block + 1, done = 0;
        var tally = new AcceptabilityTally(areas, Draws, CountsPairs);
        var random = new Philox(Seed);
        var workers = new ThreadLocal<AcceptabilityWorker>(() => new AcceptabilityWorker(kernel, distributions, random, tally), trackAllValues: true);
        if (Threads <= 1)
        {
            for (int b = 0; b < blocks; b++)
            {
                cancellation.ThrowIfCancellationRequested();
                Take(b);
            }
        }
        else Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, Take);
        RankAcceptability result = tally.Finish(workers.Values, distributions, Seed);
        workers.Dispose();
        return result;

        void Take(int b)
        {
            workers.Value!.Run(b * Block, Math.Min(Draws, (b + 1) * Block));
            progress?.Report((double)Interlocked.Increment(ref done) / blocks);
        }
    }
}
