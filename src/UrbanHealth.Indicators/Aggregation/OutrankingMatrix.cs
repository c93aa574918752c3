using System.Globalization;
using System.Text;

namespace UrbanHealth.Indicators;

/// <summary>Pairwise comparison of areas (两两优势矩阵): the share of weight on which the area of the row beats that of the column, ties counting half. Source: OECD/JRC Handbook (2008), step 7, non-compensatory approach; Munda &amp; Nardo (2005).</summary>
/// <remarks>Two areas are compared on the columns that both have; NaN where there is none, 0 on the diagonal.</remarks>
public sealed class OutrankingMatrix
{
    /// <summary>Shares of weight are sums of roundings: this near to one half is one half.</summary>
    private const double Rounding = 1e-12;

    private readonly double[] shares;

    private OutrankingMatrix(int size, double[] shares) => (Size, this.shares) = (size, shares);

    /// <summary>The number of areas.</summary>
    public int Size { get; }

    /// <summary>The share of weight on which area <paramref name="row"/> beats area <paramref name="column"/>.</summary>
    public double this[int row, int column] => shares[row * Size + column];

    /// <summary>The matrix of all pairs.</summary>
    /// <param name="scores">Rows are areas, columns the siblings; NaN is missing.</param>
    /// <param name="weights">One weight a column, not negative; only proportions count.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a weight is none.</exception>
    public static OutrankingMatrix Of(Matrix scores, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (weights.Length != scores.Columns) throw new ArgumentException("One weight for each column is needed.", nameof(weights));
        WeightCheck.NotNegative(weights);
        int n = scores.Rows;
        var shares = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int k = i + 1; k < n; k++)
            {
                double wins = 0, losses = 0, ties = 0;
                for (int j = 0; j < weights.Length; j++)
                {
                    double a = scores[i, j], b = scores[k, j];
                    if (a > b) wins += weights[j];
                    else if (a < b) losses += weights[j];
                    else if (a == b) ties += weights[j];
                }
                double all = wins + losses + ties;
                shares[i * n + k] = (wins + ties / 2) / all;
                shares[k * n + i] = (losses + ties / 2) / all;
            }
        return new OutrankingMatrix(n, shares);
    }

    /// <summary>The Copeland score of each area (Copeland 得分): how many others it beats less how many beat it. Source: Copeland (1951).</summary>
    /// <remarks>A pair that cannot be compared counts 0; an area that can be compared with no other is NaN.</remarks>
    public IReadOnlyList<double> CopelandScores()
    {
        var scores = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            int compared = 0;
            for (int k = 0; k < Size; k++)
            {
                double share = this[i, k];
                if (i == k || double.IsNaN(share)) continue;
                compared++;
                if (Math.Abs(share - 0.5) > Rounding) scores[i] += share > 0.5 ? 1 : -1;
            }
            if (compared == 0) scores[i] = double.NaN;
        }
        return Array.AsReadOnly(scores);
    }

    /// <summary>The pairs in which the row beats the column on every bit of weight (完全占优).</summary>
    public int DominantPairs => shares.Count(s => s == 1);

    /// <summary>The matrix, a line an area.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Size; i++)
        {
            if (i > 0) text.Append('\n');
            for (int k = 0; k < Size; k++) text.Append(CultureInfo.InvariantCulture, $"{(k > 0 ? " " : "")}{this[i, k]:0.000}");
        }
        return text.ToString();
    }
}
