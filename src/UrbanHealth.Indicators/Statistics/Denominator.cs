namespace UrbanHealth.Indicators;

/// <summary>Figures over the size of their area (分母化), so that large and small areas compare.</summary>
public static class Denominator
{
    /// <summary>scale·x/d, row by row.</summary>
    /// <param name="values">The figures; NaN stays NaN.</param>
    /// <param name="denominators">The size of each area; a missing one makes the figure missing.</param>
    /// <param name="scale">What the quotient is multiplied by, such as 10 000 for figures per ten thousand people.</param>
    /// <param name="zero">What a denominator of 0 means; an error by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a denominator is 0 beside a figure.</exception>
    public static double[] Divide(ReadOnlySpan<double> values, ReadOnlySpan<double> denominators, double scale = 1, ZeroDenominator zero = ZeroDenominator.Error)
    {
        if (values.Length != denominators.Length) throw new ArgumentException("One denominator for each figure is needed.", nameof(denominators));
        var quotients = new double[values.Length];
        for (int i = 0; i < quotients.Length; i++)
        {
            if (denominators[i] == 0 && !double.IsNaN(values[i]) && zero == ZeroDenominator.Error)
                throw new ArgumentException(FormattableString.Invariant($"The denominator of row {i} is 0: mend it, or choose ZeroDenominator.Missing."), nameof(denominators));
            quotients[i] = denominators[i] == 0 ? double.NaN : values[i] / denominators[i] * scale;
        }
        return quotients;
    }

    /// <summary>The indicators whose size follows a possible denominator, |r| above a threshold: they may need to be divided by it.</summary>
    /// <param name="indicators">One column an indicator.</param>
    /// <param name="denominators">One column a possible denominator, over the same rows.</param>
    /// <param name="threshold">0…1; 0.7 by default, as COINr.</param>
    /// <param name="method">Which correlation.</param>
    /// <returns>Pairs of an indicator (<c>First</c>) and a denominator (<c>Second</c>), in their order.</returns>
    /// <exception cref="ArgumentException">The rows differ.</exception>
    public static IReadOnlyList<CorrelatedPair> Suggest(Matrix indicators, Matrix denominators, double threshold = 0.7, CorrelationMethod method = CorrelationMethod.Pearson)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(denominators);
        if (indicators.Rows != denominators.Rows) throw new ArgumentException("The rows differ.", nameof(denominators));
        var pairs = new List<CorrelatedPair>();
        for (int i = 0; i < indicators.Columns; i++)
        {
            for (int j = 0; j < denominators.Columns; j++)
            {
                double r = Correlation.Among(Matrix.FromColumns(indicators.Column(i).ToArray(), denominators.Column(j).ToArray()), method)[0, 1];
                if (Math.Abs(r) > threshold) pairs.Add(new CorrelatedPair(i, j, r));
            }
        }
        return pairs;
    }
}
