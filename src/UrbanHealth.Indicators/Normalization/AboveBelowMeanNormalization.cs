namespace UrbanHealth.Indicators;

/// <summary>Above, about or below the mean (高于、接近、低于均值): 1 above (1 + p)·mean, −1 below (1 − p)·mean, else 0; turned where less is better. Source: OECD/JRC Handbook (2008), step 5.</summary>
public sealed record AboveBelowMeanNormalization : Normalization
{
    /// <summary>How far from the mean still counts as about it, as a share of the mean; 0.2 by default, not negative.</summary>
    public double Threshold { get; init; } = 0.2;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; the mean is not positive; or the preference is a target or range.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference) => FitTo(Learned(statistics), preference);

    private FittedSteps FitTo(Numerics.ExactMoments figures, Preference preference, string argument = "values")
    {
        if (!(Threshold >= 0)) throw new InvalidOperationException("Threshold must not be negative.");
        if (preference.IsDistance) throw new ArgumentException("A share of a mean distance says nothing: for a target or range use min-max.", nameof(preference));
        double mean = figures.Mean;
        if (!(mean > 0)) throw new ArgumentException("The mean must be positive for a share of it to mean something.", argument);
        bool lower = preference.Direction == Direction.LowerIsBetter;
        // a cut is the first figure that is past it: exactly (1 + p)·mean is still about the mean
        return new FittedSteps { Cuts = [mean * (1 - Threshold), Math.BitIncrement(mean * (1 + Threshold))], Scores = lower ? [1, 0, -1] : [-1, 0, 1], Preference = preference };
    }
}
