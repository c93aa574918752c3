using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The share of the sum (比重法、归一化): x/Σx; (1/x)/Σ(1/x) or 1 − x/Σx where less is better. Source: Jahan &amp; Edwards (2015), linear sum.</summary>
public sealed record ProportionNormalization : Normalization
{
    /// <summary>What a share of one scores; 1 by default, 100 for percentages. Positive.</summary>
    public double High { get; init; } = 1;

    /// <summary>The form where less is better; reciprocal by default, so that the shares sum to one.</summary>
    public CostForm Cost { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; a figure is negative (or 0 under a reciprocal), none is positive, or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override void Learn(ReadOnlySpan<double> values, Preference preference, ColumnStatistics statistics)
    {
        base.Learn(values, preference, statistics);
        if (Ratios.IsReciprocal(preference, Cost)) Ratios.LearnReciprocals(values, statistics);
    }

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        CheckRange(0, High);
        ExactMoments x = Ratios.Check(Learned(statistics), preference, Cost);
        if (!Ratios.IsReciprocal(preference, Cost)) return Ratios.Through(x.Sum.Value, High, preference);
        return new FittedReciprocal { Numerator = 1 / statistics.Reciprocals.Sum.Value, Low = 0, High = High };
    }
}
