using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A logistic curve of the z-score (S 形标准化): low + (high − low)/(1 + exp(−k·z)), z turned so that more is better. Source: OECD/JRC Handbook (2008), step 5; softmax scaling, Pyle (1999).</summary>
public sealed record LogisticNormalization : Normalization
{
    /// <summary>The score that the worst figures tend to; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score that the best figures tend to; 100 by default.</summary>
    public double High { get; init; } = 100;

    /// <summary>The steepness k a standard deviation; 1 by default, positive.</summary>
    public double Steepness { get; init; } = 1;

    /// <summary>Which standard deviation; of the sample by default.</summary>
    public VarianceDenominator Denominator { get; init; }

    /// <summary>What a constant column is; an error by default.</summary>
    public ConstantRule Constant { get; init; }

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default) => FitByMoments(values, preference);

    internal override LearnedFrom LearnedFrom => LearnedFrom.Moments;

    internal override FittedNormalization Fit(ColumnStatistics statistics, Preference preference)
    {
        CheckRange(Low, High);
        if (!(Steepness > 0)) throw new InvalidOperationException("Steepness must be positive.");
        ExactMoments x = Learned(statistics);
        (double worst, double best) = Ends(x, preference);
        if (worst == best) return OfConstant(Constant, (Low + High) / 2);
        double slope = Steepness / StandardDeviation(x, Denominator);
        return new FittedLogistic
        {
            Midpoint = x.Mean,
            Slope = preference.Direction == Direction.LowerIsBetter ? -slope : slope,
            Low = Low,
            High = High,
            Preference = preference,
        };
    }
}
