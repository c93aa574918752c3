namespace UrbanHealth.Indicators.Numerics;

/// <summary>Solves A·x = b for a symmetric positive semidefinite A by Cholesky with complete pivoting after scaling the diagonal to 1.</summary>
/// <remarks>Columns that depend on others (dummies of several margins) get 0; the solution is exact whenever b lies in the range of A.</remarks>
internal sealed class SemidefiniteSolver
{
    private readonly double[] factor; // lower triangle in pivoted order, row-major
    private readonly int[] order;
    private readonly double[] scale;
    private readonly int size;

    public SemidefiniteSolver(double[] a, int size, double tolerance = 1e-11)
    {
        this.size = size;
        factor = (double[])a.Clone();
        order = [.. Enumerable.Range(0, size)];
        scale = new double[size];
        for (int i = 0; i < size; i++) scale[i] = a[i * size + i] > 0 ? 1 / Math.Sqrt(a[i * size + i]) : 0;
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) factor[i * size + j] *= scale[i] * scale[j];

        for (int k = 0; k < size; k++, Rank++)
        {
            int pivot = k;
            for (int i = k + 1; i < size; i++) if (factor[i * size + i] > factor[pivot * size + pivot]) pivot = i;
            if (!(factor[pivot * size + pivot] > tolerance)) break;
            Swap(k, pivot);
            double d = Math.Sqrt(factor[k * size + k]);
            factor[k * size + k] = d;
            for (int i = k + 1; i < size; i++) factor[i * size + k] /= d;
            for (int j = k + 1; j < size; j++)
                for (int i = j; i < size; i++) factor[i * size + j] -= factor[i * size + k] * factor[j * size + k];
        }
    }

    public int Rank { get; }

    public double[] Solve(ReadOnlySpan<double> b)
    {
        var y = new double[Rank];
        for (int i = 0; i < Rank; i++)
        {
            double sum = b[order[i]] * scale[order[i]];
            for (int j = 0; j < i; j++) sum -= factor[i * size + j] * y[j];
            y[i] = sum / factor[i * size + i];
        }
        for (int i = Rank - 1; i >= 0; i--)
        {
            double sum = y[i];
            for (int j = i + 1; j < Rank; j++) sum -= factor[j * size + i] * y[j];
            y[i] = sum / factor[i * size + i];
        }
        var x = new double[size];
        for (int i = 0; i < Rank; i++) x[order[i]] = y[i] * scale[order[i]];
        return x;
    }

    /// <summary>Exchanges two rows and columns of the lower triangle.</summary>
    private void Swap(int k, int p)
    {
        if (k == p) return;
        (order[k], order[p]) = (order[p], order[k]);
        for (int j = 0; j < k; j++) (factor[k * size + j], factor[p * size + j]) = (factor[p * size + j], factor[k * size + j]);
        (factor[k * size + k], factor[p * size + p]) = (factor[p * size + p], factor[k * size + k]);
        for (int j = k + 1; j < p; j++) (factor[j * size + k], factor[p * size + j]) = (factor[p * size + j], factor[j * size + k]);
        for (int i = p + 1; i < size; i++) (factor[i * size + k], factor[i * size + p]) = (factor[i * size + p], factor[i * size + k]);
    }
}
