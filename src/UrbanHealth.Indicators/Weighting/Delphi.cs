namespace UrbanHealth.Indicators;

/// <summary>Rounds of expert ratings (德尔菲法): agreement in each, and whether it settles.</summary>
public sealed record Delphi
{
    /// <summary>The rounds, in their order.</summary>
    public required IReadOnlyList<DelphiRound> Rounds { get; init; }

    /// <summary>The last round.</summary>
    public DelphiRound Last => Rounds[^1];

    /// <summary>The rounds of several tables of ratings.</summary>
    /// <param name="fullScore">The highest score there is, such as 5 or 10.</param>
    /// <param name="rounds">One table a round: rows are experts (not necessarily the same), columns the indicators; NaN for an indicator an expert did not rate.</param>
    /// <exception cref="ArgumentException">There is no round, rounds rate different numbers of indicators, or a round is undefined (<see cref="Round"/>).</exception>
    public static Delphi Of(double fullScore, params Matrix[] rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (rounds.Length == 0) throw new ArgumentException("There is no round.", nameof(rounds));
        if (Array.Exists(rounds, r => r.Columns != rounds[0].Columns)) throw new ArgumentException("The rounds rate different numbers of indicators.", nameof(rounds));
        return new Delphi { Rounds = [.. rounds.Select(r => Round(r, fullScore))] };
    }

    /// <summary>The statistics of one round.</summary>
    /// <param name="ratings">Rows are experts, columns the indicators; NaN for an indicator an expert did not rate.</param>
    /// <param name="fullScore">The highest score there is; a higher rating is an error.</param>
    /// <exception cref="ArgumentException">An indicator has fewer than two ratings, a mean that is not positive, or a rating above the full score; fewer than two experts rated all; all experts rate all alike.</exception>
    public static DelphiRound Round(Matrix ratings, double fullScore)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var items = new DelphiItem[ratings.Columns];
        for (int j = 0; j < items.Length; j++) items[j] = Item(ratings.Column(j), fullScore, j);
        return new DelphiRound { Items = items, Concordance = KendallConcordance.Of(ratings.CompleteRows()) };
    }

    /// <summary>Whether the experts have settled (专家意见趋于一致): every coefficient of variation of the last round is within its limit, the concordance is significant, and neither moved by more than the tolerance since the round before.</summary>
    /// <param name="variationLimit">The largest coefficient of variation (sample) of an indicator; 0.25 by default.</param>
    /// <param name="significance">The largest p-value of the concordance; 0.05 by default.</param>
    /// <param name="tolerance">How far the mean coefficient of variation and W may still move between the last two rounds; 0.05 by default. One round alone has not settled.</param>
    public bool HasConverged(double variationLimit = 0.25, double significance = 0.05, double tolerance = 0.05)
    {
        if (Rounds.Count < 2) return false;
        DelphiRound before = Rounds[^2];
        return Last.Items.All(i => i.Variation <= variationLimit)
            && Last.Concordance.PValue <= significance
            && Math.Abs(Last.MeanVariation - before.MeanVariation) <= tolerance
            && Math.Abs(Last.Concordance.W - before.Concordance.W) <= tolerance;
    }

    /// <summary>A line a round.</summary>
    public override string ToString() => string.Join('\n', Rounds.Select((r, i) => FormattableString.Invariant($"round {i + 1}: {r}")));

    private static DelphiItem Item(ReadOnlySpan<double> ratings, double fullScore, int column)
    {
        int count = 0, full = 0;
        foreach (double r in ratings)
        {
            if (double.IsNaN(r)) continue;
            if (r > fullScore) throw new ArgumentException(FormattableString.Invariant($"Indicator {column + 1} has the rating {r}, above the full score {fullScore}."), nameof(ratings));
            count++;
            if (r == fullScore) full++;
        }
        if (count < 2) throw new ArgumentException(FormattableString.Invariant($"Indicator {column + 1} has fewer than two ratings."), nameof(ratings));
        double mean = Descriptive.Mean(ratings), deviation = Descriptive.StandardDeviation(ratings);
        if (!(mean > 0)) throw new ArgumentException(FormattableString.Invariant($"The mean rating of indicator {column + 1} is not positive, so it has no coefficient of variation."), nameof(ratings));
        return new DelphiItem
        {
            Mean = mean,
            StandardDeviation = deviation,
            Variation = deviation / mean,
            PopulationVariation = Descriptive.StandardDeviation(ratings, VarianceDenominator.Population) / mean,
            FullScoreRatio = (double)full / count,
            Count = count,
        };
    }
}
