namespace UrbanHealth.Indicators;

/// <summary>VIKOR (多准则妥协解排序法): Q = v·(S − S*)/(S⁻ − S*) + (1 − v)·(R − R*)/(R⁻ − R*), S the weighted sum and R the weighted largest of the distances to the best. Source: Opricovic &amp; Tzeng (2004, 2007).</summary>
/// <remarks>
/// The composite is 1 − Q, so that it points upwards. Weights are divided by their sum. Best, worst and the ranges of S and R are learned from the areas; <see cref="Fit"/> freezes them.
/// A column in which all areas are equal counts 0. There are no contributions that sum to 1 − Q.
/// </remarks>
public sealed record VikorAggregation : Aggregation
{
    private readonly double strategy = 0.5;

    /// <summary>The weight v of the group's utility S against the single regret R (决策机制系数), 0…1; 0.5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in 0…1.</exception>
    public double Strategy
    {
        get => strategy;
        init => strategy = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Strategy), value, "The weight of the strategy lies in 0…1.");
    }

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "VIKOR 妥协解排序法(1 − Q)" : "VIKOR (1 − Q)";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Freeze(scores, weights).Aggregate(scores, weights, composites);

    /// <summary>VIKOR with frozen best, worst and ranges.</summary>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights) => Freeze(scores, weights);

    /// <summary>S, R, Q and the compromise set of all areas (计算过程与妥协解集).</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public VikorResult Detail(Matrix scores, ReadOnlySpan<double> weights)
    {
        FittedVikor fitted = Freeze(scores, weights);
        var s = new double[scores.Rows];
        var r = new double[scores.Rows];
        var q = new double[scores.Rows];
        var row = new double[scores.Columns];
        for (int i = 0; i < q.Length; i++)
        {
            scores.CopyRow(i, row);
            (s[i], r[i], q[i]) = fitted.Measures(row, weights);
        }
        return new VikorResult(Numerics.Figures.Of(s), Numerics.Figures.Of(r), Numerics.Figures.Of(q), fitted);
    }

    private FittedVikor Freeze(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        (double[] best, double[] worst) = Yardstick.Of(MomentsOf(scores));
        var fitted = new FittedVikor { Best = best, Worst = worst, LeastS = 0, MostS = 0, LeastR = 0, MostR = 0, Strategy = Strategy };
        double leastS = double.PositiveInfinity, leastR = double.PositiveInfinity, mostS = double.NegativeInfinity, mostR = double.NegativeInfinity;
        var row = new double[scores.Columns];
        for (int i = 0; i < scores.Rows; i++)
        {
            scores.CopyRow(i, row);
            (double s, double r, double _) = fitted.Measures(row, weights);
            if (double.IsNaN(s)) continue;
            (leastS, mostS) = (Math.Min(leastS, s), Math.Max(mostS, s));
            (leastR, mostR) = (Math.Min(leastR, r), Math.Max(mostR, r));
        }
        return leastS <= mostS ? fitted with { LeastS = leastS, MostS = mostS, LeastR = leastR, MostR = mostR } : fitted;
    }
}
