namespace UrbanHealth.Indicators.Numerics;

/// <summary>Least squares by Householder's QR in double-double arithmetic, so that even nearly collinear columns keep their digits. Source: Golub (1965).</summary>
internal static class LeastSquares
{
    /// <summary>Solves min ‖y − X·b‖; the columns of X and y are overwritten.</summary>
    /// <param name="columns">The columns of X.</param>
    /// <param name="y">The response.</param>
    /// <param name="coefficients">Takes b.</param>
    /// <param name="inverseDiagonal">Takes the diagonal of (XᵀX)⁻¹.</param>
    /// <param name="residualSquares">Takes ‖y − X·b‖².</param>
    /// <returns>The first column that depends on those before it, or −1.</returns>
    public static int Solve(DoubleDouble[][] columns, DoubleDouble[] y, Span<double> coefficients, Span<double> inverseDiagonal, out double residualSquares)
    {
        int p = columns.Length, n = y.Length;
        residualSquares = double.NaN;
        var diagonal = new DoubleDouble[p];
        for (int k = 0; k < p; k++)
        {
            DoubleDouble[] column = columns[k];
            DoubleDouble whole = SumOfSquares(column, 0), rest = SumOfSquares(column, k);
            // what earlier columns leave of this one is its distance from their span
            if ((double)rest <= 1e-28 * (double)whole || (double)whole == 0) return k;
            DoubleDouble norm = DoubleDouble.Sqrt(rest);
            if (column[k].High > 0) norm = -norm;
            diagonal[k] = norm;
            column[k] -= norm;
            DoubleDouble scale = norm * column[k]; // −‖v‖²/2
            for (int j = k + 1; j < p; j++) Reflect(column, scale, columns[j], k);
            Reflect(column, scale, y, k);
        }
        residualSquares = (double)SumOfSquares(y, p);
        var b = new DoubleDouble[p];
        for (int k = p - 1; k >= 0; k--)
        {
            DoubleDouble sum = y[k];
            for (int j = k + 1; j < p; j++) sum -= columns[j][k] * b[j];
            b[k] = sum / diagonal[k];
            coefficients[k] = (double)b[k];
        }
        // (XᵀX)⁻¹ = R⁻¹R⁻ᵀ: its diagonal is the sum of squares of the rows of R⁻¹
        var squares = new DoubleDouble[p];
        for (int c = 0; c < p; c++)
        {
            var column = new DoubleDouble[p];
            for (int k = c; k >= 0; k--)
            {
                DoubleDouble sum = k == c ? 1 : 0;
                for (int j = k + 1; j <= c; j++) sum -= columns[j][k] * column[j];
                column[k] = sum / diagonal[k];
                squares[k] += column[k] * column[k];
            }
        }
        for (int k = 0; k < p; k++) inverseDiagonal[k] = (double)squares[k];
        return -1;
    }

    private static void Reflect(DoubleDouble[] v, DoubleDouble scale, DoubleDouble[] x, int from)
    {
        DoubleDouble dot = 0;
        for (int i = from; i < x.Length; i++) dot += v[i] * x[i];
        DoubleDouble factor = dot / scale;
        for (int i = from; i < x.Length; i++) x[i] += factor * v[i];
    }

    private static DoubleDouble SumOfSquares(DoubleDouble[] x, int from)
    {
        DoubleDouble sum = 0;
        for (int i = from; i < x.Length; i++) sum += x[i] * x[i];
        return sum;
    }
}
