namespace UrbanHealth.Indicators.Numerics;

/// <summary>The principal eigenvalue and eigenvectors of a primitive non-negative matrix (Perron, 1907).</summary>
/// <remarks>The matrix is squared until every column is the eigenvector (the gap of the moduli doubles its digits each time), then polished by the matrix itself.</remarks>
internal static class Perron
{
    /// <summary>The eigenvalue, the right and the left eigenvector, each summing to 1.</summary>
    public static (double Value, double[] Right, double[] Left) Of(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] power = matrix, next = new double[n, n];
        for (int step = 0; step < 60; step++)
        {
            next = Square(power);
            if (Difference(power, next) <= 1e-15) break;
            power = next;
        }
        double[] right = Polish(matrix, RowSums(next), transposed: false), left = Polish(matrix, ColumnSums(next), transposed: true);
        return (Sums.Of(Times(matrix, right, transposed: false)), right, left);
    }

    /// <summary>A·x, or Aᵀ·x.</summary>
    public static double[] Times(double[,] matrix, double[] x, bool transposed)
    {
        int n = x.Length;
        var y = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0, lost = 0;
            for (int j = 0; j < n; j++) Sums.Add(ref sum, ref lost, (transposed ? matrix[j, i] : matrix[i, j]) * x[j]);
            y[i] = sum + lost;
        }
        return y;
    }

    private static double[] Polish(double[,] matrix, double[] x, bool transposed)
    {
        x = Normalised(x);
        for (int step = 0; step < 100; step++)
        {
            double[] y = Normalised(Times(matrix, x, transposed));
            double change = 0;
            for (int i = 0; i < x.Length; i++) change = Math.Max(change, Math.Abs(y[i] - x[i]));
            x = y;
            if (change <= 1e-16) break;
        }
        return x;
    }

    /// <summary>The square divided by its sum.</summary>
    private static double[,] Square(double[,] a)
    {
        int n = a.GetLength(0);
        var b = new double[n, n];
        double total = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++) sum += a[i, k] * a[k, j];
                b[i, j] = sum;
                total += sum;
            }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) b[i, j] /= total;
        return b;
    }

    private static double Difference(double[,] a, double[,] b)
    {
        double largest = 0;
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < a.GetLength(0); j++) largest = Math.Max(largest, Math.Abs(a[i, j] - b[i, j]));
        return largest;
    }

    private static double[] RowSums(double[,] a) => [.. Enumerable.Range(0, a.GetLength(0)).Select(i => Enumerable.Range(0, a.GetLength(0)).Sum(j => a[i, j]))];

    private static double[] ColumnSums(double[,] a) => [.. Enumerable.Range(0, a.GetLength(0)).Select(j => Enumerable.Range(0, a.GetLength(0)).Sum(i => a[i, j]))];

    private static double[] Normalised(double[] x)
    {
        double sum = Sums.Of(x);
        return Array.ConvertAll(x, v => v / sum);
    }
}
