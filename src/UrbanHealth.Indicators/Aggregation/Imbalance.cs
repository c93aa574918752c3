namespace UrbanHealth.Indicators;

/// <summary>The arithmetic of M ∓ λS²/M, shared by the methods that penalise imbalance.</summary>
internal readonly record struct Imbalance(double Strength, ImbalanceSign Sign, VarianceDenominator Denominator)
{
    /// <summary>The composite; NaN where the mean is 0, or the sample deviation of one score is asked for.</summary>
    public double Of(ReadOnlySpan<double> x, in RowScores row)
    {
        (double mean, double variance) = Spread(x, row);
        return mean == 0 ? double.NaN : mean - Signed * variance / mean;
    }

    /// <summary>xᵢ·∂/∂xᵢ, which sum to the composite because it is of degree one.</summary>
    public void Share(ReadOnlySpan<double> x, in RowScores row, Span<double> shares)
    {
        (double mean, double variance) = Spread(x, row);
        double c = Correction(row);
        for (int i = 0; i < x.Length; i++)
        {
            double w = row.Weights[i] / row.PresentWeight;
            shares[i] = row.Scale * x[i] * w * (1 - Signed * (2 * c * (x[i] - mean) / mean - variance / (mean * mean)));
        }
    }

    private double Signed => Sign == ImbalanceSign.Penalty ? Strength : -Strength;

    private (double Mean, double Variance) Spread(ReadOnlySpan<double> x, in RowScores row)
    {
        double mean = 0, variance = 0;
        for (int i = 0; i < x.Length; i++) mean += row.Weights[i] * x[i];
        mean /= row.PresentWeight;
        for (int i = 0; i < x.Length; i++) variance += row.Weights[i] * (x[i] - mean) * (x[i] - mean);
        return (mean, Correction(row) * variance / row.PresentWeight);
    }

    /// <summary>n/(n − 1) for a sample, n the scores with weight.</summary>
    private double Correction(in RowScores row)
    {
        if (Denominator == VarianceDenominator.Population) return 1;
        int n = 0;
        foreach (double w in row.Weights) if (w != 0) n++;
        return n < 2 ? double.NaN : n / (n - 1.0);
    }
}
