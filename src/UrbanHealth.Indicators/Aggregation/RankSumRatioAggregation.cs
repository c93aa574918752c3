namespace UrbanHealth.Indicators;

/// <summary>The rank-sum ratio (秩和比法, RSR): Σ wⱼRᵢⱼ / n, R the rank of the area in the column with n for the best; weights divided by their sum. Source: Tian Fengdiao (1988).</summary>
/// <remarks>It compares areas with each other and cannot be frozen, but the cuts of <see cref="RsrResult.FitGrading"/> can. A column is ranked over the nⱼ areas that have a score in it, and its ranks are divided by nⱼ. A non-integral column of equal scores is all in the middle.</remarks>
public sealed record RankSumRatioAggregation : Aggregation
{
    /// <summary>Whole or non-integral ranks; whole by default.</summary>
    public RsrRanks Ranks { get; init; } = RsrRanks.Integral;

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "秩和比法(RSR)" : "rank-sum ratio";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        CheckShapes(scores, weights, composites);
        var present = new double[composites.Length];
        var sums = new double[composites.Length];
        for (int j = 0; j < weights.Length; j++)
        {
            WeightCheck.NotNegative(weights[j]);
            double[] ratios = Ratios(scores.Column(j));
            for (int i = 0; i < ratios.Length; i++)
            {
                if (double.IsNaN(ratios[i])) continue;
                sums[i] += weights[j] * ratios[i];
                present[i] += weights[j];
            }
        }
        for (int i = 0; i < composites.Length; i++) composites[i] = sums[i] / present[i];
    }

    /// <summary>Null: ranks compare areas with each other.</summary>
    public override RowAggregation? Fit(Matrix scores, ReadOnlySpan<double> weights) => null;

    /// <summary>The ratios with their distribution and the probit regression (RSR 分布与概率单位回归).</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or a weight is none.</exception>
    public RsrResult Detail(Matrix scores, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var ratios = new double[scores.Rows];
        Aggregate(scores, weights, ratios);
        return RsrResult.Of(ratios);
    }

    /// <summary>Ranks from the worst, 1, to the best, n, divided by n.</summary>
    private double[] Ratios(ReadOnlySpan<double> column)
    {
        double[] ranks = Ranking.Of(column, TieRule.Average);
        int n = 0;
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double x in column)
        {
            if (double.IsNaN(x)) continue;
            n++;
            low = Math.Min(low, x);
            high = Math.Max(high, x);
        }
        for (int i = 0; i < ranks.Length; i++)
            ranks[i] = (Ranks == RsrRanks.Integral || low == high ? n + 1 - ranks[i] : 1 + (n - 1) * ((column[i] - low) / (high - low))) / n;
        return ranks;
    }
}
