namespace UrbanHealth.Indicators.Numerics;

/// <summary>Small convex quadratic programmes by the primal active-set method (Nocedal &amp; Wright 2006, algorithm 16.3).</summary>
internal static class QuadraticProgramme
{
    /// <summary>The w that makes w'·Q·w smallest where E·w = d and, unless <paramref name="free"/>, w ≥ 0.</summary>
    /// <param name="quadratic">Q, positive semidefinite.</param>
    /// <param name="equalities">E, of full rank.</param>
    /// <param name="start">A feasible w.</param>
    /// <param name="free">Whether w may be negative.</param>
    /// <returns>The minimum, or null where a system is singular.</returns>
    public static double[]? Minimise(double[,] quadratic, double[,] equalities, double[] start, bool free)
    {
        int n = start.Length;
        double[] w = [.. start], right = Product(equalities, start);
        var held = new bool[n];
        for (int step = 0; step < 100 * n; step++)
        {
            (double[] Best, double[] Multipliers)? stationary = Stationary(quadratic, equalities, right, held);
            if (stationary is null) return null;
            (double[] best, double[] multipliers) = stationary.Value;
            if (free) return best;
            int blocking = -1;
            double length = 1;
            for (int j = 0; j < n; j++)
            {
                if (held[j] || best[j] >= 0) continue;
                double reach = w[j] / (w[j] - best[j]);
                if (reach < length) (length, blocking) = (reach, j);
            }
            for (int j = 0; j < n; j++) w[j] = held[j] ? 0 : Math.Max(0, w[j] + length * (best[j] - w[j]));
            if (blocking >= 0)
            {
                held[blocking] = true;
                w[blocking] = 0;
                continue;
            }
            int release = MostNegative(quadratic, equalities, multipliers, w, held);
            if (release < 0) return w;
            held[release] = false;
        }
        return w;
    }

    /// <summary>The stationary point where the held entries are 0, with the multipliers of the equalities.</summary>
    private static (double[] Best, double[] Multipliers)? Stationary(double[,] quadratic, double[,] equalities, double[] right, bool[] held)
    {
        int n = held.Length, m = right.Length;
        var system = new double[n + m, n + m];
        var target = new double[n + m];
        for (int i = 0; i < n; i++)
        {
            if (held[i]) { system[i, i] = 1; continue; }
            for (int j = 0; j < n; j++) if (!held[j]) system[i, j] = quadratic[i, j];
            for (int e = 0; e < m; e++) system[i, n + e] = system[n + e, i] = equalities[e, i];
        }
        right.CopyTo(target, n);
        double[]? x = LinearSystem.Solve(system, target);
        return x is null ? null : (x[..n], x[n..]);
    }

    private static int MostNegative(double[,] quadratic, double[,] equalities, double[] multipliers, double[] w, bool[] held)
    {
        int worst = -1;
        double least = -1e-12, scale = 0;
        foreach (double q in quadratic) scale = Math.Max(scale, Math.Abs(q));
        for (int j = 0; j < w.Length; j++)
        {
            if (!held[j]) continue;
            double gradient = 0;
            for (int k = 0; k < w.Length; k++) gradient += quadratic[j, k] * w[k];
            for (int e = 0; e < multipliers.Length; e++) gradient += equalities[e, j] * multipliers[e];
            if (gradient < least * scale) (least, worst) = (gradient / scale, j);
        }
        return worst;
    }

    private static double[] Product(double[,] a, double[] x)
    {
        var y = new double[a.GetLength(0)];
        for (int i = 0; i < y.Length; i++)
            for (int j = 0; j < x.Length; j++) y[i] += a[i, j] * x[j];
        return y;
    }
}
