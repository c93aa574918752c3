namespace UrbanHealth.Indicators;

/// <summary>Robust z-scores (稳健 Z 分数): centre + deviation·(x − median)/MAD, turned so that more is better. Source: Hampel (1974); Huber (1981).</summary>
public sealed record RobustZNormalization : Normalization
{
    /// <summary>The score of the fitted median; 0 by default.</summary>
    public double Centre { get; init; }

    /// <summary>The score that a scaled median absolute deviation better adds; 1 by default, positive.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>What the median absolute deviation is multiplied by; the normal's 1.4826 by default.</summary>
    public MadScale Scale { get; init; }

    /// <summary>What a constant column is; an error by default, else every score is <see cref="Centre"/>.</summary>
    public ConstantRule Constant { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As ever; or more than half of the figures are equal, so that their median absolute deviation is 0.</exception>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        if (!(Deviation > 0)) throw new InvalidOperationException("Deviation must be positive.");
        double[] x = Learned(values, preference);
        (double worst, double best) = Ends(x, preference);
        if (worst == best) return OfConstant(Constant, Centre);
        (double median, double mad) = Descriptive.MedianAndDeviation(x, Scale);
        if (mad == 0) throw new ArgumentException("At least half of the figures are equal, so their median absolute deviation is 0: use z-scores or ranks.", nameof(values));
        double better = preference.Direction == Direction.LowerIsBetter ? median - mad : median + mad;
        return new FittedLinear { Worst = median, Best = better, Low = Centre, High = Centre + Deviation, Preference = preference };
    }
}
