namespace UrbanHealth.Indicators;

/// <summary>Fixed goalposts (阈值法): low + (high − low)·(x − worst)/(best − worst), in raw units, learned from nothing. Source: UNDP, Human Development Report technical notes.</summary>
public sealed record GoalpostNormalization : Normalization
{
    /// <summary>The raw figure that scores <see cref="Low"/>; above <see cref="Best"/> where less is better.</summary>
    public required double Worst { get; init; }

    /// <summary>The raw figure that scores <see cref="High"/>.</summary>
    public required double Best { get; init; }

    /// <summary>The score of <see cref="Worst"/>; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of <see cref="Best"/>; 100 by default.</summary>
    public double High { get; init; } = 100;

    /// <summary>Whether scores are held within the range; true by default.</summary>
    public bool Capped { get; init; } = true;

    internal override LearnedFrom LearnedFrom => LearnedFrom.Nothing;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The goalposts contradict the preference, or it is a target or a range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        CheckRange(Low, High);
        if (!double.IsFinite(Worst) || !double.IsFinite(Best) || Worst == Best) throw new InvalidOperationException("The goalposts must be finite and differ.");
        if (preference.IsDistance) throw new ArgumentException("Goalposts have one best end; for a target or range use min-max, bands or a benchmark.", nameof(preference));
        if (Worst > Best != (preference.Direction == Direction.LowerIsBetter))
            throw new ArgumentException("The goalposts contradict the direction: both are in raw units, so where less is better Worst is above Best.", nameof(preference));
        return new FittedLinear { Worst = Worst, Best = Best, Low = Low, High = High, Preference = preference, Capped = Capped };
    }
}
