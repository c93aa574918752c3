namespace UrbanHealth.Indicators;

/// <summary>Weights from points given to each sibling (直接评分,百分权重): w_j = points_j / Σ points.</summary>
public sealed record DirectRatingWeighting : Weighting
{
    /// <summary>The points, in the order of the siblings; not negative, not all 0.</summary>
    public required IReadOnlyList<double> Points { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many points as siblings, one is negative or not finite, or all are 0.</exception>
    public override WeightSet Weigh(Siblings siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        if (Points.Count != siblings.Count) throw new ArgumentException(FormattableString.Invariant($"There are {siblings.Count} siblings and {Points.Count} points."), nameof(siblings));
        return WeightSet.Of([.. Points], "directRating", new() { ["points"] = Points });
    }

    /// <inheritdoc/>
    public bool Equals(DirectRatingWeighting? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points.Count);
}
