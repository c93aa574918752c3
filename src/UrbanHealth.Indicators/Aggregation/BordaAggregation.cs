namespace UrbanHealth.Indicators;

/// <summary>The Borda count (Borda 计分): Σ wⱼ·(how many areas this one beats in column j), 0…n − 1; weights divided by their sum. Source: de Borda (1781).</summary>
/// <remarks>Only ranks count. It compares areas with each other and cannot be frozen. In a column where nⱼ of n areas have a score, points are stretched by (n − 1)/(nⱼ − 1); a column with one score says nothing and is left out.</remarks>
public sealed record BordaAggregation : Aggregation
{
    /// <summary>How equal scores share places; by the mean of their places by default, so that a tie counts half.</summary>
    public TieRule Ties { get; init; } = TieRule.Average;

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "Borda 计分" : "Borda count";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites)
    {
        CheckShapes(scores, weights, composites);
        var present = new double[composites.Length];
        var sums = new double[composites.Length];
        for (int j = 0; j < weights.Length; j++)
        {
            WeightCheck.NotNegative(weights[j]);
            double[] ranks = Ranking.Of(scores.Column(j), Ties);
            int n = 0;
            foreach (double r in ranks) if (!double.IsNaN(r)) n++;
            if (n < 2) continue;
            for (int i = 0; i < ranks.Length; i++)
            {
                if (double.IsNaN(ranks[i])) continue;
                sums[i] += weights[j] * (n - ranks[i]) * ((composites.Length - 1.0) / (n - 1));
                present[i] += weights[j];
            }
        }
        for (int i = 0; i < composites.Length; i++) composites[i] = sums[i] / present[i];
    }

    /// <summary>Null: the count compares areas with each other.</summary>
    public override RowAggregation? Fit(Matrix scores, ReadOnlySpan<double> weights) => null;
}
