namespace UrbanHealth.Indicators.Numerics;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix: reflections to three diagonals (Householder, 1958), then implicit QL steps (Dubrulle, Martin &amp; Wilkinson, 1968).</summary>
/// <remarks>Errors are within some units of rounding of the largest eigenvalue. Vectors only run the entries of a row side by side, so the bits are the same everywhere.</remarks>
internal static class SymmetricEigen
{
    /// <summary>The eigenvalues falling, and the unit eigenvectors: <c>Vectors[k]</c> belongs to <c>Values[k]</c>; each is turned so that its entries sum to 0 or more.</summary>
    /// <exception cref="ArithmeticException">The steps do not end, which does not happen for finite numbers.</exception>
    public static (double[] Values, double[][] Vectors) Of(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double largest = 0;
        foreach (double x in matrix) largest = Math.Max(largest, Math.Abs(x));
        // powers of two change no digit, and keep squares in range
        double scale = largest is > 0 and < double.PositiveInfinity ? Math.ScaleB(1, Math.Clamp(-Math.ILogB(largest), -1000, 1000)) : 1;
        var rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[n];
            for (int j = 0; j < n; j++) rows[i][j] = matrix[i, j] * scale;
        }
        (double[] diagonal, double[][] vectors) = Lanes.Widest switch
        {
            8 => Solve<Lanes512>(rows),
            4 => Solve<Lanes256>(rows),
            2 => Solve<Lanes128>(rows),
            _ => Solve<Lanes64>(rows),
        };
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => diagonal[k])];
        return ([.. order.Select(k => diagonal[k] / scale)], [.. order.Select(k => Turned(vectors[k]))]);
    }

    private static (double[] Values, double[][] Vectors) Solve<TLanes>(double[][] rows) where TLanes : struct, ILanes<TLanes>
    {
        (double[] diagonal, double[] beside, double[][] columns) = Reduce<TLanes>(rows);
        Iterate<TLanes>(diagonal, beside, columns);
        return (diagonal, columns);
    }

    /// <summary>The three diagonals, and the product of the reflections by columns.</summary>
    private static (double[] Diagonal, double[] Beside, double[][] Columns) Reduce<TLanes>(double[][] a) where TLanes : struct, ILanes<TLanes>
    {
        int n = a.Length;
        double[] beside = new double[n], factors = new double[n], p = new double[n];
        var reflections = new double[n][];
        for (int k = 0; k < n - 2; k++)
        {
            double[] v = reflections[k] = [.. a[k]];
            v.AsSpan(0, k + 1).Clear();
            double below = 0, first = v[k + 1];
            for (int i = k + 2; i < n; i++) below += v[i] * v[i];
            beside[k] = first;
            if (below == 0) continue;
            double length = Math.Sqrt(first * first + below);
            beside[k] = first > 0 ? -length : length;
            v[k + 1] = first - beside[k];
            double factor = factors[k] = 2 / (v[k + 1] * v[k + 1] + below);
            // A ← H·A·H = A − v·wᵀ − w·vᵀ with w = p − ½·factor·(pᵀv)·v, p = factor·A·v
            Array.Clear(p);
            for (int i = k + 1; i < n; i++) Rows<TLanes>.Add(p, factor * v[i], a[i], k + 1);
            double dot = 0;
            for (int i = k + 1; i < n; i++) dot += p[i] * v[i];
            Rows<TLanes>.Add(p, -0.5 * factor * dot, v, k + 1);
            for (int i = k + 1; i < n; i++) Rows<TLanes>.Subtract(a[i], v[i], p, p[i], v, k + 1);
        }
        if (n > 1) beside[n - 2] = a[n - 2][n - 1];
        double[] diagonal = [.. Enumerable.Range(0, n).Select(i => a[i][i])];

        var q = new double[n][];
        for (int i = 0; i < n; i++) (q[i] = new double[n])[i] = 1;
        for (int k = n - 3; k >= 0; k--)
        {
            if (factors[k] == 0) continue;
            double[] v = reflections[k];
            Array.Clear(p);
            for (int i = k + 1; i < n; i++) Rows<TLanes>.Add(p, v[i], q[i], k + 1);
            for (int i = k + 1; i < n; i++) Rows<TLanes>.Add(q[i], -factors[k] * v[i], p, k + 1);
        }
        return (diagonal, beside, [.. Enumerable.Range(0, n).Select(k => Array.ConvertAll(q, row => row[k]))]);
    }

    /// <summary>QL steps with Wilkinson's shift until nothing is beside the diagonal; the columns turn with it.</summary>
    private static void Iterate<TLanes>(double[] d, double[] e, double[][] columns) where TLanes : struct, ILanes<TLanes>
    {
        int n = d.Length;
        for (int l = 0; l < n; l++)
        {
            for (int steps = 0; ; steps++)
            {
                int m = l;
                for (; m < n - 1; m++) if (Math.Abs(e[m]) <= 1.2e-16 * (Math.Abs(d[m]) + Math.Abs(d[m + 1]))) break;
                if (m == l) break;
                if (steps == 100) throw new ArithmeticException("The eigenvalues were not found.");
                double g = (d[l + 1] - d[l]) / (2 * e[l]), r = Math.Sqrt(g * g + 1);
                g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
                double s = 1, c = 1, p = 0;
                int i = m - 1;
                for (; i >= l; i--)
                {
                    double f = s * e[i], b = c * e[i];
                    e[i + 1] = r = Math.Sqrt(f * f + g * g);
                    if (r == 0)
                    {
                        d[i + 1] -= p;
                        e[m] = 0;
                        break;
                    }
                    s = f / r;
                    c = g / r;
                    g = d[i + 1] - p;
                    r = (d[i] - g) * s + 2 * c * b;
                    p = s * r;
                    d[i + 1] = g + p;
                    g = c * r - b;
                    Rows<TLanes>.Rotate(columns[i], columns[i + 1], c, s);
                }
                if (r == 0 && i >= l) continue;
                d[l] -= p;
                e[l] = g;
                e[m] = 0;
            }
        }
    }

    private static double[] Turned(double[] vector)
    {
        double squares = 0, sum = 0;
        foreach (double x in vector)
        {
            squares += x * x;
            sum += x;
        }
        double length = sum < 0 ? -Math.Sqrt(squares) : Math.Sqrt(squares);
        return Array.ConvertAll(vector, x => x / length);
    }

    private static unsafe class Rows<TLanes> where TLanes : struct, ILanes<TLanes>
    {
        /// <summary>x + factor·y, from a place on.</summary>
        public static void Add(double[] target, double factor, double[] source, int from)
        {
            fixed (double* x = target, y = source)
            {
                int i = from;
                TLanes f = TLanes.Of(factor);
                for (; i <= target.Length - TLanes.Count; i += TLanes.Count) TLanes.Store(TLanes.Add(TLanes.Load(x + i), TLanes.Multiply(f, TLanes.Load(y + i))), x + i);
                for (; i < target.Length; i++) x[i] += factor * y[i];
            }
        }

        /// <summary>x − a·y − b·z, from a place on.</summary>
        public static void Subtract(double[] target, double a, double[] first, double b, double[] second, int from)
        {
            fixed (double* x = target, y = first, z = second)
            {
                int i = from;
                TLanes f = TLanes.Of(a), g = TLanes.Of(b);
                for (; i <= target.Length - TLanes.Count; i += TLanes.Count)
                    TLanes.Store(TLanes.Subtract(TLanes.Subtract(TLanes.Load(x + i), TLanes.Multiply(f, TLanes.Load(y + i))), TLanes.Multiply(g, TLanes.Load(z + i))), x + i);
                for (; i < target.Length; i++) x[i] = x[i] - a * y[i] - b * z[i];
            }
        }

        /// <summary>c·x − s·y and s·x + c·y.</summary>
        public static void Rotate(double[] first, double[] second, double c, double s)
        {
            fixed (double* x = first, y = second)
            {
                int i = 0;
                TLanes cosine = TLanes.Of(c), sine = TLanes.Of(s);
                for (; i <= first.Length - TLanes.Count; i += TLanes.Count)
                {
                    TLanes u = TLanes.Load(x + i), v = TLanes.Load(y + i);
                    TLanes.Store(TLanes.Subtract(TLanes.Multiply(cosine, u), TLanes.Multiply(sine, v)), x + i);
                    TLanes.Store(TLanes.Add(TLanes.Multiply(sine, u), TLanes.Multiply(cosine, v)), y + i);
                }
                for (; i < first.Length; i++) (x[i], y[i]) = (c * x[i] - s * y[i], s * x[i] + c * y[i]);
            }
        }
    }
}
