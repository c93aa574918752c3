using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Fraction of the best (最优值比例法): x/max; min/x or 1 − x/max where less is better. Source: Jahan &amp; Edwards (2015), linear scale (max).</summary>
public sealed record FractionOfBestNormalization : Normalization
{
    /// <summary>The score of the best figure; 1 by default, positive. 0 stays 0.</summary>
    public double High { get; init; } = 1;

    /// <summary>The form where less is better; reciprocal by default.</summary>
    public CostForm Cost { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; a figure is negative (or 0 under a reciprocal), none is positive, or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        CheckRange(0, High);
        ExactMoments x = Ratios.Check(Learned(statistics), preference, Cost);
        if (Ratios.IsReciprocal(preference, Cost)) return new FittedReciprocal { Numerator = x.Minimum, Low = 0, High = High };
        return Ratios.Through(x.Maximum, High, preference);
    }
}
