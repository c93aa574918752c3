using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Cohen's kappa (一致性系数 κ): agreement of two gradings beyond chance, 1 at the most.</summary>
/// <remarks>κ = (p₀ − pₑ)/(1 − pₑ), weighted by <see cref="KappaWeights"/>. Source: Cohen (1968); errors by Fleiss, Cohen &amp; Everitt (1969).</remarks>
public sealed record CohenKappa
{
    private CohenKappa(double kappa, double observed, double expected, double error, double nullError, int count) =>
        (Kappa, Observed, Expected, StandardError, NullStandardError, Count) = (kappa, observed, expected, error, nullError, count);

    /// <summary>The coefficient.</summary>
    public double Kappa { get; }

    /// <summary>p₀, the weighted agreement observed.</summary>
    public double Observed { get; }

    /// <summary>pₑ, the weighted agreement by chance.</summary>
    public double Expected { get; }

    /// <summary>The standard error for an interval.</summary>
    public double StandardError { get; }

    /// <summary>The standard error if there is no agreement beyond chance, for the test.</summary>
    public double NullStandardError { get; }

    /// <summary>The things graded.</summary>
    public int Count { get; }

    /// <summary>Two-sided, against no agreement beyond chance.</summary>
    public double PValue => 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(Kappa / NullStandardError));

    /// <summary>Kappa of a table of counts: rows are the first grading, columns the second, both in the same order.</summary>
    /// <exception cref="ArgumentException">The table is not square, has fewer than two grades, a negative count, or agreement by chance is certain (0/0).</exception>
    public static CohenKappa Of(Matrix table, KappaWeights weights = KappaWeights.Linear)
    {
        ArgumentNullException.ThrowIfNull(table);
        int k = table.Rows;
        if (k < 2 || table.Columns != k) throw new ArgumentException("The table is square, with two grades or more.", nameof(table));
        double n = 0;
        double[] row = new double[k], column = new double[k], rowWeight = new double[k], columnWeight = new double[k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (!(table[i, j] >= 0)) throw new ArgumentException("A count is negative or missing.", nameof(table));
                n += table[i, j];
                row[i] += table[i, j];
                column[j] += table[i, j];
            }
        }
        double observed = 0, expected = 0;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                double w = Weight(i, j, k, weights);
                observed += w * table[i, j] / n;
                expected += w * row[i] * column[j] / (n * n);
                rowWeight[i] += w * column[j] / n;
                columnWeight[j] += w * row[i] / n;
            }
        }
        if (!(expected < 1)) throw new ArgumentException("Everything has one grade in both: kappa is 0/0.", nameof(table));
        double kappa = (observed - expected) / (1 - expected), sum = 0, nullSum = 0;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                double w = Weight(i, j, k, weights), mean = rowWeight[i] + columnWeight[j];
                sum += table[i, j] / n * ElementaryFunctions.Pow(w - mean * (1 - kappa), 2);
                nullSum += row[i] * column[j] / (n * n) * ElementaryFunctions.Pow(w - mean, 2);
            }
        }
        double scale = n * (1 - expected) * (1 - expected);
        return new CohenKappa(kappa, observed, expected, Math.Sqrt(Math.Max(0, sum - ElementaryFunctions.Pow(kappa - expected * (1 - kappa), 2)) / scale), Math.Sqrt(Math.Max(0, nullSum - expected * expected) / scale), (int)n);
    }

    private static double Weight(int i, int j, int k, KappaWeights weights) => weights switch
    {
        KappaWeights.None => i == j ? 1 : 0,
        KappaWeights.Quadratic => 1 - (double)(i - j) * (i - j) / ((k - 1) * (k - 1)),
        _ => 1 - (double)Math.Abs(i - j) / (k - 1),
    };

    /// <summary>Such as <c>κ 0.33 ± 0.10, n 91</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"κ {Kappa:0.##} ± {StandardError:0.##}, n {Count}");
}
