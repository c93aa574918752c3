using System.Globalization;
using MathNet.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Kendall's coefficient of concordance (肯德尔协调系数 W): how far several raters order the same things alike, 0…1.</summary>
/// <remarks>
/// W = 12·S / (m²·(n³ − n) − m·Σ(t³ − t)); S is the squared deviation of the rank sums, m the raters, n the things, t the sizes of ties within a rater.
/// χ² = m·(n − 1)·W with n − 1 degrees of freedom (the Friedman statistic); rough for n ≤ 7. Source: Kendall &amp; Babington Smith (1939); Kendall (1970).
/// </remarks>
public sealed record KendallConcordance
{
    private KendallConcordance(int raters, int things, double s, double corrected, double uncorrected)
    {
        (Raters, Things, SquaredDeviation, W, Uncorrected) = (raters, things, s, corrected, uncorrected);
        ChiSquared = raters * (things - 1) * W;
        PValue = ChiSquared <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, ChiSquared / 2);
    }

    /// <summary>m, the number of raters.</summary>
    public int Raters { get; }

    /// <summary>n, the number of things rated.</summary>
    public int Things { get; }

    /// <summary>S, the squared deviation of the rank sums from their mean.</summary>
    public double SquaredDeviation { get; }

    /// <summary>W, corrected for ties.</summary>
    public double W { get; }

    /// <summary>W without the correction: too small where raters tie.</summary>
    public double Uncorrected { get; }

    /// <summary>χ² of the corrected W.</summary>
    public double ChiSquared { get; }

    /// <summary>n − 1.</summary>
    public int DegreesOfFreedom => Things - 1;

    /// <summary>The probability of so much concordance, or more, of raters who order at random.</summary>
    public double PValue { get; }

    /// <summary>The concordance of ratings.</summary>
    /// <param name="ratings">Rows are raters, columns the things rated; only each row's order counts, equal ratings share the mean of their ranks.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 raters or things, a rating is missing, or every rater rates all things alike (0/0).</exception>
    public static KendallConcordance Of(Matrix ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        int m = ratings.Rows, n = ratings.Columns;
        if (m < 2 || n < 2) throw new ArgumentException("Concordance needs at least two raters and two things rated.", nameof(ratings));
        var sums = new double[n];
        var row = new double[n];
        double ties = 0;
        for (int i = 0; i < m; i++)
        {
            ratings.CopyRow(i, row);
            if (row.Any(double.IsNaN)) throw new ArgumentException(FormattableString.Invariant($"Rater {i + 1} left something unrated."), nameof(ratings));
            double[] ranks = Ranking.Of(row, TieRule.Average);
            for (int j = 0; j < n; j++) sums[j] += ranks[j];
            ties += row.GroupBy(x => x).Sum(g => (double)g.Count() * g.Count() * g.Count() - g.Count());
        }
        double mean = m * (n + 1) / 2.0, s = 0, lost = 0;
        foreach (double sum in sums) Sums.Add(ref s, ref lost, (sum - mean) * (sum - mean));
        s += lost;
        double whole = (double)m * m * ((double)n * n * n - n), corrected = whole - m * ties;
        if (!(corrected > 0)) throw new ArgumentException("Every rater rates all things alike: concordance is 0/0.", nameof(ratings));
        return new KendallConcordance(m, n, s, 12 * s / corrected, 12 * s / whole);
    }

    /// <summary>Such as <c>W 0.5397 (χ² 30.76, df 19, p 0.0429)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"W {W:0.####} (χ² {ChiSquared:0.##}, df {DegreesOfFreedom}, p {PValue:0.####})");
}
