using System.Globalization;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>How much each indicator stands in the way of one area (障碍度): Oⱼ = wⱼ(1 − xⱼ) / Σ wₖ(1 − xₖ), x the score with 1 the best.</summary>
/// <remarks>The degrees of an area sum to 1; where every score is the best there is no obstacle and all are 0.</remarks>
public sealed record ObstacleDegree
{
    private ObstacleDegree(Figures degrees) => Degrees = degrees;

    /// <summary>The degree of each indicator; NaN where its score is missing.</summary>
    public IReadOnlyList<double> Degrees { get; }

    /// <summary>The degrees of one area.</summary>
    /// <param name="scores">The area's scores, none above <paramref name="best"/>; NaN is missing and left out.</param>
    /// <param name="weights">The effective weight of each indicator in the whole (因子贡献度), not negative.</param>
    /// <param name="best">The best score; 100 by default.</param>
    /// <param name="worst">The worst score; 0 by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, a weight is none, or a score lies above the best.</exception>
    public static ObstacleDegree Of(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, double best = 100, double worst = 0)
    {
        if (weights.Length != scores.Length) throw new ArgumentException("One weight for each score is needed.", nameof(weights));
        if (!(best > worst)) throw new ArgumentException("The best score lies above the worst.", nameof(best));
        var degrees = new double[scores.Length];
        double sum = 0;
        for (int j = 0; j < degrees.Length; j++)
        {
            WeightCheck.NotNegative(weights[j]);
            if (scores[j] > best) throw new ArgumentException("A score lies above the best.", nameof(scores));
            degrees[j] = weights[j] * ((best - scores[j]) / (best - worst));
            if (!double.IsNaN(degrees[j])) sum += degrees[j];
        }
        if (sum > 0) for (int j = 0; j < degrees.Length; j++) degrees[j] /= sum;
        return new ObstacleDegree(Figures.Of(degrees));
    }

    /// <summary>The degree of a group of indicators, such as a dimension (准则层障碍度): the sum of theirs, missing ones left out.</summary>
    public double SumOf(IEnumerable<int> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        double sum = 0;
        foreach (int j in indicators) if (!double.IsNaN(Degrees[j])) sum += Degrees[j];
        return sum;
    }

    /// <summary>The indicators that stand most in the way, by place, the largest degree first (主要障碍因子); those of degree 0 or missing are left out.</summary>
    public IReadOnlyList<int> Main(int count) => [.. Enumerable.Range(0, Degrees.Count).Where(j => Degrees[j] > 0).OrderByDescending(j => Degrees[j]).Take(count)];

    /// <summary>Such as <c>0.3637 0.0903 0</c>.</summary>
    public override string ToString() => string.Join(' ', Degrees.Select(d => d.ToString("0.####", CultureInfo.InvariantCulture)));
}
