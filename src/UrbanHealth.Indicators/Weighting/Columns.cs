using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>What objective weightings read from columns.</summary>
internal static class Columns
{
    /// <summary>The standard deviations on the wanted scale; no column is constant.</summary>
    public static double[] StandardDeviations(SiblingStatistics scores, ColumnScale scale, VarianceDenominator denominator)
    {
        var deviations = new double[scores.Columns];
        for (int j = 0; j < deviations.Length; j++)
        {
            ExactMoments column = scores[j];
            deviations[j] = Math.Sqrt(column.Variance(denominator == VarianceDenominator.Sample ? 1 : 0));
            if (scale == ColumnScale.MinMax) deviations[j] /= column.Maximum - column.Minimum;
        }
        return deviations;
    }

    /// <summary>The mean of a column on the wanted scale.</summary>
    public static double Mean(ExactMoments column, ColumnScale scale) =>
        scale == ColumnScale.MinMax ? (column.Mean - column.Minimum) / (column.Maximum - column.Minimum) : column.Mean;

    /// <summary>What a weighting by conflict has to know.</summary>
    public static ScoresNeeded NeededFor(CorrelationMethod method) => method == CorrelationMethod.Pearson ? ScoresNeeded.Pairs : ScoresNeeded.Rows;

    /// <summary>Σ_k of 1 − r_jk or 1 − |r_jk|; what is within rounding of no conflict is none.</summary>
    public static double[] Conflicts(ObjectiveWeighting.Learned scores, CorrelationMethod method, ConflictMeasure measure)
    {
        int n = scores.Names.Length;
        Matrix correlations = method == CorrelationMethod.Pearson ? scores.Statistics.Correlations() : Correlation.Among(scores.Rows!, method);
        var conflict = new double[n];
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
            {
                if (j == k) continue;
                double r = correlations[j, k];
                if (double.IsNaN(r)) throw new ArgumentException($"The correlation of {scores.Names[j]} and {scores.Names[k]} is undefined: they share fewer than two rows, or one is the same everywhere on those.", nameof(scores));
                double c = 1 - (measure == ConflictMeasure.Absolute ? Math.Abs(r) : r);
                if (c >= 1e-13) conflict[j] += c;
            }
        return conflict;
    }
}
