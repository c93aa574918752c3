namespace UrbanHealth.Indicators;

/// <summary>Ordered weighted averaging (有序加权平均, OWA): Σ vₖx₍ₖ₎ over the scores from best to worst, vₖ = Q(Tₖ/W) − Q(Tₖ₋₁/W), Tₖ the weight of the k best. Source: Yager (1988); with importance weights Yager (1996).</summary>
/// <remarks>From the maximum ("at least one") over the mean to the minimum ("all"), dialled by the quantifier. Equal scores form one step of the quantifier and share it by weight. A contribution is vₖx₍ₖ₎ (Euler).</remarks>
public sealed record OwaAggregation : RowAggregation
{
    /// <summary>How much of the weight is to be satisfied; all alike by default.</summary>
    public Quantifier Quantifier { get; init; } = new();

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? $"有序加权平均({Quantifier})" : $"OWA ({Quantifier})";

    private protected override double Mean(in RowScores row)
    {
        Span<double> v = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        OrderWeights(row, v);
        double sum = 0;
        for (int i = 0; i < v.Length; i++) sum += v[i] * row.Scores[i];
        return sum;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        OrderWeights(row, shares);
        for (int i = 0; i < shares.Length; i++) shares[i] *= row.Scale * row.Scores[i];
    }

    /// <summary>The weight of each score by its place.</summary>
    private void OrderWeights(in RowScores row, Span<double> v)
    {
        int n = v.Length;
        Span<int> order = n <= 64 ? stackalloc int[n] : new int[n];
        Span<double> keys = n <= 64 ? stackalloc double[n] : new double[n];
        for (int i = 0; i < n; i++) (order[i], keys[i]) = (i, -row.Scores[i]);
        keys.Sort(order);
        double reached = 0, before = 0;
        for (int start = 0; start < n;)
        {
            int end = start;
            double weight = 0;
            for (; end < n && keys[end] == keys[start]; end++) weight += row.Weights[order[end]];
            reached += weight;
            double after = end == n ? 1 : Quantifier.Of(reached / row.PresentWeight);
            for (int k = start; k < end; k++) v[order[k]] = weight == 0 ? 0 : (after - before) * row.Weights[order[k]] / weight;
            before = after;
            start = end;
        }
    }
}
