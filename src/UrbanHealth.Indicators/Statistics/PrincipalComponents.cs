using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Principal components (主成分分析). Source: Jolliffe (2002); OECD/JRC Handbook (2008), step 4.</summary>
public sealed record PrincipalComponents
{
    private PrincipalComponents(PcaBasis basis, double[] eigenvalues, double[][] vectors)
    {
        Basis = basis;
        Eigenvalues = eigenvalues;
        Vectors = Matrix.FromColumns(vectors);
        Loadings = Matrix.FromColumns([.. vectors.Select((v, k) => Array.ConvertAll(v, x => x * Math.Sqrt(Math.Max(0, eigenvalues[k]))))]);
        double total = Sums.Of(eigenvalues), sum = 0;
        Explained = Array.ConvertAll(eigenvalues, e => e / total);
        Cumulative = Array.ConvertAll(eigenvalues, e => (sum += e) / total);
    }

    /// <summary>What they are taken of.</summary>
    public PcaBasis Basis { get; }

    /// <summary>The variances of the components, falling.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>The share of the variance that each explains.</summary>
    public IReadOnlyList<double> Explained { get; }

    /// <summary>The share that it explains together with those before it.</summary>
    public IReadOnlyList<double> Cumulative { get; }

    /// <summary>The unit eigenvectors: rows are the given columns, columns the components; the entry of largest magnitude is positive.</summary>
    public Matrix Vectors { get; }

    /// <summary>Eigenvectors times the root of their eigenvalue: the correlation of each column with each component where the basis is the correlations.</summary>
    public Matrix Loadings { get; }

    /// <summary>The components of the columns of <paramref name="columns"/>; rows with a missing figure are left out.</summary>
    /// <exception cref="ArgumentException">A column is constant (correlations), nothing varies at all, or fewer than two complete rows.</exception>
    public static PrincipalComponents Of(Matrix columns, PcaBasis basis = PcaBasis.Correlation)
    {
        Matrix c = basis == PcaBasis.Correlation
            ? Correlation.Among(columns, CorrelationMethod.Pearson, MissingPairs.CompleteRows)
            : Correlation.CovariancesAmong(columns, VarianceDenominator.Sample, MissingPairs.CompleteRows);
        return From(c, basis);
    }

    /// <summary>The components of correlations or covariances that are at hand; NaN where one is undefined.</summary>
    internal static PrincipalComponents From(Matrix columns, PcaBasis basis)
    {
        Matrix c = columns;
        int k = c.Columns;
        var a = new double[k, k];
        bool varies = false;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (double.IsNaN(a[i, j] = c[i, j])) throw new ArgumentException("A column is constant, or there are too few complete rows.", nameof(columns));
                varies |= a[i, j] != 0;
            }
        }
        if (!varies) throw new ArgumentException("Nothing varies.", nameof(columns));
        (double[] values, double[][] vectors) = SymmetricEigen.Of(a);
        foreach (double[] v in vectors) TurnUp(v);
        return new PrincipalComponents(basis, values, vectors);
    }

    /// <summary>Turns a vector so that its entry of largest magnitude is positive; near ties go to the first.</summary>
    internal static void TurnUp(Span<double> vector)
    {
        double largest = 0;
        foreach (double x in vector) if (Math.Abs(x) > Math.Abs(largest) * (1 + 1e-12)) largest = x;
        if (largest < 0) for (int i = 0; i < vector.Length; i++) vector[i] = -vector[i];
    }

    /// <summary>How many components have an eigenvalue above <paramref name="least"/>; 1 is Kaiser's rule.</summary>
    public int CountAbove(double least = 1) => Eigenvalues.Count(e => e > least);

    /// <summary>Such as <c>PCA of 8 columns: 41.9 % 21.8 % 12.3 %</c>.</summary>
    public override string ToString() => $"PCA of {Vectors.Rows} columns: {string.Join(' ', Explained.Take(3).Select(e => (100 * e).ToString("0.0", CultureInfo.InvariantCulture) + " %"))}";
}
