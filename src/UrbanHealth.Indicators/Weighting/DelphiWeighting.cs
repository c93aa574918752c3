namespace UrbanHealth.Indicators;

/// <summary>Weights from the last round of expert ratings (德尔菲法赋权): w_j ∝ mean rating.</summary>
public sealed record DelphiWeighting : Weighting
{
    /// <summary>The ratings of the last round: one list an expert, one rating a sibling, in their order.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Ratings { get; init; }

    /// <summary>The highest score there is.</summary>
    public required double FullScore { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one rating for each sibling, or the round is undefined (<see cref="Delphi.Round"/>).</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (Ratings.Any(r => r.Count != siblings.Count)) throw new ArgumentException(FormattableString.Invariant($"Not every expert has {siblings.Count} ratings."), nameof(siblings));
        DelphiRound round = Indicators.Delphi.Round(Matrix.FromRows([.. Ratings.Select(r => r.ToArray())]), FullScore);
        return WeightSet.Of([.. round.Items.Select(i => i.Mean)], "delphi", new()
        {
            ["mean"] = [.. round.Items.Select(i => i.Mean)],
            ["coefficientOfVariation"] = [.. round.Items.Select(i => i.Variation)],
            ["fullScoreRatio"] = [.. round.Items.Select(i => i.FullScoreRatio)],
            ["kendallW"] = [round.Concordance.W],
            ["kendallP"] = [round.Concordance.PValue],
        });
    }

    /// <inheritdoc/>
    public bool Equals(DelphiWeighting? other) => other is not null && FullScore == other.FullScore && Ratings.Count == other.Ratings.Count && Ratings.Zip(other.Ratings, (a, b) => a.SequenceEqual(b)).All(same => same);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FullScore, Ratings.Count);
}
