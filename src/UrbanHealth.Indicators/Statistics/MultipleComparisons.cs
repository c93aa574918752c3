namespace UrbanHealth.Indicators;

/// <summary>Corrects p-values for many comparisons (多重比较).</summary>
public static class MultipleComparisons
{
    /// <summary>The corrected p-values, in the order given; NaN stays NaN and does not count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is below 0 or above 1.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues, MultiplicityCorrection correction = MultiplicityCorrection.Holm)
    {
        foreach (double p in pValues) if (p is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p-value lies between 0 and 1.");
        double[] adjusted = pValues.ToArray();
        if (correction == MultiplicityCorrection.None) return adjusted;
        int[] order = [.. Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => adjusted[i])];
        int m = order.Length;
        double run = correction == MultiplicityCorrection.BenjaminiHochberg ? 1 : 0;
        switch (correction)
        {
            case MultiplicityCorrection.Bonferroni:
                foreach (int i in order) adjusted[i] = Math.Min(1, m * adjusted[i]);
                break;
            case MultiplicityCorrection.Holm:
                for (int k = 0; k < m; k++) adjusted[order[k]] = run = Math.Max(run, Math.Min(1, (m - k) * adjusted[order[k]]));
                break;
            case MultiplicityCorrection.BenjaminiHochberg:
                for (int k = m - 1; k >= 0; k--) adjusted[order[k]] = run = Math.Min(run, (double)m / (k + 1) * adjusted[order[k]]);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(correction), correction, "An unknown correction.");
        }
        return adjusted;
    }
}
