namespace UrbanHealth.Indicators;

/// <summary>Min-max (极差标准化): low + (high − low)·(x − worst)/(best − worst) over the fitted values. Source: OECD/JRC Handbook (2008), step 5.</summary>
public sealed record MinMaxNormalization : Normalization
{
    /// <summary>The score of the worst fitted value; 0 by default.</summary>
    public double Low { get; init; }

    /// <summary>The score of the best fitted value; 100 by default.</summary>
    public double High { get; init; } = 100;

    /// <inheritdoc/>
    public override FittedNormalization Fit(ReadOnlySpan<double> values, Preference preference = default)
    {
        bool distance = preference.Direction is Direction.TargetIsBest or Direction.RangeIsBest;
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        foreach (double raw in values)
        {
            if (double.IsNaN(raw)) continue;
            double x = distance ? preference.Orient(raw) : raw;
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        if (!(minimum < maximum)) throw new ArgumentException("Min-max needs at least two different values.", nameof(values));
        bool lower = preference.Direction == Direction.LowerIsBetter;
        return new FittedLinear { Worst = lower ? maximum : minimum, Best = lower ? minimum : maximum, Low = Low, High = High, Preference = preference };
    }
}
