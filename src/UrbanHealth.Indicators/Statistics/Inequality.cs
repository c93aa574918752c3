using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How unequally something is spread over areas or people (不平等程度): Gini, Theil, Atkinson, Herfindahl.</summary>
/// <remarks>
/// Missing values (NaN) are left out, with their weights. A negative value is an error: shares and logarithms have no meaning there. Where
/// weights are given, <c>values</c> are means (such as income a head) and <c>weights</c> the sizes they stand for; give a
/// group's total divided by its size, not the total. With no value, or when all are zero, every measure is NaN.
/// </remarks>
public static class Inequality
{
    /// <summary>The Gini coefficient (基尼系数): the mean absolute difference over twice the mean. Source: Gini (1912); Sen (1973).</summary>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static double Gini(ReadOnlySpan<double> values, GiniCorrection correction = GiniCorrection.Population)
    {
        double[] x = Present(values, [], out _);
        double g = GiniOf(x, null);
        return correction == GiniCorrection.Sample ? g * x.Length / (x.Length - 1) : g;
    }

    /// <summary>The Gini coefficient of means weighted by size (分组基尼系数); differences within a group are not in it.</summary>
    /// <exception cref="ArgumentException">A value or a weight is negative or infinite, or the lengths differ.</exception>
    public static double Gini(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double[] x = Present(values, Same(values, weights), out double[]? w);
        return GiniOf(x, w);
    }

    /// <summary>Theil's T (泰尔指数 T): Σ (xᵢ/nμ) ln(xᵢ/μ), zero counting 0. The generalised entropy of degree 1. Source: Theil (1967).</summary>
    /// <exception cref="ArgumentException">A value or a weight is negative or infinite, or the lengths differ.</exception>
    public static double TheilT(ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default) => Entropy(Present(values, Same(values, weights), out double[]? w), w, t: true);

    /// <summary>Theil's L, the mean log deviation (泰尔指数 L): mean of ln(μ/xᵢ); +∞ where a value is zero. The generalised entropy of degree 0. Source: Theil (1967).</summary>
    /// <exception cref="ArgumentException">A value or a weight is negative or infinite, or the lengths differ.</exception>
    public static double TheilL(ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default) => Entropy(Present(values, Same(values, weights), out double[]? w), w, t: false);

    /// <summary>Atkinson's index (阿特金森指数): 1 − (mean of (xᵢ/μ)^(1−ε))^(1/(1−ε)), and 1 − geometric mean/μ for ε = 1. Source: Atkinson (1970).</summary>
    /// <param name="values">The values.</param>
    /// <param name="aversion">ε, how much inequality is minded; above 0. With 1 or more, a zero value makes the index 1.</param>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static double Atkinson(ReadOnlySpan<double> values, double aversion)
    {
        if (!(aversion > 0) || double.IsInfinity(aversion)) throw new ArgumentOutOfRangeException(nameof(aversion));
        double[] x = Present(values, [], out _);
        double mean = Sums.Of(x) / x.Length;
        if (!(mean > 0)) return double.NaN;
        double sum = 0, lost = 0;
        foreach (double v in x) Sums.Add(ref sum, ref lost, aversion == 1 ? ElementaryFunctions.Log(v / mean) : ElementaryFunctions.Pow(v / mean, 1 - aversion));
        double average = sum / x.Length + lost / x.Length;
        if (double.IsNaN(average)) average = sum / x.Length; // an infinite term
        return 1 - (aversion == 1 ? ElementaryFunctions.Exp(average) : ElementaryFunctions.Pow(average, 1 / (1 - aversion)));
    }

    /// <summary>The Herfindahl index (赫芬达尔指数): Σ (xᵢ/Σx)², 1/n when all are equal. Source: Herfindahl (1950).</summary>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static double Herfindahl(ReadOnlySpan<double> values)
    {
        double[] x = Present(values, [], out _);
        double total = Sums.Of(x), sum = 0, lost = 0;
        foreach (double v in x) Sums.Add(ref sum, ref lost, v / total * (v / total));
        return total > 0 ? sum + lost : double.NaN;
    }

    /// <summary>The Rosenbluth index (罗森布鲁斯指数): 1/(n(1 − Gini)). Source: Rosenbluth (1955).</summary>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public static double Rosenbluth(ReadOnlySpan<double> values)
    {
        double[] x = Present(values, [], out _);
        return 1 / (x.Length * (1 - GiniOf(x, null)));
    }

    internal static double GiniOf(double[] x, double[]? w)
    {
        int n = x.Length;
        if (n == 0) return double.NaN;
        double[] keys = [.. x], sizes = w is null ? [] : [.. w];
        if (w is null) Array.Sort(keys);
        else Array.Sort(keys, sizes);
        // Σᵢⱼ wᵢwⱼ|xᵢ − xⱼ| = 2 Σ wᵢxᵢ(size below − size above), over sorted values
        double size = w is null ? n : Sums.Of(sizes), below = 0, sum = 0, lost = 0, total = 0, totalLost = 0;
        for (int i = 0; i < n; i++)
        {
            double s = w is null ? 1 : sizes[i], above = size - below - s;
            Sums.Add(ref sum, ref lost, s * keys[i] * (below - above));
            Sums.Add(ref total, ref totalLost, s * keys[i]);
            below += s;
        }
        return total + totalLost > 0 ? (sum + lost) / (size * (total + totalLost)) : double.NaN;
    }

    internal static double Entropy(double[] x, double[]? w, bool t)
    {
        double size = w is null ? x.Length : Sums.Of(w), total = 0, totalLost = 0;
        for (int i = 0; i < x.Length; i++) Sums.Add(ref total, ref totalLost, (w?[i] ?? 1) * x[i]);
        double mean = (total + totalLost) / size, sum = 0, lost = 0;
        if (!(mean > 0)) return double.NaN;
        for (int i = 0; i < x.Length; i++)
        {
            double s = w?[i] ?? 1, ratio = x[i] / mean;
            if (s == 0) continue;
            if (ratio == 0 && !t) return double.PositiveInfinity;
            if (ratio > 0) Sums.Add(ref sum, ref lost, t ? s * ratio * ElementaryFunctions.Log(ratio) : -s * ElementaryFunctions.Log(ratio));
        }
        return (sum + lost) / size;
    }

    /// <summary>The present values and their weights, checked.</summary>
    internal static double[] Present(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, out double[]? kept)
    {
        var x = new double[values.Length];
        double[]? w = weights.IsEmpty ? null : new double[values.Length];
        int n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (values[i] < 0 || double.IsInfinity(values[i])) throw new ArgumentException("A value is negative or infinite.", nameof(values));
            if (w is not null)
            {
                if (!(weights[i] >= 0) || double.IsInfinity(weights[i])) throw new ArgumentException("A weight is negative or not a finite number.", nameof(weights));
                w[n] = weights[i];
            }
            x[n++] = values[i];
        }
        Array.Resize(ref x, n);
        if (w is not null) Array.Resize(ref w, n);
        kept = w;
        return x;
    }

    private static ReadOnlySpan<double> Same(ReadOnlySpan<double> values, ReadOnlySpan<double> weights) =>
        weights.IsEmpty || weights.Length == values.Length ? weights : throw new ArgumentException("One weight for each value is needed.", nameof(weights));
}
