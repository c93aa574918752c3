namespace UrbanHealth.Indicators.Numerics;

/// <summary>Small linear programmes by the two-phase simplex method on a dense tableau, entering by Bland's rule (1977), so that it never cycles.</summary>
internal static class Simplex
{
    private const double Zero = 1e-11;

    /// <summary>The x ≥ 0 that makes cost·x smallest where A·x ≤ b, or = b for the rows marked; b ≥ 0.</summary>
    /// <returns>The solution, recomputed from its basis; null when there is none or no bound.</returns>
    public static double[]? Minimise(double[] cost, double[,] matrix, double[] right, bool[] equality)
    {
        int m = right.Length, n = cost.Length, width = n + m; // one slack or artificial variable a row
        var tableau = new double[m + 1, width + 1];
        var basis = new int[m];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++) tableau[i, j] = matrix[i, j];
            tableau[i, n + i] = 1;
            tableau[i, width] = right[i];
            basis[i] = n + i;
        }

        bool Artificial(int j) => j >= n && j < width && equality[j - n];
        for (int j = 0; j <= width; j++)
            for (int i = 0; i < m; i++)
                if (equality[i] && !Artificial(j)) tableau[m, j] -= tableau[i, j];
        if (!Pivot(tableau, basis, width, _ => true) || tableau[m, width] < -1e-9) return null;

        for (int j = 0; j <= width; j++)
        {
            tableau[m, j] = j < n ? cost[j] : 0;
            for (int i = 0; i < m; i++)
                if (basis[i] < n) tableau[m, j] -= cost[basis[i]] * tableau[i, j];
        }
        return Pivot(tableau, basis, width, j => !Artificial(j)) ? Solution(matrix, right, basis, n) : null;
    }

    /// <summary>Pivots until no cost is negative; false when the programme has no bound.</summary>
    private static bool Pivot(double[,] tableau, int[] basis, int width, Func<int, bool> mayEnter)
    {
        int m = basis.Length;
        while (true)
        {
            int enter = 0;
            while (enter < width && !(mayEnter(enter) && tableau[m, enter] < -Zero)) enter++;
            if (enter == width) return true;
            int leave = -1;
            double best = double.PositiveInfinity;
            for (int i = 0; i < m; i++)
            {
                if (tableau[i, enter] <= Zero) continue;
                double ratio = tableau[i, width] / tableau[i, enter];
                if (leave < 0 || ratio < best - Zero || (ratio <= best + Zero && basis[i] < basis[leave])) (best, leave) = (Math.Min(ratio, best), i);
            }
            if (leave < 0) return false;
            double pivot = tableau[leave, enter];
            for (int j = 0; j <= width; j++) tableau[leave, j] /= pivot;
            for (int i = 0; i <= m; i++)
            {
                double factor = tableau[i, enter];
                if (i == leave || factor == 0) continue;
                for (int j = 0; j <= width; j++) tableau[i, j] -= factor * tableau[leave, j];
            }
            basis[leave] = enter;
        }
    }

    /// <summary>The basic solution from the original rows: what the pivots lost in rounding is regained.</summary>
    private static double[] Solution(double[,] matrix, double[] right, int[] basis, int n)
    {
        int m = right.Length;
        var square = new double[m, m];
        for (int k = 0; k < m; k++)
            for (int i = 0; i < m; i++) square[i, k] = basis[k] < n ? matrix[i, basis[k]] : basis[k] - n == i ? 1 : 0;
        double[] values = LinearSystem.Solve(square, right) ?? throw new InvalidOperationException("The basis of the linear programme is singular.");
        var x = new double[n];
        for (int k = 0; k < m; k++)
            if (basis[k] < n) x[basis[k]] = Math.Max(0, values[k]);
        return x;
    }
}
