using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Z-scores (Z 分数标准化): mean + deviation·(x − m)/s, turned so that more is better. Source: OECD/JRC Handbook (2008), step 5.</summary>
public sealed record ZScoreNormalization : Normalization
{
    /// <summary>The score of the fitted mean; 0 by default.</summary>
    public double Mean { get; init; }

    /// <summary>The score that a standard deviation better adds; 1 by default, positive.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>Which standard deviation; of the sample by default.</summary>
    public VarianceDenominator Denominator { get; init; }

    /// <summary>What a constant column is; an error by default, else every score is <see cref="Mean"/>.</summary>
    public ConstantRule Constant { get; init; }

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        if (!(Deviation > 0)) throw new InvalidOperationException("Deviation must be positive.");
        ExactMoments x = Learned(statistics);
        (double worst, double best) = Ends(x, preference);
        if (worst == best) return OfConstant(Constant, Mean);
        double m = x.Mean, s = StandardDeviation(x, Denominator);
        double better = preference.Direction == Direction.LowerIsBetter ? m - s : m + s;
        return new FittedLinear { Worst = m, Best = better, Low = Mean, High = Mean + Deviation, Preference = preference };
    }
}
