namespace UrbanHealth.Indicators;

/// <summary>The varimax rotation (方差最大旋转): turns factors so that each loading is near 0 or ±1. Source: Kaiser (1958).</summary>
public static class Varimax
{
    /// <summary>The rotated loadings; factors keep their order, and the loading of largest magnitude of each is positive.</summary>
    /// <param name="loadings">Rows are columns of the data, columns the factors that are kept.</param>
    /// <param name="rows">Kaiser's normalisation by default.</param>
    /// <exception cref="ArgumentException">A row is all 0 under Kaiser's normalisation.</exception>
    public static Matrix Rotate(Matrix loadings, RowNormalization rows = RowNormalization.Kaiser)
    {
        ArgumentNullException.ThrowIfNull(loadings);
        int n = loadings.Rows, k = loadings.Columns;
        double[][] a = [.. Enumerable.Range(0, k).Select(j => loadings.Column(j).ToArray())];
        var length = new double[n];
        for (int i = 0; i < n; i++)
        {
            length[i] = rows == RowNormalization.Kaiser ? Math.Sqrt(a.Sum(c => c[i] * c[i])) : 1;
            if (!(length[i] > 0)) throw new ArgumentException(FormattableString.Invariant($"Row {i} has no communality, so Kaiser's normalisation is not defined."), nameof(loadings));
            foreach (double[] c in a) c[i] /= length[i];
        }
        for (int sweep = 0; sweep < 1000; sweep++)
        {
            double largest = 0;
            for (int p = 0; p < k - 1; p++)
                for (int q = p + 1; q < k; q++)
                    largest = Math.Max(largest, Math.Abs(Turn(a[p], a[q])));
            if (largest < 1e-14) break;
        }
        foreach (double[] c in a)
        {
            for (int i = 0; i < n; i++) c[i] *= length[i];
            PrincipalComponents.TurnUp(c);
        }
        return Matrix.FromColumns(a);
    }

    /// <summary>Turns two factors by the angle that is best for them; returns it.</summary>
    private static double Turn(double[] x, double[] y)
    {
        double sumU = 0, sumV = 0, squares = 0, products = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double u = (x[i] - y[i]) * (x[i] + y[i]), v = 2 * x[i] * y[i];
            sumU += u;
            sumV += v;
            squares += (u - v) * (u + v);
            products += 2 * u * v;
        }
        double n = x.Length;
        double angle = Math.Atan2(products - 2 * sumU * sumV / n, squares - (sumU - sumV) * (sumU + sumV) / n) / 4;
        double c = Math.Cos(angle), s = Math.Sin(angle);
        for (int i = 0; i < x.Length; i++) (x[i], y[i]) = (c * x[i] + s * y[i], c * y[i] - s * x[i]);
        return angle;
    }
}
