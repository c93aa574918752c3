namespace UrbanHealth.Indicators;

/// <summary>Scores by category of percentile (百分位分类): the percentile r/n of a fitted figure picks its category. Source: OECD/JRC Handbook (2008), step 5, categorical scale.</summary>
/// <remarks>A later figure earns the best category of which it reaches the worst fitted member.</remarks>
public sealed record CategoryNormalization : Normalization
{
    /// <summary>The percentiles 0…1 from which each further category begins, rising; 5, 15, 35, 65, 85 and 95 % by default.</summary>
    public IReadOnlyList<double> Percentiles { get; init; } = [0.05, 0.15, 0.35, 0.65, 0.85, 0.95];

    /// <summary>The score of each category, worst first, one more than <see cref="Percentiles"/>; 0, 20, 40, 50, 60, 80 and 100 by default.</summary>
    public IReadOnlyList<double> Scores { get; init; } = [0, 20, 40, 50, 60, 80, 100];

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        if (Scores.Count != Percentiles.Count + 1) throw new InvalidOperationException("One score more than percentiles is needed.");
        for (int i = 1; i < Percentiles.Count; i++) if (!(Percentiles[i] > Percentiles[i - 1])) throw new InvalidOperationException("The percentiles must rise.");
        double[] x = Learned(values, preference);
        bool lower = preference.Direction == Direction.LowerIsBetter;
        if (lower) for (int i = 0; i < x.Length; i++) x[i] = -x[i];
        Array.Sort(x);
        var cuts = new List<double>();
        var scores = new List<double>();
        int category = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (i > 0 && x[i] == x[i - 1]) continue; // ties share the smaller rank
            double percentile = (i + 1.0) / x.Length;
            int reached = Percentiles.Count(p => p <= percentile);
            if (reached == category) continue;
            if (category >= 0) cuts.Add(x[i]);
            scores.Add(Scores[reached]);
            category = reached;
        }
        if (lower)
        {
            // back to raw figures, rising; a cut is the first figure that no longer reaches the better category
            cuts = [.. cuts.Select(c => Math.BitIncrement(-c)).Reverse()];
            scores.Reverse();
        }
        return new FittedSteps { Cuts = [.. cuts], Scores = [.. scores], Preference = preference };
    }
}
