namespace UrbanHealth.Indicators;

/// <summary>Indicators of one dimension that say the same twice, or the opposite (冗余与冲突、正反两面分析); scores point upwards.</summary>
public static class Redundancy
{
    /// <summary>The pairs that correlate above a threshold, strongest first: one of the two may be spared (冗余).</summary>
    /// <param name="scores">One column an indicator of the dimension, turned so that more is better.</param>
    /// <param name="threshold">−1…1; 0.9 by default.</param>
    /// <param name="method">Which correlation.</param>
    public static IReadOnlyList<CorrelatedPair> Redundant(Matrix scores, double threshold = 0.9, CorrelationMethod method = CorrelationMethod.Pearson) =>
        [.. Pairs(scores, method).Where(p => p.Coefficient > threshold).OrderByDescending(p => p.Coefficient)];

    /// <summary>The pairs that correlate below a threshold, most opposed first: what lifts one presses the other, and a mean hides both (冲突).</summary>
    /// <param name="scores">One column an indicator of the dimension, turned so that more is better.</param>
    /// <param name="threshold">−1…1; −0.2 by default.</param>
    /// <param name="method">Which correlation.</param>
    public static IReadOnlyList<CorrelatedPair> Conflicting(Matrix scores, double threshold = -0.2, CorrelationMethod method = CorrelationMethod.Pearson) =>
        [.. Pairs(scores, method).Where(p => p.Coefficient < threshold).OrderBy(p => p.Coefficient)];

    /// <summary>The areas of which two indicators of one matter say the opposite (正反两面): among the best by one and among the worst by the other.</summary>
    /// <param name="first">Scores by the one, turned so that more is better.</param>
    /// <param name="second">Scores by the other, such as residents' satisfaction with the same matter.</param>
    /// <param name="share">How many of the areas that have both count as the best, and as the worst; a third by default, at most a half.</param>
    /// <returns>The rows, rising.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in 0…0.5.</exception>
    public static IReadOnlyList<int> OpposedRows(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double share = 1.0 / 3)
    {
        if (first.Length != second.Length) throw new ArgumentException("The columns differ in length.", nameof(second));
        if (!(share is > 0 and <= 0.5)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share lies above 0 and is at most a half.");
        var x = new double[first.Length];
        var y = new double[first.Length];
        int n = 0;
        for (int i = 0; i < x.Length; i++)
        {
            bool both = !double.IsNaN(first[i]) && !double.IsNaN(second[i]);
            (x[i], y[i]) = both ? (first[i], second[i]) : (double.NaN, double.NaN);
            if (both) n++;
        }
        double[] rankX = Ranking.Of(x, TieRule.Average), rankY = Ranking.Of(y, TieRule.Average);
        double best = n * share, worst = n + 1 - n * share;
        return [.. Enumerable.Range(0, x.Length).Where(i => (rankX[i] <= best && rankY[i] >= worst) || (rankX[i] >= worst && rankY[i] <= best))];
    }

    private static IEnumerable<CorrelatedPair> Pairs(Matrix scores, CorrelationMethod method)
    {
        Matrix r = Correlation.Among(scores, method);
        for (int i = 0; i < r.Columns; i++)
            for (int j = i + 1; j < r.Columns; j++)
                yield return new CorrelatedPair(i, j, r[i, j]);
    }
}
