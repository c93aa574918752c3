using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Weights that give columns the influence they should have (相关性均衡): the shares of their correlations with the composite as near to targets as can be.</summary>
/// <remarks>
/// With covariances C and standard deviations s, the correlation of column j with Z·w is (C·w)_j / (s_j·σ), so its share of the sum is a ratio of
/// two linear forms of w. On the plane where the denominator is 1, Σ (share − target)² is a convex quadratic: it has one minimum, found exactly,
/// where the R package COINr (get_opt_weights, balance) searches by Nelder-Mead. Source: Becker, Saisana, Paruolo &amp; Vandecasteele (2017), Ecological Indicators 80.
/// </remarks>
public static class CorrelationBalance
{
    /// <summary>The weights, summing to 1.</summary>
    /// <param name="scores">Rows are areas, columns what is weighed, as they enter the arithmetic composite; rows with a gap are left out.</param>
    /// <param name="targets">The share of the correlations each column should have; equal when null.</param>
    /// <param name="allowNegative">Whether a weight may be negative to reach them.</param>
    /// <param name="groups">The total weight of the group of each column where it is fixed, such as the weight of its parent: columns with one group number share it; null when only the whole is fixed.</param>
    /// <param name="groupShares">The total weight of each group, by its number; null with <paramref name="groups"/>.</param>
    /// <exception cref="ArgumentException">A column is constant, there are too few complete rows, the targets or groups do not fit, or the columns oppose each other so that no composite correlates positively.</exception>
    public static double[] Solve(Matrix scores, IReadOnlyList<double>? targets = null, bool allowNegative = false, IReadOnlyList<int>? groups = null, IReadOnlyList<double>? groupShares = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        int n = scores.Columns;
        double[] target = targets is null || targets.Count == 0 ? [.. Enumerable.Repeat(1.0, n)] : [.. targets];
        if (target.Length != n || !Array.TrueForAll(target, t => t >= 0 && double.IsFinite(t)) || !(Sums.Of(target) > 0)) throw new ArgumentException("There is not one target for each column, none negative and not all 0.", nameof(targets));
        int[] group = groups is null ? new int[n] : [.. groups];
        double[] shares = groupShares is null ? [1.0] : [.. groupShares];
        if (group.Length != n || group.Any(g => g < 0 || g >= shares.Length) || !Array.TrueForAll(shares, s => s > 0) || group.Distinct().Count() != shares.Length) throw new ArgumentException("The groups need one number for each column and a positive total for each number.", nameof(groups));

        double[,] influence = Influence(scores);
        double total = Sums.Of(target);
        var denominator = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) denominator[j] += influence[i, j];
        var equalities = new double[shares.Length, n];
        double[] start = [.. group.Select(g => shares[g] / group.Count(h => h == g))];
        double reach = 0, size = 0;
        for (int j = 0; j < n; j++)
        {
            equalities[0, j] = denominator[j];
            reach += denominator[j] * start[j];
            size = Math.Max(size, Math.Abs(influence[j, j]) * start[j]);
            for (int g = 1; g < shares.Length; g++) equalities[g, j] = group[j] == g ? shares[0] : group[j] == 0 ? -shares[g] : 0;
        }
        if (!(reach > 1e-12 * size)) throw new ArgumentException("The columns oppose each other: their equal composite correlates with them negatively on the whole.", nameof(scores));

        var quadratic = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n; k++) quadratic[i, j] += (influence[k, i] - target[k] / total * denominator[i]) * (influence[k, j] - target[k] / total * denominator[j]);
        double[]? w = QuadraticProgramme.Minimise(quadratic, equalities, [.. start.Select(s => s / reach)], allowNegative);
        double sum = w is null ? 0 : Sums.Of(w);
        if (!(sum > 1e-12)) throw new ArgumentException("The columns determine no single weights: one is a combination of the others.", nameof(scores));
        return Array.ConvertAll(w!, x => x / sum);
    }

    /// <summary>The correlation of each column with the composite Z·w, over the rows without a gap.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each column, or the composite or a column is constant.</exception>
    public static double[] Correlations(Matrix scores, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != scores.Columns) throw new ArgumentException("There is not one weight for each column.", nameof(weights));
        Matrix rows = scores.CompleteRows();
        var composite = new double[rows.Rows];
        for (int j = 0; j < rows.Columns; j++)
            for (int i = 0; i < composite.Length; i++) composite[i] += weights[j] * rows[i, j];
        return [.. Enumerable.Range(0, rows.Columns).Select(j => Correlation.Of(rows.Column(j), composite))];
    }

    /// <summary>C_ij / s_i.</summary>
    private static double[,] Influence(Matrix scores)
    {
        Matrix covariance = Correlation.CovariancesAmong(scores, missing: MissingPairs.CompleteRows);
        int n = scores.Columns;
        var influence = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                if (!(covariance[i, i] > 0)) throw new ArgumentException(FormattableString.Invariant($"Column {i + 1} is constant, or there are too few rows without a gap."), nameof(scores));
                influence[i, j] = covariance[i, j] / Math.Sqrt(covariance[i, i]);
            }
        return influence;
    }
}
