using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Rank-sum ratios with their distribution and the regression RSR = a + b·probit (秩和比结果). Source: Tian Fengdiao (1988, 1993).</summary>
/// <remarks>The regression runs over the different ratios, each once, unweighted; it needs three of them, else its figures are NaN.</remarks>
public sealed record RsrResult
{
    /// <summary>Ratios are sums of roundings: those this near are one.</summary>
    private const double Rounding = 1e-12;

    private RsrResult(Figures ratios, RsrStep[] distribution) => (Ratios, Distribution) = (ratios, Array.AsReadOnly(distribution));

    /// <summary>The ratio of each area; NaN where nothing is present.</summary>
    public IReadOnlyList<double> Ratios { get; }

    /// <summary>The distribution, from the smallest ratio.</summary>
    public IReadOnlyList<RsrStep> Distribution { get; }

    /// <summary>The intercept a.</summary>
    public double Intercept { get; private init; }

    /// <summary>The slope b.</summary>
    public double Slope { get; private init; }

    /// <summary>The share of variance explained (R²).</summary>
    public double RSquared { get; private init; }

    /// <summary>The ratio the regression gives for a probit (RSR 估计值).</summary>
    public double FittedAt(double probit) => Intercept + Slope * probit;

    /// <summary>The grades of the distribution (合理分档): the cuts lie at the probits 2 + 6i/k, which is 4, 6 for three grades, 3.5, 5, 6.5 for four, 3.2, 4.4, 5.6, 6.8 for five.</summary>
    /// <remarks>The cuts are ratios on the regression line and grade any ratio, now or later.</remarks>
    /// <exception cref="InvalidOperationException">There are fewer than three different ratios.</exception>
    public FittedGrading FitGrading(GradeScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (double.IsNaN(Slope)) throw new InvalidOperationException("A regression over fewer than three different ratios gives no cuts.");
        var cuts = new double[scale.Count - 1];
        for (int i = 1; i < scale.Count; i++) cuts[i - 1] = FittedAt(2 + 6.0 * i / scale.Count);
        return new FittedGrading(scale, cuts);
    }

    internal static RsrResult Of(double[] ratios)
    {
        double[] sorted = [.. ratios.Where(r => !double.IsNaN(r)).Order()];
        int n = sorted.Length;
        var steps = new List<RsrStep>();
        for (int start = 0; start < n;)
        {
            int end = start + 1;
            while (end < n && sorted[end] - sorted[start] <= Rounding) end++;
            double place = (start + 1 + end) / 2.0, p = end == n ? 1 - 1 / (4.0 * n) : place / n;
            steps.Add(new RsrStep(sorted[start], end - start, end, place, p, 5 + Normal.InvCDF(0, 1, p)));
            start = end;
        }
        (double a, double b, double r2) = Regress(steps);
        return new RsrResult(Figures.Of(ratios), [.. steps]) { Intercept = a, Slope = b, RSquared = r2 };
    }

    private static (double Intercept, double Slope, double RSquared) Regress(List<RsrStep> steps)
    {
        if (steps.Count < 3) return (double.NaN, double.NaN, double.NaN);
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
        foreach (RsrStep s in steps) { x += s.Probit; y += s.Ratio; }
        x /= steps.Count;
        y /= steps.Count;
        foreach (RsrStep s in steps)
        {
            xx += (s.Probit - x) * (s.Probit - x);
            xy += (s.Probit - x) * (s.Ratio - y);
            yy += (s.Ratio - y) * (s.Ratio - y);
        }
        double slope = xy / xx;
        return (y - slope * x, slope, xy * xy / (xx * yy));
    }

    /// <summary>The distribution as a table, and the regression.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("   RSR   f   sum  rank       p  probit  fitted");
        foreach (RsrStep s in Distribution)
            text.Append(CultureInfo.InvariantCulture, $"\n{s.Ratio,6:0.0000} {s.Count,3} {s.CumulativeCount,5} {s.AverageRank,5:0.0}  {s.CumulativeFrequency,6:0.0000}  {s.Probit,6:0.0000}  {FittedAt(s.Probit),6:0.0000}");
        return text.Append(CultureInfo.InvariantCulture, $"\nRSR = {Intercept:0.0000} + {Slope:0.0000} probit, R² = {RSquared:0.0000}").ToString();
    }
}
