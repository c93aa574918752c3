using UrbanHealth.Indicators.Numerics;

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
    public static double[] Conflicts(Matrix scores, ConflictMeasure measure, string[] names)
    {
        int n = scores.Columns;
        var conflict = new double[n];
        for (int j = 0; j < n; j++)
            for (int k = j + 1; k < n; k++)
            {
                double r = Correlation(scores.Column(j), scores.Column(k));
                if (double.IsNaN(r)) throw new ArgumentException($"The correlation of {names[j]} and {names[k]} is undefined: on the rows both have, one is the same everywhere.", nameof(scores));
                double c = 1 - (measure == ConflictMeasure.Absolute ? Math.Abs(r) : r);
                if (c < 1e-13) c = 0;
                conflict[j] += c;
                conflict[k] += c;
            }
        return conflict;
    }

    private static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var a = new double[x.Length];
        var b = new double[x.Length];
        int n = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            a[n] = x[i];
            b[n++] = y[i];
        }
        ReadOnlySpan<double> p = a.AsSpan(0, n), q = b.AsSpan(0, n);
        double mx = n < 2 ? double.NaN : Descriptive.Mean(p), my = n < 2 ? double.NaN : Descriptive.Mean(q), sxx = 0, syy = 0, sxy = 0, lxx = 0, lyy = 0, lxy = 0;
        for (int i = 0; i < n; i++)
        {
            Sums.Add(ref sxx, ref lxx, (p[i] - mx) * (p[i] - mx));
            Sums.Add(ref syy, ref lyy, (q[i] - my) * (q[i] - my));
            Sums.Add(ref sxy, ref lxy, (p[i] - mx) * (q[i] - my));
        }
        return Math.Clamp((sxy + lxy) / (Math.Sqrt(sxx + lxx) * Math.Sqrt(syy + lyy)), -1, 1);
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
