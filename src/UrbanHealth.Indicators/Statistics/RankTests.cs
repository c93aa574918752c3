using MathNet.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>The p-values of correlations, two-sided.</summary>
internal static class RankTests
{
    /// <summary>Student's t = r·√((n − 2)/(1 − r²)) with n − 2 degrees of freedom.</summary>
    public static double StudentT(double r, int n) => StudentT(r * r == 1 ? double.PositiveInfinity : r * Math.Sqrt((n - 2) / ((1 - r) * (1 + r))), (double)(n - 2));

    /// <summary>P(|T| ≥ |t|).</summary>
    public static double StudentT(double t, double freedom) => double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + t * t));

    /// <summary>S over its standard deviation corrected for ties on both sides. Source: Kendall (1970), equation 4.5.</summary>
    public static double KendallNormal(ConcordantPairs p)
    {
        double n = p.Count, variance = n * (n - 1) * (2 * n + 5), pairsX = 0, pairsY = 0, triplesX = 0, triplesY = 0;
        foreach (double t in p.X) (variance, pairsX, triplesX) = (variance - t * (t - 1) * (2 * t + 5), pairsX + t * (t - 1), triplesX + t * (t - 1) * (t - 2));
        foreach (double t in p.Y) (variance, pairsY, triplesY) = (variance - t * (t - 1) * (2 * t + 5), pairsY + t * (t - 1), triplesY + t * (t - 1) * (t - 2));
        variance = variance / 18 + pairsX * pairsY / (2 * n * (n - 1)) + triplesX * triplesY / (9 * n * (n - 1) * (n - 2));
        return SpecialFunctions.Erfc(Math.Abs(p.Score / Math.Sqrt(variance)) / Math.Sqrt(2));
    }

    /// <summary>Null where the exact distribution is not at hand.</summary>
    public static double? KendallExact(ConcordantPairs p)
    {
        if (p.Count > KendallDistribution.Largest || (p.TiedX > 0 && p.TiedY > 0)) return null;
        int[] groups = p.TiedX > 0 ? p.X : p.Y;
        return Math.Min(1, 2 * KendallDistribution.UpperTail(p.Count, groups, Math.Abs(p.Score))); // S is symmetric about 0
    }

    /// <summary>Null where the exact distribution is not at hand.</summary>
    public static double? SpearmanExact(double[] x, double[] y)
    {
        int n = x.Length;
        if (n > RankSumDistribution.Largest) return null;
        double[] rx = Ranking.Of(x, TieRule.Average), ry = Ranking.Of(y, TieRule.Average);
        if (rx.Distinct().Count() < n) (rx, ry) = (ry, rx);
        if (rx.Distinct().Count() < n) return null;
        int statistic = 0, total = 0;
        var doubled = new int[n];
        for (int i = 0; i < n; i++)
        {
            doubled[i] = (int)(2 * ry[i]);
            statistic += (int)rx[i] * doubled[i];
            total += doubled[i];
        }
        double[] upper = RankSumDistribution.UpperTails(doubled);
        int mirrored = (n + 1) * total - statistic; // reversing one side reflects the statistic, so P(≤ s) = P(≥ mirrored)
        return Math.Min(1, 2 * Math.Min(upper[statistic], upper[mirrored]));
    }
}
