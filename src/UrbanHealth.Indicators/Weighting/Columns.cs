namespace UrbanHealth.Indicators;

/// <summary>What objective weightings read from columns.</summary>
internal static class Columns
{
    /// <summary>The columns on the wanted scale; none is constant.</summary>
    public static Matrix Scaled(Matrix scores, ColumnScale scale)
    {
        if (scale == ColumnScale.AsGiven) return scores;
        var columns = new ReadOnlyMemory<double>[scores.Columns];
        for (int j = 0; j < columns.Length; j++) columns[j] = MinMax(scores.Column(j));
        return Matrix.FromMemory(columns);
    }

    public static double[] StandardDeviations(Matrix scores, VarianceDenominator denominator)
    {
        var deviations = new double[scores.Columns];
        for (int j = 0; j < deviations.Length; j++) deviations[j] = Descriptive.StandardDeviation(scores.Column(j), denominator);
        return deviations;
    }

    /// <summary>Σ_k of 1 − r_jk or 1 − |r_jk|; what is within rounding of no conflict is none.</summary>
    public static double[] Conflicts(Matrix scores, CorrelationMethod method, ConflictMeasure measure, string[] names)
    {
        int n = scores.Columns;
        Matrix correlations = Correlation.Among(scores, method);
        var conflict = new double[n];
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
            {
                if (j == k) continue;
                double r = correlations[j, k];
                if (double.IsNaN(r)) throw new ArgumentException($"The correlation of {names[j]} and {names[k]} is undefined: they share fewer than two rows, or one is the same everywhere on those.", nameof(scores));
                double c = 1 - (measure == ConflictMeasure.Absolute ? Math.Abs(r) : r);
                if (c >= 1e-13) conflict[j] += c;
            }
        return conflict;
    }

    private static double[] MinMax(ReadOnlySpan<double> column)
    {
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        foreach (double x in column)
        {
            if (double.IsNaN(x)) continue;
            minimum = Math.Min(minimum, x);
            maximum = Math.Max(maximum, x);
        }
        var scaled = new double[column.Length];
        for (int i = 0; i < scaled.Length; i++) scaled[i] = (column[i] - minimum) / (maximum - minimum);
        return scaled;
    }
}
