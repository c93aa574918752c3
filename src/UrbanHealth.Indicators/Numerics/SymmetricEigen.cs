namespace UrbanHealth.Indicators.Numerics;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Rutishauser, 1966): small relative errors and the same bits everywhere.</summary>
internal static class SymmetricEigen
{
    /// <summary>The eigenvalues falling, and the unit eigenvectors: <c>Vectors[k]</c> belongs to <c>Values[k]</c>; each is turned so that its entries sum to 0 or more.</summary>
    public static (double[] Values, double[][] Vectors) Of(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[n, n];
        for (int i = 0; i < n; i++) v[i, i] = 1;
        for (int sweep = 0; sweep < 100; sweep++)
        {
            bool rotated = false;
            for (int p = 0; p < n - 1; p++)
                for (int q = p + 1; q < n; q++)
                {
                    if (Math.Abs(a[p, q]) <= 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || a[p, q] == 0) continue;
                    rotated = true;
                    Rotate(a, v, p, q);
                }
            if (!rotated) break;
        }
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => a[k, k])];
        return ([.. order.Select(k => a[k, k])], [.. order.Select(k => Turned(v, k))]);
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1)), c = 1 / Math.Sqrt(t * t + 1), s = t * c;
        double apq = a[p, q];
        a[p, p] -= t * apq;
        a[q, q] += t * apq;
        a[p, q] = a[q, p] = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            if (i != p && i != q)
            {
                (double x, double y) = (a[i, p], a[i, q]);
                a[i, p] = a[p, i] = c * x - s * y;
                a[i, q] = a[q, i] = s * x + c * y;
            }
            (double vp, double vq) = (v[i, p], v[i, q]);
            v[i, p] = c * vp - s * vq;
            v[i, q] = s * vp + c * vq;
        }
    }

    private static double[] Turned(double[,] v, int k)
    {
        double[] vector = [.. Enumerable.Range(0, v.GetLength(0)).Select(i => v[i, k])];
        double length = Math.Sqrt(vector.Sum(x => x * x)), sign = vector.Sum() < 0 ? -1 : 1;
        return Array.ConvertAll(vector, x => sign * x / length);
    }
}
