namespace UrbanHealth.Indicators;

/// <summary>What the draws of a variation came to: by year the score and the rank of every area, and why a draw has failed.</summary>
internal sealed class DrawRecords
{
    private readonly int areas;

    public DrawRecords(int draws, int years, int areas)
    {
        this.areas = areas;
        int places = checked(draws * areas);
        Scores = new double[years][];
        Ranks = new float[years][];
        for (int y = 0; y < years; y++)
        {
            Scores[y] = GC.AllocateUninitializedArray<double>(places);
            Ranks[y] = GC.AllocateUninitializedArray<float>(places);
        }
        Failures = new BilingualText?[draws];
    }

    /// <summary>By year, draw after draw.</summary>
    public double[][] Scores { get; }

    /// <summary>The same; an average rank is a half at most.</summary>
    public float[][] Ranks { get; }

    /// <summary>Why each draw has failed; null where it has not.</summary>
    public BilingualText?[] Failures { get; }

    /// <summary>Lets those that counted follow each other.</summary>
    /// <returns>Their numbers.</returns>
    public List<int> Compact()
    {
        var numbers = new List<int>(Failures.Length);
        for (int d = 0; d < Failures.Length; d++)
        {
            if (Failures[d] is not null) continue;
            int kept = numbers.Count;
            numbers.Add(d);
            if (kept == d) continue;
            for (int y = 0; y < Scores.Length; y++)
            {
                Array.Copy(Scores[y], d * areas, Scores[y], kept * areas, areas);
                Array.Copy(Ranks[y], d * areas, Ranks[y], kept * areas, areas);
            }
        }
        return numbers;
    }
}
