namespace UrbanHealth.Indicators;

/// <summary>Benefit of the doubt (BOD, 疑义获益法): each area is scored with the weights that suit it best, such that no area scores above 1 with them. Source: Melyn &amp; Moesen (1991); Cherchye et al. (2007); OECD/JRC Handbook (2008), step 6.</summary>
/// <remarks>
/// max Σ wⱼxᵢⱼ subject to Σ wⱼxₖⱼ ≤ 1 for every area k, w ≥ 0, and, where asked for, a least and a largest share wⱼ/Σw. One linear programme an area.
/// The weights given count only by being zero or not: a column of weight 0 is left out. Scores must not be negative. <see cref="Fit"/> freezes the areas that are the yardstick. Without bounds many areas reach 1: then bounds are wanted.
/// Where an area lacks scores, the bounds are stretched by (all columns)/(present ones); where a yardstick lacks one, it counts as 0 there.
/// </remarks>
public sealed record BenefitOfTheDoubtAggregation : Aggregation
{
    /// <summary>The least share of each column in the sum of weights; 0 by default.</summary>
    public double LeastShare { get; init; }

    /// <summary>The largest share of each column in the sum of weights; 1 by default.</summary>
    public double LargestShare { get; init; } = 1;

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "疑义获益法(BOD)" : "benefit of the doubt";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Fit(scores, weights).Aggregate(scores, weights, composites);

    /// <inheritdoc/>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        int columns = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            if (weights[j] != 0) columns++;
            foreach (double x in scores.Column(j)) if (x < 0 && weights[j] != 0) throw new ArgumentException($"Column {j} has a negative score, for which benefit of the doubt is not defined.", nameof(scores));
        }
        if (!(LeastShare >= 0 && LeastShare * columns <= 1 && LargestShare * columns >= 1))
            throw new InvalidOperationException("No weights have these shares: the least share times the number of columns is at most 1, the largest share times it at least 1.");

        var rows = new double[scores.Rows][];
        for (int i = 0; i < rows.Length; i++)
        {
            scores.CopyRow(i, rows[i] = new double[scores.Columns]);
            for (int j = 0; j < rows[i].Length; j++) if (double.IsNaN(rows[i][j]) || weights[j] == 0) rows[i][j] = 0;
        }
        // an area that another one equals or beats everywhere can never bind
        var frontier = new List<double[]>();
        for (int i = 0; i < rows.Length; i++)
            if (!IsBeaten(rows, i)) frontier.Add(rows[i]);
        return new FittedBenefitOfTheDoubt { Frontier = frontier, LeastShare = LeastShare, LargestShare = LargestShare };
    }

    private static bool IsBeaten(double[][] rows, int i)
    {
        for (int k = 0; k < rows.Length; k++)
        {
            bool asGood = true, equal = true;
            for (int j = 0; j < rows[i].Length && asGood; j++)
            {
                asGood = rows[k][j] >= rows[i][j];
                equal &= rows[k][j] == rows[i][j];
            }
            if (asGood && (!equal || k < i)) return true;
        }
        return false;
    }
}
