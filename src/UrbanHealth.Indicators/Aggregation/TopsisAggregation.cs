using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>TOPSIS (逼近理想解排序, 优劣解距离法): closeness d⁻/(d⁺ + d⁻) to the best and away from the worst of all areas. Source: Hwang &amp; Yoon (1981).</summary>
/// <remarks>
/// Distances are Euclidean over the columns scaled, then multiplied by their weights (which are divided by their sum). The norms and both ideals are learned from the areas; <see cref="Fit"/> freezes them. NaN where all areas are alike.
/// A column without any score is left out; one whose norm is 0 has no vector-normalised form and is an error. There are no contributions that sum to a closeness.
/// </remarks>
public sealed record TopsisAggregation : Aggregation
{
    /// <summary>How columns are made comparable; by their vector norms by default.</summary>
    public TopsisScaling Scaling { get; init; } = TopsisScaling.VectorNorm;

    /// <inheritdoc/>
    public override bool IsRelative => true;

    /// <inheritdoc/>
    public override string Describe(Language language) => language == Language.Chinese ? "TOPSIS 优劣解距离法" : "TOPSIS";

    /// <inheritdoc/>
    public override void Aggregate(Matrix scores, ReadOnlySpan<double> weights, Span<double> composites) => Fit(scores, weights).Aggregate(scores, weights, composites);

    /// <summary>TOPSIS with frozen norms and ideals.</summary>
    public override RowAggregation Fit(Matrix scores, ReadOnlySpan<double> weights) => Freeze(scores, weights);

    /// <summary>Distances and closeness of all areas, with the ideals (计算过程).</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or a column has the norm 0.</exception>
    public TopsisResult Detail(Matrix scores, ReadOnlySpan<double> weights)
    {
        FittedTopsis fitted = Freeze(scores, weights);
        var closeness = new double[scores.Rows];
        var toBest = new double[scores.Rows];
        var toWorst = new double[scores.Rows];
        var row = new double[scores.Columns];
        for (int i = 0; i < closeness.Length; i++)
        {
            scores.CopyRow(i, row);
            (toBest[i], toWorst[i]) = fitted.Distances(row, weights);
            closeness[i] = toWorst[i] / (toBest[i] + toWorst[i]);
        }
        return new TopsisResult(Numerics.Figures.Of(closeness), Numerics.Figures.Of(toBest), Numerics.Figures.Of(toWorst), fitted);
    }

    internal override bool LearnsFromMoments => true;

    internal override RowAggregation FitByMoments(ExactMoments[] scores) => Freeze(scores);

    private FittedTopsis Freeze(Matrix scores, ReadOnlySpan<double> weights)
    {
        CheckShapes(scores, weights);
        return Freeze(MomentsOf(scores));
    }

    private FittedTopsis Freeze(ExactMoments[] scores)
    {
        (double[] best, double[] worst) = Yardstick.Of(scores);
        var norms = new double[scores.Length];
        for (int j = 0; j < norms.Length; j++)
        {
            norms[j] = Scaling == TopsisScaling.None ? 1 : Math.Sqrt(scores[j].Squares.Value);
            if (norms[j] == 0 && !double.IsNaN(best[j])) throw new ArgumentException($"Column {j} is zero everywhere and has no vector norm.", nameof(scores));
        }
        return new FittedTopsis { Norms = norms, Best = best, Worst = worst };
    }
}
