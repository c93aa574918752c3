namespace UrbanHealth.Indicators;

/// <summary>How far columns can be told from each other (共线性诊断).</summary>
public static class Collinearity
{
    /// <summary>The variance inflation factor of each column (方差膨胀因子): the diagonal of the inverse correlation matrix, 1/(1 − R²). Source: Marquardt (1970).</summary>
    /// <param name="columns">Rows with a missing figure are left out.</param>
    /// <exception cref="ArgumentException">A column is constant, or depends on the others exactly; or there are too few rows.</exception>
    public static double[] VarianceInflation(Matrix columns)
    {
        double[,] inverse = Inverse(columns);
        var factors = new double[inverse.GetLength(0)];
        for (int i = 0; i < factors.Length; i++) factors[i] = inverse[i, i];
        return factors;
    }

    /// <summary>The Kaiser-Meyer-Olkin measure (KMO 检验): how far correlations are larger than partial correlations. Source: Kaiser &amp; Rice (1974).</summary>
    /// <param name="columns">Rows with a missing figure are left out.</param>
    /// <exception cref="ArgumentException">A column is constant, or depends on the others exactly; or there are too few rows or fewer than two columns.</exception>
    public static SamplingAdequacy KaiserMeyerOlkin(Matrix columns)
    {
        double[,] inverse = Inverse(columns);
        Matrix r = Correlation.Among(columns, CorrelationMethod.Pearson, MissingPairs.CompleteRows);
        int k = r.Columns;
        if (k < 2) throw new ArgumentException("At least two columns are needed.", nameof(columns));
        var each = new double[k];
        double allR = 0, allPartial = 0;
        for (int i = 0; i < k; i++)
        {
            double squares = 0, partials = 0;
            for (int j = 0; j < k; j++)
            {
                if (i == j) continue;
                squares += r[i, j] * r[i, j];
                partials += inverse[i, j] * inverse[i, j] / (inverse[i, i] * inverse[j, j]);
            }
            each[i] = squares / (squares + partials);
            allR += squares;
            allPartial += partials;
        }
        return new SamplingAdequacy(allR / (allR + allPartial), each);
    }

    private static double[,] Inverse(Matrix columns)
    {
        Matrix r = Correlation.Among(columns, CorrelationMethod.Pearson, MissingPairs.CompleteRows);
        int k = r.Columns;
        var l = new double[k, k]; // Cholesky: what is left on the diagonal is 1 − R² on the columns before
        for (int j = 0; j < k; j++)
        {
            for (int i = j; i < k; i++)
            {
                if (double.IsNaN(r[i, j])) throw new ArgumentException("A column is constant, or there are too few complete rows.", nameof(columns));
                double sum = r[i, j];
                for (int m = 0; m < j; m++) sum -= l[i, m] * l[j, m];
                if (i > j) l[i, j] = sum / l[j, j];
                else if (sum > 1e-12) l[j, j] = Math.Sqrt(sum);
                else throw new ArgumentException(FormattableString.Invariant($"Column {j} depends on the columns before it: leave it out."), nameof(columns));
            }
        }
        var inverse = new double[k, k];
        for (int c = 0; c < k; c++)
        {
            var x = new double[k];
            for (int i = 0; i < k; i++)
            {
                double sum = i == c ? 1 : 0;
                for (int m = 0; m < i; m++) sum -= l[i, m] * x[m];
                x[i] = sum / l[i, i];
            }
            for (int i = k - 1; i >= 0; i--)
            {
                double sum = x[i];
                for (int m = i + 1; m < k; m++) sum -= l[m, i] * x[m];
                inverse[i, c] = x[i] = sum / l[i, i];
            }
        }
        return inverse;
    }
}
