namespace UrbanHealth.Indicators;

/// <summary>The weighted median (加权中位数): the score at which half of the weight is reached.</summary>
/// <remarks>
/// Where exactly half of the weight lies below, the mean of the scores on both sides: with equal weights this is the ordinary median. COINr's <c>a_median</c> is without weights.
/// One extreme score does not move it. The contribution of the score that is the median is the whole composite (of two, half of each; equal scores share by weight), of the others 0: Euler on the piece the area lies on.
/// </remarks>
public sealed record MedianAggregation : RowAggregation
{
    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "加权中位数" : "median";

    /// <summary>Weights are sums of roundings, so half of them is reached to within this part of all.</summary>
    private const double Rounding = 1e-12;

    private protected override double Mean(in RowScores row)
    {
        (double low, double high) = Middle(row);
        return low == high ? low : low / 2 + high / 2;
    }

    private protected override void Share(in RowScores row, double composite, Span<double> shares)
    {
        (double low, double high) = Middle(row);
        ShareAmongEqual(row, low, row.Scale * low / 2, shares);
        ShareAmongEqual(row, high, row.Scale * high / 2, shares);
    }

    private static (double Low, double High) Middle(in RowScores row)
    {
        int n = row.Scores.Length;
        Span<double> x = n <= 64 ? stackalloc double[n] : new double[n];
        Span<double> w = n <= 64 ? stackalloc double[n] : new double[n];
        row.Scores.CopyTo(x);
        row.Weights.CopyTo(w);
        x.Sort(w);
        double half = row.PresentWeight / 2, slack = Rounding * row.PresentWeight, reached = w[0];
        int i = 0;
        while (reached < half - slack) reached += w[++i];
        int next = i;
        if (!(reached > half + slack)) do next++; while (w[next] == 0); // half of the weight is still to come
        return (x[i], x[next]);
    }

    /// <summary>Adds an amount to the shares of the scores equal to a value, by weight.</summary>
    internal static void ShareAmongEqual(in RowScores row, double value, double amount, Span<double> shares)
    {
        double weight = 0;
        for (int i = 0; i < shares.Length; i++) if (row.Scores[i] == value) weight += row.Weights[i];
        for (int i = 0; i < shares.Length; i++) if (row.Scores[i] == value) shares[i] += amount * row.Weights[i] / weight;
    }
}
