namespace UrbanHealth.Indicators;

/// <summary>Ranks as scores (位次法): 1 for the worst fitted figure, n for the best. Source: OECD/JRC Handbook (2008), step 5.</summary>
/// <remarks>
/// Fitted on a baseline the ranks are frozen: a later figure equal to a fitted one takes its score, one between two takes the mean
/// of theirs, one beyond the ends the score of the end. Only order counts, so any rising transform of the figures changes nothing.
/// </remarks>
public sealed record RankNormalization : Normalization
{
    /// <summary>What the rank is turned into; the rank itself by default.</summary>
    public RankScore Score { get; init; }

    /// <summary>Which rank equal figures share; the smallest by default (from the worst upwards). <see cref="TieRule.InOrder"/> gives equal figures different scores and is refused.</summary>
    public TieRule Ties { get; init; }

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        if (Ties == TieRule.InOrder) throw new InvalidOperationException("A score is a function of the figure, so equal figures cannot score differently: choose another tie rule.");
        double[] x = Learned(values, preference);
        bool lower = preference.Direction == Direction.LowerIsBetter;
        Array.Sort(x);
        if (lower) Array.Reverse(x);
        int n = x.Length;
        if (Score == RankScore.PercentileRank && n < 2) throw new ArgumentException("A percentile rank (r − 1)/(n − 1) needs two figures.", nameof(values));
        var distinct = new List<double>();
        var scores = new List<double>();
        for (int first = 0, next; first < n; first = next)
        {
            for (next = first + 1; next < n && x[next] == x[first];) next++;
            distinct.Add(x[first]);
            double rank = Ties switch
            {
                TieRule.Smallest => first + 1,
                TieRule.Largest => next,
                TieRule.Dense => distinct.Count,
                _ => (first + 1 + next) / 2.0,
            };
            scores.Add(Score switch
            {
                RankScore.Rank => rank,
                RankScore.Borda => rank - 1,
                RankScore.PercentileRank => (rank - 1) / (n - 1),
                _ => rank / n,
            });
        }
        if (lower)
        {
            distinct.Reverse();
            scores.Reverse();
        }
        return new FittedEmpirical { Values = [.. distinct], Scores = [.. scores], Preference = preference };
    }
}
