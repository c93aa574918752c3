namespace UrbanHealth.Indicators;

/// <summary>What all draws together come to; counts are whole numbers, and weights are summed in the order of the draws.</summary>
internal sealed class AcceptabilityTally
{
    private readonly int areas;
    private readonly int weights;
    private readonly int draws;
    private readonly bool pairs;

    public AcceptabilityTally(int areas, int weights, int draws, bool pairs)
    {
        (this.areas, this.weights, this.draws, this.pairs) = (areas, weights, draws, pairs);
        Ranks = GC.AllocateUninitializedArray<int>(draws * areas);
        Scores = GC.AllocateUninitializedArray<double>(draws * areas);
        Drawn = GC.AllocateUninitializedArray<double>(draws * weights);
        Succeeded = new bool[draws];
    }

    public int[] Ranks { get; }

    public double[] Scores { get; }

    public double[] Drawn { get; }

    public bool[] Succeeded { get; }

    public bool CountsPairs => pairs;

    public RankAcceptability Finish(IEnumerable<AcceptabilityWorker> workers, long seed)
    {
        var counts = new int[areas * areas];
        int[]? wins = pairs ? new int[areas * areas] : null;
        foreach (AcceptabilityWorker worker in workers)
            if (wins is not null) for (int i = 0; i < wins.Length; i++) wins[i] += worker.Wins![i];
        var central = new double[areas * weights];
        int kept = 0;
        for (int d = 0; d < draws; d++)
        {
            if (!Succeeded[d]) continue;
            for (int i = 0; i < areas; i++)
            {
                int rank = Ranks[d * areas + i];
                if (rank > 0) counts[i * areas + rank - 1]++;
                if (rank == 1) for (int j = 0; j < weights; j++) central[i * weights + j] += Drawn[d * weights + j];
            }
            if (kept < d)
            {
                Array.Copy(Ranks, d * areas, Ranks, kept * areas, areas);
                Array.Copy(Scores, d * areas, Scores, kept * areas, areas);
            }
            kept++;
        }
        if (kept == 0) throw new ArgumentException("No draw satisfied the constraints of the weights.", nameof(workers));
        return new RankAcceptability(areas, weights, seed, kept, draws - kept, counts, wins, central, Ranks, Scores);
    }
}
