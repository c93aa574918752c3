namespace UrbanHealth.Indicators.Numerics;

/// <summary>Small dense linear systems by Gaussian elimination with partial pivoting and one step of refinement.</summary>
internal static class LinearSystem
{
    /// <summary>The solution of A·x = b, or null where A is singular to working precision.</summary>
    public static double[]? Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        var lu = (double[,])matrix.Clone();
        int[] order = [.. Enumerable.Range(0, n)];
        double largest = 0;
        foreach (double a in matrix) largest = Math.Max(largest, Math.Abs(a));
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
                if (Math.Abs(lu[i, k]) > Math.Abs(lu[pivot, k])) pivot = i;
            if (!(Math.Abs(lu[pivot, k]) > n * 1e-15 * largest)) return null;
            if (pivot != k)
            {
                for (int j = 0; j < n; j++) (lu[k, j], lu[pivot, j]) = (lu[pivot, j], lu[k, j]);
                (order[k], order[pivot]) = (order[pivot], order[k]);
            }
            for (int i = k + 1; i < n; i++)
            {
                double factor = lu[i, k] /= lu[k, k];
                for (int j = k + 1; j < n; j++) lu[i, j] -= factor * lu[k, j];
            }
        }
        double[] x = Substitute(lu, order, right);
        var residual = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = right[i], lost = 0;
            for (int j = 0; j < n; j++) Sums.Add(ref sum, ref lost, -matrix[i, j] * x[j]);
            residual[i] = sum + lost;
        }
        double[] step = Substitute(lu, order, residual);
        for (int i = 0; i < n; i++) x[i] += step[i];
        return x;
    }

    private static double[] Substitute(double[,] lu, int[] order, double[] right)
    {
        int n = right.Length;
        var x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = right[order[i]];
            for (int j = 0; j < i; j++) x[i] -= lu[i, j] * x[j];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) x[i] -= lu[i, j] * x[j];
            x[i] /= lu[i, i];
        }
        return x;
    }
}
