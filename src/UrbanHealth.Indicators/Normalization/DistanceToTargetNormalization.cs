namespace UrbanHealth.Indicators;

/// <summary>Distance to a target (与目标的距离): low + (high − low)·(x − worst)/(target − worst); the target is in raw units. Source: OECD/JRC Handbook (2008), step 5; COINr <c>n_dist2targ</c>.</summary>
/// <remarks>The target of an indicator whose direction is a target or range is in its preference: use min-max there.</remarks>
public sealed record DistanceToTargetNormalization : Normalization
{
    /// <summary>The raw figure that scores <see cref="High"/>.</summary>
    public required double Target { get; init; }

    /// <summary>The score of the worst fitted figure; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of the target; 1 by default.</summary>
    public double High { get; init; } = 1;

    /// <summary>Whether scores are held within the range; false by default.</summary>
    public bool Capped { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; the target is no better than the worst figure; or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference) => FitTo(Learned(statistics), preference);

    private FittedLinear FitTo(Numerics.ExactMoments figures, Preference preference, string argument = "values")
    {
        CheckRange(Low, High);
        if (preference.IsDistance) throw new ArgumentException("For a target or range use min-max: its preference has the target.", nameof(preference));
        (double worst, _) = Ends(figures, preference);
        if (!double.IsFinite(Target) || preference.Orient(Target) <= preference.Orient(worst))
            throw new ArgumentException(FormattableString.Invariant($"The target {Target} is no better than the worst figure {worst}, so no distance to it can be taken."), argument);
        return new FittedLinear { Worst = worst, Best = Target, Low = Low, High = High, Preference = preference, Capped = Capped };
    }
}
