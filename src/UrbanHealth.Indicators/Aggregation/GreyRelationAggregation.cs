using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Grey relational evaluation (灰色关联评价): the weighted mean of the relational coefficients of an area with the best score of each column. Source: Deng (1982).</summary>
/// <remarks>The scores must be on one scale. The best of each column and the extremes of the differences are learned; <see cref="Fit"/> freezes them. A contribution is wᵢξᵢ.</remarks>
public sealed record GreyRelationAggregation : Aggregation
{
    private readonly double rho = 0.5;

    /// <summary>The resolution ρ (分辨系数), in (0, 1]; 0.5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1].</exception>
    public double Resolution
    {
        get => rho;
        init { Indicators.GreyRelation.CheckResolution(value); rho = value; }
    }

    /// <summary>Over what the extremes are taken; over all areas by default, else over each area's own indicators.</summary>
    public GreyExtremes Extremes { get; init; } = GreyExtremes.Global;

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "灰色关联度" : "grey relational degree";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Fit(scores, weights).Aggregate(scores, weights, composites);

    /// <inheritdoc/>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        return FitByMoments(MomentsOf(scores));
    }

    internal override bool LearnsFromMoments => true;

    internal override RowAggregation FitByMoments(ExactMoments[] scores)
    {
        (double[] best, double[] worst) = Yardstick.Of(scores);
        double smallest = double.PositiveInfinity, largest = 0; // the best of a column differs least from itself, and its worst most
        for (int j = 0; j < best.Length; j++)
            if (!double.IsNaN(best[j])) (smallest, largest) = (0, Math.Max(largest, best[j] - worst[j]));
        return new FittedGreyRelation { Reference = best, SmallestDifference = Math.Min(smallest, largest), LargestDifference = largest, Resolution = Resolution, Extremes = Extremes };
    }
}
