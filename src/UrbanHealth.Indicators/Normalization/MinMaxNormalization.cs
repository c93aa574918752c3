namespace UrbanHealth.Indicators;

/// <summary>Min-max (极差标准化): low + (high − low)·(x − worst)/(best − worst) over the fitted values. Source: OECD/JRC Handbook (2008), step 5.</summary>
/// <remarks>
/// For a target or range x is the distance to it: 1 − d/max d (适度型、区间型指标), so only a figure that hits it scores <see cref="High"/>.
/// </remarks>
public sealed record MinMaxNormalization : Normalization
{
    /// <summary>The score of the worst fitted value; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of the best fitted value; 100 by default.</summary>
    public double High { get; init; } = 100;

    /// <summary>What a constant column is; an error by default.</summary>
    public ConstantRule Constant { get; init; }

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        CheckRange(Low, High);
        (double worst, double best) = Ends(Learned(statistics), preference);
        if (preference.IsDistance) best = 0;
        return worst == best
            ? OfConstant(Constant, (Low + High) / 2)
            : new FittedLinear { Worst = worst, Best = best, Low = Low, High = High, Preference = preference };
    }
}
