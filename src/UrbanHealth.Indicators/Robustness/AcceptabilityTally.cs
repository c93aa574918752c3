namespace UrbanHealth.Indicators;

/// <summary>What all draws together come to.</summary>
internal sealed class AcceptabilityTally
{
    private readonly int areas;
    private readonly int draws;
    private readonly bool pairs;

    public AcceptabilityTally(int areas, int draws, bool pairs)
    {
        (this.areas, this.draws, this.pairs) = (areas, draws, pairs);
        Ranks = GC.AllocateUninitializedArray<int>(draws * areas);
        Scores = GC.AllocateUninitializedArray<double>(draws * areas);
        Succeeded = new bool[draws];
    }

    public int[] Ranks { get; }

    public double[] Scores { get; }

    public bool[] Succeeded { get; }

    public bool CountsPairs => pairs;

    public RankAcceptability Finish(IEnumerable<AcceptabilityWorker> workers, TreeWeights weights, long seed)
    {
        var counts = new int[areas * areas];
        int[]? wins = pairs ? new int[areas * areas] : null;
        foreach (AcceptabilityWorker worker in workers)
            if (wins is not null) for (int i = 0; i < wins.Length; i++) wins[i] += worker.Wins![i];
        var numbers = new List<int>(draws);
        for (int d = 0; d < draws; d++)
        {
            if (!Succeeded[d]) continue;
            int kept = numbers.Count;
            numbers.Add(d);
            for (int i = 0; i < areas; i++)
            {
                int rank = Ranks[d * areas + i];
                if (rank > 0) counts[i * areas + rank - 1]++;
            }
            if (kept == d) continue;
            Array.Copy(Ranks, d * areas, Ranks, kept * areas, areas);
            Array.Copy(Scores, d * areas, Scores, kept * areas, areas);
        }
        if (numbers.Count == 0) throw new ArgumentException("No draw satisfied the constraints of the weights.", nameof(workers));
        return new RankAcceptability(areas, weights, seed, numbers, draws - numbers.Count, counts, wins, Ranks, Scores);
    }
}
